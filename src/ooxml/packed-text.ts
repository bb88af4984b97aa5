import { inflateRawSync } from 'node:zlib';
import { packPieces } from './packed-part.ts';

/** Well below the 32,767 characters that a cell may hold. */
const CELL_LENGTH = 32_000;
/** A packed text that grows beyond this is not one of ours. */
const MOST_BYTES = 500_000_000;

/**
 * A text as cells that survive every spreadsheet program: compressed, in letters and figures alone. Characters that no XML may hold,
 * white space at the ends and `_x0041_` would not come back as they were. Each cell begins with a colon, so that none looks like a number.
 * @param pieces the text, in pieces that together may be longer than what fits into memory at once
 */
export function packText(pieces: Iterable<string>): readonly string[] {
  const packed = Buffer.from(packPieces(pieces).packed).toString('base64');
  const cells: string[] = [];
  for (let at = 0; at < packed.length; at += CELL_LENGTH) cells.push(`:${packed.slice(at, at + CELL_LENGTH)}`);
  return cells;
}

/** The lines of packed cells' text, each made as it is asked for; undefined when a cell was cut, lost or changed. */
export function unpackLines(cells: readonly string[]): Iterable<string> | undefined {
  if (!cells.every((cell) => /^:[A-Za-z0-9+/]+={0,2}$/.test(cell))) return undefined;
  const packed = Buffer.from(cells.map((cell) => cell.slice(1)).join(''), 'base64');
  try {
    return linesOf(inflateRawSync(packed, { maxOutputLength: MOST_BYTES }));
  } catch {
    return undefined;
  }
}

const LINE_FEED = 10;

function* linesOf(bytes: Buffer): Generator<string> {
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(LINE_FEED, at);
    const next = end === -1 ? bytes.length : end;
    yield bytes.toString('utf8', at, next);
    at = next + 1;
  }
}
