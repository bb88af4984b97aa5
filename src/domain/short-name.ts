import { cutText } from '../units/cut-text.ts';

/** Longest name that footers and tables hold. */
export const SHORT_NAME_CHARACTERS = 28;

const LEGAL_FORM =
  /[\s,]+(inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|plc|gmbh|ag|kg|ug|sa|sas|sarl|srl|spa|bv|nv|ab|as|aps|oy|pty|kk)\.?$/i;
const LOOSE_END = /[\s,;:&–-]+(and|or|of|for|the|und|et|de)?[\s,;:&–-]*$/i;

/**
 * A name short enough for footers: as it is given, else without its legal form, else its first words that fit; a single word
 * that is too long is cut with "…".
 */
export function shortName({
  name,
  short_name,
}: {
  readonly name: string;
  readonly short_name?: string | undefined;
}): string {
  const given = (short_name ?? name).trim();
  if (given.length <= SHORT_NAME_CHARACTERS) return given;
  const bare = withoutLooseEnds(given.replace(LEGAL_FORM, ''));
  if (bare.length <= SHORT_NAME_CHARACTERS) return bare;
  const firstWords = bare
    .slice(0, SHORT_NAME_CHARACTERS + 1)
    .split(/\s+/)
    .slice(0, -1)
    .join(' ');
  const words = withoutLooseEnds(firstWords);
  return words.length >= 8 ? words : cutText(bare, SHORT_NAME_CHARACTERS);
}

/** "Bureau of the" becomes "Bureau": a name does not end in words or signs that wait for another word. */
function withoutLooseEnds(name: string): string {
  let [shorter, before] = [name, ''];
  while (shorter !== before) [shorter, before] = [shorter.replace(LOOSE_END, '') || shorter, shorter];
  return shorter;
}
