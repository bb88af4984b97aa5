/** Excel's own limit of a cell, in UTF-16 units. */
export const MOST_CHARACTERS = 32_767;

/** The text as far as a cell holds it; half of a surrogate pair is left out. */
export function cutToCell(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const last = text.charCodeAt(MOST_CHARACTERS - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? MOST_CHARACTERS - 1 : MOST_CHARACTERS);
}

/**
 * The text as it must be written so that Excel shows it: it reads `_x0041_` as the character of that code, and takes a carriage return
 * from nothing else.
 */
export function excelText(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').replaceAll('\r', '_x000D_');
}
