/**
 * The text of a file of unknown encoding: a byte-order mark decides; without one, UTF-16 shows by its zero bytes, and what is not
 * valid UTF-8 is taken for Windows-1252, in which Excel saves "CSV" in Western languages. NUL characters, which some databases pad
 * their exports with, are left out, and so is the mark that old programs end a text with.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = textOf(bytes).replace(/\u001a\s*$/, '');
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes);
  const zeroes = zeroByteSide(bytes);
  if (zeroes) return decode(zeroes, bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80 on. */
const FROM_0X80 = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ';

/** Written out because Node's own decoder of that name reads Latin-1 in some releases, which loses the euro sign. */
function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\u0080-\u009f]/g, (character) => FROM_0X80[character.charCodeAt(0) - 0x80]!);
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Western text in UTF-16 has a zero in nearly every second byte: the odd ones in little-endian order, the even ones in big-endian. */
function zeroByteSide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 1000);
  if (sample.length < 4) return undefined;
  let [even, odd] = [0, 0];
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  const most = sample.length * 0.35;
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : undefined;
}
