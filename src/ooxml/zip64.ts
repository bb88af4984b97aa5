/** What a field says that is too small for its number: the number stands in an extra field. */
const ELSEWHERE = 0xffffffff;
const ZIP64_EXTRA = 1;
const END64_LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
const LOCATOR_LENGTH = 20;

interface EntryPlace {
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * The sizes and place of a zip entry as its extra field says them. Some programs, the Java libraries behind many exports among them,
 * write the 64-bit form for files of any size.
 * @param extra the extra field of the entry in the directory; @param entry what the directory says itself
 */
export function place64(extra: Buffer, entry: EntryPlace): EntryPlace {
  const { size, packedSize, offset } = entry;
  if (size !== ELSEWHERE && packedSize !== ELSEWHERE && offset !== ELSEWHERE) return entry;
  const numbers = numbersIn(extra);
  // Only what does not fit stands in the extra field, always in this order.
  const take = (own: number): number => (own === ELSEWHERE ? (numbers.shift() ?? own) : own);
  const whole = take(size);
  const packed = take(packedSize);
  return { size: whole, packedSize: packed, offset: take(offset) };
}

/** Number of entries and place of the directory where the 64-bit record before the usual end says them; undefined without one. */
export function directory64(
  buffer: Buffer,
  end: number,
): { readonly count: number; readonly start: number } | undefined {
  const locator = end - LOCATOR_LENGTH;
  if (locator < 0 || buffer.readUInt32LE(locator) !== END64_LOCATOR) return undefined;
  const at = Number(buffer.readBigUInt64LE(locator + 8));
  if (at + 56 > buffer.length || buffer.readUInt32LE(at) !== END64) return undefined;
  return { count: Number(buffer.readBigUInt64LE(at + 32)), start: Number(buffer.readBigUInt64LE(at + 48)) };
}

function numbersIn(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === ZIP64_EXTRA) {
      const field = extra.subarray(at + 4, at + 4 + length);
      return Array.from({ length: Math.floor(field.length / 8) }, (_, index) =>
        Number(field.readBigUInt64LE(index * 8)),
      );
    }
    at += 4 + length;
  }
  return [];
}
