import { deflateRawSync } from 'node:zlib';
import { writeZip } from '../../../src/ooxml/write-zip.ts';
import { rows, workbookOf } from '../../input/tabular/workbook-of.ts';
import { NOTHING, refusals, type ImportCase } from './import-case.ts';

const DOWNLOAD = `${NOTHING} Download or export it again.`;
const SAVE_AGAIN = `${NOTHING} Open it in Excel, save it under a new name and import that.`;
const FEWER = `${NOTHING} Export fewer rows at a time, or as CSV.`;
const MEGABYTE = 1024 * 1024;
const DIRECTORY = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
const workbook = workbookOf({ sheets: [{ rows: rows(['id', 'name', 'amount'], ['D-1', 'Core', 5]) }] });

const zip = (parts: Readonly<Record<string, string | Uint8Array>>): Buffer => writeZip(new Map(Object.entries(parts)));

/** The bytes with something changed in them. */
function changed(bytes: Uint8Array, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

/** A zip whose one entry says something else in the directory, at a place behind its beginning. */
const inDirectory = (bytes: Uint8Array, place: number, value: number, width: 2 | 4): Buffer =>
  changed(bytes, (copy) => copy.writeUIntLE(value, copy.indexOf(DIRECTORY) + place, width));

/** A workbook with one part more, called otherwise in so many of the two places that name it. */
function renamed(from: string, to: string, places: 1 | 2): Buffer {
  const parts = { 'xl/parts.xml': '<x/>', [from]: '<x/>' };
  return changed(workbookOf({ sheets: [{ rows: rows(['id', 'name'], ['D-1', 'Core']) }], parts }), (copy) => {
    copy.write(to, copy.lastIndexOf(from));
    if (places === 2) copy.write(to, copy.indexOf(from));
  });
}

/** A workbook that refers to a part it does not hold. */
function without(type: 'styles' | 'sharedStrings'): Buffer {
  return workbookOf({
    sheets: [{ rows: rows(['id', 'name', 'amount'], ['D-1', 'Core', 5]) }],
    dialect: (xml, path) =>
      path === 'xl/_rels/workbook.xml.rels'
        ? xml.replace('</Relationships>', `<Relationship Id="x" Type="x/${type}" Target="lost.xml"/>$&`)
        : xml,
  });
}

const bomb = zip({ 'deals.csv': Buffer.alloc(40 * MEGABYTE, 'a') });

/** Packages that are broken, locked, or larger than they may be. */
export const DAMAGED_CASES: readonly ImportCase[] = refusals([
  [
    'cut short',
    'deals.xlsx',
    workbook.subarray(0, -30),
    'data: deals.xlsx is cut short: the end of the file is missing.',
    DOWNLOAD,
  ],
  [
    'cut in the middle of its directory',
    'deals.xlsx',
    changed(workbook, (copy) => copy.fill(0, copy.indexOf(DIRECTORY), copy.length - 22)),
    'data: deals.xlsx is cut short or damaged: its directory is incomplete.',
    DOWNLOAD,
  ],
  [
    'with a part that is not what the directory says',
    'deals.xlsx',
    changed(workbook, (copy) => (copy[copy.indexOf('xl/workbook.xml') + 'xl/workbook.xml'.length + 20]! ^= 0xff)),
    'data: deals.xlsx is damaged: xl/workbook.xml is not what its directory declares.',
    SAVE_AGAIN,
  ],
  [
    'with two parts of one name, of which nobody knows the right one',
    'deals.xlsx',
    renamed('xl/extra.xml', 'xl/Parts.xml', 2),
    'data: deals.xlsx is damaged: it holds xl/parts.xml twice.',
    SAVE_AGAIN,
  ],
  [
    'with a part that has another name in the directory',
    'deals.xlsx',
    renamed('xl/extra.xml', 'xl/axtra.xml', 1),
    'data: deals.xlsx is damaged: what its directory calls xl/axtra.xml has another name.',
    SAVE_AGAIN,
  ],
  [
    'with more parts than it counts',
    'deals.xlsx',
    changed(workbook, (copy) => copy.writeUInt16LE(2, copy.length - 12)),
    'data: deals.xlsx is damaged: its directory lists more parts than it says.',
    SAVE_AGAIN,
  ],
  [
    'without the styles that make dates of its numbers',
    'deals.xlsx',
    without('styles'),
    'data: deals.xlsx is damaged: xl/lost.xml is missing.',
    SAVE_AGAIN,
  ],
  [
    'without the texts its cells refer to',
    'deals.xlsx',
    without('sharedStrings'),
    'data: deals.xlsx is damaged: xl/lost.xml is missing.',
    SAVE_AGAIN,
  ],
  [
    'in an encoding that is none',
    'deals.xlsx',
    workbookOf({
      sheets: [{ rows: rows(['id', 'name', 'amount'], ['D-1', 'Core', 5]) }],
      dialect: (xml) => xml.replace('UTF-8', 'klingon'),
    }),
    'data: deals.xlsx cannot be read: _rels/.rels declares the encoding "klingon", which is none.',
    SAVE_AGAIN,
  ],
  [
    'encrypted',
    'deals.zip',
    inDirectory(zip({ 'deals.csv': 'id,name\n1,a\n' }), 8, 1, 2),
    'data: deals.zip is protected with a password.',
    `${NOTHING} Take the password off and save a copy.`,
  ],
  [
    'packed in a way nobody unpacks',
    'deals.zip',
    inDirectory(zip({ 'deals.csv': 'id,name\n'.repeat(100) }), 10, 12, 2),
    'data: deals.zip packs deals.csv in a way that spreadsheet programs do not use.',
    SAVE_AGAIN,
  ],
  [
    'a bomb by its ratio',
    'deals.zip',
    bomb,
    `data: deals.zip packs 40 MB of deals.csv into ${bomb.readUInt32LE(bomb.indexOf(DIRECTORY) + 20)} bytes, as no honest file does.`,
    FEWER,
  ],
  [
    'a bomb by its declared size',
    'deals.zip',
    inDirectory(zip({ 'deals.csv': deflateRawSync(Buffer.from('x')) }), 24, 900 * MEGABYTE, 4),
    'data: deals.zip unpacks to 900 MB, more than the 300 MB that are read.',
    FEWER,
  ],
  [
    'a bomb that declares less than it holds',
    'deals.zip',
    inDirectory(zip({ 'deals.csv': Buffer.from('id,name\n'.repeat(1000)) }), 24, 10, 4),
    'data: deals.zip is damaged: deals.csv is not what its directory declares.',
    SAVE_AGAIN,
  ],
  [
    'of thousands of entries',
    'deals.zip',
    zip(Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`a${index}.csv`, '']))),
    'data: deals.zip holds 10001 parts, more than the 10000 that are read.',
    FEWER,
  ],
  [
    'a zip of several CSV files',
    'export.zip',
    zip({ 'deals.csv': 'id\n', 'accounts.csv': 'id\n', 'photo.png': 'x', '__MACOSX/._deals.csv': 'x' }),
    'usage: export.zip is a zip that holds several files: accounts.csv, deals.csv.',
    `${NOTHING} Unpack it and import the files you mean.`,
  ],
  [
    'a zip without a CSV file',
    'export.zip',
    zip({ 'a/deals.xlsx': 'x', 'b.txt.bak': 'x' }),
    'data: export.zip is a zip without a CSV file; it holds a/deals.xlsx, b.txt.bak.',
    `${NOTHING} Unpack it and import a CSV file or a workbook.`,
  ],
  [
    'an empty zip',
    'export.zip',
    zip({}),
    'data: export.zip is an empty zip.',
    `${NOTHING} Unpack it and import a CSV file or a workbook.`,
  ],
]);
