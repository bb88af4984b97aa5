/** XML is UTF-8 unless a byte-order mark says UTF-16. Pieces may end inside a character. */
export async function* decodeXml(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let carried: Buffer | undefined;
  let isFirst = true;
  for await (const piece of pieces) {
    if (isFirst && piece[0] === 0xff && piece[1] === 0xfe) decoder = new TextDecoder('utf-16le');
    if (isFirst && piece[0] === 0xfe && piece[1] === 0xff) decoder = new TextDecoder('utf-16be');
    isFirst = false;
    if (decoder) {
      yield decoder.decode(piece, { stream: true });
      continue;
    }
    const bytes: Buffer = carried ? Buffer.concat([carried, piece]) : piece;
    const end = endOfCharacters(bytes);
    carried = end < bytes.length ? bytes.subarray(end) : undefined;
    yield bytes.toString('utf8', 0, end);
  }
  if (carried) yield carried.toString('utf8');
}

/** Where the last whole character of a piece of UTF-8 ends. */
function endOfCharacters(bytes: Buffer): number {
  let start = bytes.length - 1;
  while (start > 0 && bytes.length - start < 4 && (bytes[start]! & 0xc0) === 0x80) start -= 1;
  const lead = bytes[start] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return start + length > bytes.length ? start : bytes.length;
}
