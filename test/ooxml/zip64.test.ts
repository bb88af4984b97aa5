import { describe, expect, it } from 'vitest';
import { readZip } from '../../src/ooxml/read-zip.ts';
import { writeZip } from '../../src/ooxml/write-zip.ts';
import { packedBytes, zipDirectory } from '../../src/ooxml/zip-directory.ts';

const ELSEWHERE = 0xffffffff;

/** The same package as programs write it that use the 64-bit form for every file. */
function as64Bit(bytes: Buffer, changeSize: (size: number) => number = (size) => size): Buffer {
  const end = bytes.length - 22;
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  const entries: Buffer[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const entry = Buffer.from(bytes.subarray(at, at + 46 + nameLength));
    const extra = Buffer.alloc(8 + 28);
    // A field of another program stands before it.
    extra.writeUInt16LE(0x5455, 0);
    extra.writeUInt16LE(4, 2);
    extra.writeUInt16LE(1, 8);
    extra.writeUInt16LE(24, 10);
    extra.writeBigUInt64LE(BigInt(changeSize(entry.readUInt32LE(24))), 12);
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(20)), 20);
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(42)), 28);
    for (const field of [20, 24, 42]) entry.writeUInt32LE(ELSEWHERE, field);
    entry.writeUInt16LE(extra.length, 30);
    entries.push(entry, extra);
    at += 46 + nameLength;
  }
  const directory = Buffer.concat(entries);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + directory.length), 8);
  const usualEnd = Buffer.from(bytes.subarray(end));
  usualEnd.writeUInt16LE(0xffff, 10);
  usualEnd.writeUInt32LE(ELSEWHERE, 16);
  return Buffer.concat([bytes.subarray(0, start), directory, record, locator, usualEnd]);
}

const parts = new Map([
  ['xl/workbook.xml', '<workbook/>'.repeat(50)],
  ['xl/worksheets/sheet1.xml', '<worksheet/>'],
]);

describe('a package in the 64-bit form', () => {
  it('is read like any other', () => {
    const read = readZip(as64Bit(writeZip(parts)));
    expect(new Map([...read].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]))).toEqual(parts);
  });

  it('is refused by the size it declares there, before it is unpacked', () => {
    const bomb = as64Bit(writeZip(parts), (size) => size + 5_000_000_000);
    expect(() => readZip(bomb)).toThrow('unpacks to 9537 MB, more than the 300 MB that are read');
  });

  it('is refused where its parts are not where it says', () => {
    const bytes = as64Bit(writeZip(parts));
    const [entry] = zipDirectory(bytes);
    expect(() => packedBytes(bytes, { ...entry!, offset: 2 ** 60 })).toThrow('is not where its directory says');
  });

  it('is refused where the record is cut off', () => {
    const bytes = as64Bit(writeZip(parts));
    const locator = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x06, 0x07]));
    bytes.writeBigUInt64LE(2n ** 63n, locator + 8);
    expect(() => zipDirectory(bytes)).toThrow('its directory is incomplete');
  });
});
