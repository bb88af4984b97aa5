import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Well below the 32,767 characters that a cell may hold. */
const CELL_LENGTH = 32_000;
/** A packed text that grows beyond this is not one of ours. */
const MOST_BYTES = 500_000_000;

/**
 * A text as cells that survive every spreadsheet program: compressed, in letters and figures alone. Characters that no XML may hold,
 * white space at the ends and `_x0041_` would not come back as they were. Each cell begins with a colon, so that none looks like a number.
 */
export function packText(text: string): readonly string[] {
  const packed = deflateRawSync(Buffer.from(text, 'utf8')).toString('base64');
  const cells: string[] = [];
  for (let at = 0; at < packed.length; at += CELL_LENGTH) cells.push(`:${packed.slice(at, at + CELL_LENGTH)}`);
  return cells;
}

/** The text of packed cells; undefined when they do not hold one, because a cell was cut, lost or changed. */
export function unpackText(cells: readonly string[]): string | undefined {
  if (!cells.every((cell) => /^:[A-Za-z0-9+/]+={0,2}$/.test(cell))) return undefined;
  const packed = Buffer.from(cells.map((cell) => cell.slice(1)).join(''), 'base64');
  try {
    return inflateRawSync(packed, { maxOutputLength: MOST_BYTES }).toString('utf8');
  } catch {
    return undefined;
  }
}
