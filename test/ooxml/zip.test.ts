import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packPieces } from '../../src/ooxml/packed-part.ts';
import { readZip } from '../../src/ooxml/read-zip.ts';
import { writeZip } from '../../src/ooxml/write-zip.ts';
import { zipDirectory, ZipError, type ZipFault } from '../../src/ooxml/zip-directory.ts';

const bytesOf = (content: string | Uint8Array): Uint8Array => new Uint8Array(Buffer.from(content as Uint8Array));
const path = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }).filter((name) => !name.endsWith('/'));
const content = fc.oneof(fc.string({ maxLength: 2000, unit: 'binary' }), fc.uint8Array({ maxLength: 2000 }));
const packages = fc
  .uniqueArray(fc.tuple(path, content), { maxLength: 12, selector: ([name]) => name })
  .map((entries) => new Map(entries));

function faultOf(read: () => unknown): ZipFault | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof ZipError) return error.fault;
    throw error;
  }
}

describe('a package', () => {
  it('gives back every part that was put in', () => {
    fc.assert(
      fc.property(packages, (parts) => {
        const read = readZip(writeZip(parts));
        expect(new Map([...read].map(([name, bytes]) => [name, bytesOf(bytes)]))).toEqual(
          new Map([...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, bytes]) => [name, bytesOf(bytes)])),
        );
      }),
    );
  });

  it('holds a part that came in pieces as if it had come whole, however long it is', () => {
    const row = (number: number) => `<row r="${number}"><c><v>Blåfjord 🏔 ${number}</v></c></row>`;
    const rows = Array.from({ length: 120_000 }, (_, index) => row(index));
    const written = writeZip(new Map([['xl/worksheets/sheet1.xml', packPieces(rows)]]));
    const whole = Buffer.from(rows.join(''));
    expect(whole.equals(readZip(written).get('xl/worksheets/sheet1.xml')!)).toBe(true);
    expect(whole.equals(unzipSync(written)['xl/worksheets/sheet1.xml']!)).toBe(true);
    expect(packPieces(['🏔'.slice(0, 1), '🏔'.slice(1)])).toEqual(packPieces(['🏔']));
  });

  it('is read alike by another zip library', () => {
    const parts = new Map<string, string | Uint8Array>([
      ['ppt/slides/slide1.xml', '<p:sld/>'.repeat(100)],
      ['ppt/média/ärger.png', new Uint8Array([1, 2, 3])],
    ]);
    const read = unzipSync(writeZip(parts));
    expect(Object.keys(read)).toEqual(['ppt/média/ärger.png', 'ppt/slides/slide1.xml']);
    expect(Buffer.from(read['ppt/slides/slide1.xml'] ?? []).toString()).toBe('<p:sld/>'.repeat(100));
  });

  it('can come from another zip library', () => {
    const read = readZip(
      zipSync({ 'xl/workbook.xml': Buffer.from('<workbook/>'.repeat(50)), 'xl/': new Uint8Array() }),
    );
    expect([...read.keys()]).toEqual(['xl/workbook.xml']);
  });

  it('has the same bytes whatever order its parts were added in', () => {
    fc.assert(
      fc.property(packages, (parts) => {
        expect(writeZip(parts).equals(writeZip(new Map([...parts].reverse())))).toBe(true);
      }),
    );
  });

  it('starts with its content types, holds no folder and no time of day', () => {
    const entries = zipDirectory(
      writeZip(
        new Map([
          ['docProps/app.xml', '<Properties/>'],
          ['_rels/.rels', '<Relationships/>'],
          ['[Content_Types].xml', '<Types/>'],
        ]),
      ),
    );
    expect(entries.map((entry) => entry.path)).toEqual(['[Content_Types].xml', '_rels/.rels', 'docProps/app.xml']);
    expect(new Set(entries.map((entry) => `${entry.date} ${entry.time}`))).toEqual(new Set(['33 0']));
  });

  it('stores what deflating does not shrink', () => {
    const parts = new Map<string, string | Uint8Array>([
      ['a.png', deflateRawSync(Buffer.from('noise'.repeat(99)))],
      ['b.xml', '<a/>'.repeat(99)],
    ]);
    expect(zipDirectory(writeZip(parts)).map((entry) => entry.method)).toEqual([0, 8]);
    expect(zipDirectory(writeZip(parts, { compress: false })).map((entry) => entry.method)).toEqual([0, 0]);
  });
});

describe('a file that is no sound package', () => {
  const sound = writeZip(
    new Map([
      ['a.xml', '<a/>'.repeat(1000)],
      ['b.xml', '<b/>'.repeat(1000)],
    ]),
  );

  it('is told from a package by what it is', () => {
    expect(faultOf(() => readZip(new Uint8Array()))).toBe('not a zip');
    expect(() => readZip(new Uint8Array())).toThrow('is empty');
    expect(faultOf(() => readZip(Buffer.from('Partner,Amount\nNorthwind,100\n'.repeat(9))))).toBe('not a zip');
    const ole = Buffer.alloc(2048);
    ole.write('d0cf11e0a1b11ae1', 'hex');
    expect(() => readZip(ole)).toThrow('is in the format of Office 97 to 2003: save it as .xlsx or .pptx');
    ole.write('EncryptedPackage', 1024, 'utf16le');
    expect(faultOf(() => readZip(ole))).toBe('encrypted');
  });

  it('is called truncated wherever it breaks off', () => {
    for (let length = 4; length < sound.length; length += 1) {
      expect(faultOf(() => readZip(sound.subarray(0, length)))).toBe('truncated');
    }
  });

  it('is called damaged when a part is not what the directory declares', () => {
    const damaged = Buffer.from(sound);
    damaged.writeUInt8(damaged.readUInt8(40) ^ 0xff, 40);
    expect(faultOf(() => readZip(damaged))).toBe('damaged');
  });

  it('never makes reading fail in any other way, whatever byte is wrong', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: sound.length - 1 }), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const broken = Buffer.from(sound);
        broken.writeUInt8(byte, at);
        expect(() => faultOf(() => readZip(broken))).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });

  it('is sound whatever its comment holds, also what looks like the end of another', () => {
    const comment = Buffer.from([0x50, 0x4b, 5, 6, ...Array.from({ length: 30 }, () => 0)]);
    const commented = Buffer.concat([sound, comment, Buffer.from('served in 0.2 s')]);
    commented.writeUInt16LE(comment.length, sound.length - 2);
    expect([...readZip(commented).keys()]).toEqual(['a.xml', 'b.xml']);
  });

  it('is called encrypted when its entries are', () => {
    const locked = Buffer.from(sound);
    const directory = locked.indexOf(Buffer.from('504b0102', 'hex'));
    locked.writeUInt16LE(0x0801, directory + 8);
    expect(faultOf(() => readZip(locked))).toBe('encrypted');
  });
});

describe('a package made to exhaust memory', () => {
  it('is refused by how much it declares to hold, before anything is unpacked', () => {
    const bomb = writeZip(new Map([['xl/worksheets/sheet1.xml', ' '.repeat(20_000_000)]]));
    expect(bomb.length).toBeLessThan(30_000);
    expect(() => readZip(bomb)).toThrow(
      /^packs 20 MB of xl\/worksheets\/sheet1\.xml into \d+ bytes, as no honest file does$/,
    );
    expect(() => readZip(bomb, { ratio: 5000, totalSize: 10_000_000 })).toThrow(
      'unpacks to 20 MB, more than the 10 MB that are read',
    );
    expect(readZip(bomb, { ratio: 5000 }).size).toBe(1);
  });

  it('is refused when it declares less than it holds', () => {
    const bomb = writeZip(new Map([['a.xml', ' '.repeat(20_000_000)]]));
    const directory = bomb.lastIndexOf(Buffer.from('504b0102', 'hex'));
    bomb.writeUInt32LE(1000, directory + 24);
    expect(faultOf(() => readZip(bomb))).toBe('damaged');
  });

  it('is refused for its number of parts', () => {
    const parts = new Map(Array.from({ length: 50 }, (_, index) => [`part${index}.xml`, '<a/>']));
    expect(() => readZip(writeZip(parts), { entries: 49 })).toThrow('holds 50 parts, more than the 49 that are read');
  });
});
