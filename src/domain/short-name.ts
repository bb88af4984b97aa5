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
  const bare = given.replace(LEGAL_FORM, '');
  if (bare.length <= SHORT_NAME_CHARACTERS) return bare;
  const words = bare
    .slice(0, SHORT_NAME_CHARACTERS + 1)
    .split(/\s+/)
    .slice(0, -1)
    .join(' ')
    .replace(LOOSE_END, '');
  return words.length >= 8 ? words : cutText(bare, SHORT_NAME_CHARACTERS);
}
