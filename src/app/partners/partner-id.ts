const LONGEST = 80;

/** Letters that do not come apart into a plain letter and an accent. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ŋ: 'n',
  ŧ: 't',
};

/** Names that Windows keeps for devices; no folder can have them. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * The id of a new partner, made from its name: `Bluefjørd & Søn A/S` becomes `bluefjord-and-son-a-s`. An id that is taken gets -2, -3 …;
 * a name without any Latin letter or digit becomes `partner-2`, `partner-3` …
 * @param taken ids that exist in the territory
 */
export function partnerIdFromName(name: string, taken: Iterable<string>): string {
  const used = new Set(Array.from(taken, (id) => id.toLowerCase()));
  const base = cut(plainWords(name), LONGEST);
  if (base !== '' && !RESERVED.test(base) && !used.has(base)) return base;
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`;
    const candidate = cut(base || 'partner', LONGEST - suffix.length) + suffix;
    if (!used.has(candidate)) return candidate;
  }
}

function plainWords(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[øœæßðđþłħıĸŋŧ]/g, (letter) => PLAIN_LETTERS[letter]!)
    .replace(/&|\+/g, ' and ')
    .replace(/[\p{M}'’`´]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** At most `length` characters, at the end of a word where one ends in the last third. */
function cut(words: string, length: number): string {
  if (words.length <= length) return words;
  const kept = words.slice(0, length);
  const hyphen = words[length] === '-' ? length : kept.lastIndexOf('-');
  return (hyphen > (length * 2) / 3 ? kept.slice(0, hyphen) : kept).replace(/-+$/, '');
}
