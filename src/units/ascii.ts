const REPLACEMENTS: Readonly<Record<string, string>> = {
  '▲': '^',
  '●': 'o',
  '▼': 'v',
  '○': '?',
  '›': '>',
  '→': '->',
  '↑': '^',
  '↓': 'v',
  '━': '=',
  '─': '-',
  '•': '-',
  '·': '-',
  '\u00a0': ' ',
  '−': '-',
  '–': '-',
  '—': '-',
  '…': '...',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '€': 'EUR ',
  '£': 'GBP ',
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  æ: 'ae',
  Æ: 'AE',
};

/** The numbers of footnotes. */
const RAISED = /[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+/g;

/** The text for a terminal without UTF-8: known signs by their stand-ins, accents dropped, anything else a question mark. */
export function toAscii(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  const plain = text.replace(RAISED, (digits) => `(${digits.normalize('NFKD')})`);
  return Array.from(plain, (character) => REPLACEMENTS[character] ?? withoutAccent(character)).join('');
}

function withoutAccent(character: string): string {
  const plain = character.normalize('NFKD').replace(/\p{Mark}|\p{Cf}/gu, '');
  return plain.replace(/[^ -~]/gu, '?');
}
