import { constants, crc32, deflateRawSync } from 'node:zlib';

/** What a part of a package has become once it is deflated. */
export interface PackedPart {
  readonly packed: Uint8Array;
  /** Unpacked, in bytes. */
  readonly size: number;
  readonly checksum: number;
}

/** Characters that are deflated at once. Fixed, so that the same text gives the same bytes; texts that are shorter are packed whole. */
const AT_ONCE = 2_000_000;

/**
 * Deflates a text that comes in pieces and never stands in memory as a whole, as the rows of a large sheet: so many characters at a time
 * end on a whole byte, and those behind them follow there. Any program that reads deflated data reads them as one.
 */
export function packPieces(pieces: Iterable<string>): PackedPart {
  const chunks: Uint8Array[] = [];
  let [size, checksum, waiting] = [0, 0, ''];
  const pack = (finishFlush: number): void => {
    const bytes = Buffer.from(waiting, 'utf8');
    waiting = '';
    size += bytes.length;
    checksum = crc32(bytes, checksum);
    chunks.push(deflateRawSync(bytes, { level: 6, finishFlush }));
  };
  for (const piece of pieces) {
    // Half of a surrogate pair must not end up alone.
    if (waiting.length >= AT_ONCE && !/^[\udc00-\udfff]/.test(piece)) pack(constants.Z_SYNC_FLUSH);
    waiting += piece;
  }
  pack(constants.Z_FINISH);
  return { packed: Buffer.concat(chunks), size, checksum };
}
