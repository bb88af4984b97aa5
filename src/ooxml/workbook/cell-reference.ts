/** A rectangle of cells, all counted from 0 and inclusive. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The letters of a column by its index from 0: A, Z, AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** The index of a column from 0 by the letters a reference starts with: 2 for C12; -1 where it starts with none. */
export function columnIndex(reference: string): number {
  let index = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    index = index * 26 + code - 64;
  }
  return index - 1;
}

/** The rectangle of a reference such as B2:D4 or $B$2; undefined when it is none. */
export function areaOf(reference: string): Area | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(reference.trim());
  if (!match) return undefined;
  const [, left, top, right = left, bottom = top] = match;
  const columns = [columnIndex(left!), columnIndex(right!)].sort((a, b) => a - b);
  const rows = [Number(top) - 1, Number(bottom) - 1].sort((a, b) => a - b);
  return { top: rows[0]!, left: columns[0]!, bottom: rows[1]!, right: columns[1]! };
}

/** An area as people write it: B2:D4. */
export function areaText({ top, left, bottom, right }: Area): string {
  const [from, to] = [`${columnLetters(left)}${top + 1}`, `${columnLetters(right)}${bottom + 1}`];
  return from === to ? from : `${from}:${to}`;
}
