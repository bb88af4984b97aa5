import { XmlError } from './xml-scanner.ts';

/**
 * The text of an XML part. It is UTF-8 unless its first bytes say otherwise: a byte-order mark, the zero bytes of UTF-16, or an encoding
 * that the part declares. Pieces may end inside a character.
 * @throws XmlError when the declared encoding is none
 */
export async function* decodeXml(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let carried: Buffer | undefined;
  let isFirst = true;
  for await (const piece of pieces) {
    if (isFirst) decoder = decoderFor(piece);
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

const DECLARATION = /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/;

/** What decodes a part that starts with these bytes; undefined for UTF-8, which needs none. */
function decoderFor(start: Buffer): InstanceType<typeof TextDecoder> | undefined {
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return new TextDecoder('utf-16le');
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return new TextDecoder('utf-16be');
  const declared = DECLARATION.exec(start.toString('latin1', 0, 200))?.[1];
  // Who can read the declaration byte by byte has no UTF-16 before them, whatever the program that wrote it thought.
  if (declared === undefined || /^(utf-?8|utf-?16|us-ascii)$/i.test(declared)) return undefined;
  try {
    return new TextDecoder(declared);
  } catch {
    throw new XmlError(`declares the encoding "${declared}", which is none`);
  }
}

/** Where the last whole character of a piece of UTF-8 ends. */
function endOfCharacters(bytes: Buffer): number {
  let start = bytes.length - 1;
  while (start > 0 && bytes.length - start < 4 && (bytes[start]! & 0xc0) === 0x80) start -= 1;
  const lead = bytes[start] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return start + length > bytes.length ? start : bytes.length;
}
