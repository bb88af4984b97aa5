import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readTable } from '../../src/input/tabular/read-table.ts';
import type { TableOptions } from '../../src/input/tabular/table-of-text.ts';
import { writeZip } from '../../src/ooxml/write-zip.ts';
import { Failure } from '../../src/units/failure.ts';
import { rows, workbookOf } from './tabular/workbook-of.ts';

/** What a person is told about a file: the sentence, then the way out. */
async function refusal(content: string | Uint8Array, name: string, options?: TableOptions): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cam-refusal-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, name), content);
  return refusalAt(join(folder, name), options);
}

async function refusalAt(path: string, options?: TableOptions): Promise<string[]> {
  const error = await readTable(path, options).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Failure)) throw error ?? new Error('The file was read.');
  return [`${error.kind}: ${error.message}`, ...(error.remedy === undefined ? [] : [error.remedy])];
}

const zip = (parts: Readonly<Record<string, string | Uint8Array>>): Buffer => writeZip(new Map(Object.entries(parts)));
const DEALS = rows(['id', 'name', 'amount'], ['D-1', 'Core', 5]);

/** An OLE file as far as it is looked at: its signature and the names of its streams. */
function ole(...names: readonly string[]): Buffer {
  const streams = names.map((name) => Buffer.from(`${name}\0`.padEnd(32, '\0'), 'utf16le'));
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), ...streams]);
}

/** A zip whose one deflated entry declares any sizes. */
function declared(path: string, content: Uint8Array, size: number): Buffer {
  const honest = writeZip(new Map([[path, content]]));
  const central = honest.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  honest.writeUInt32LE(size, central + 24);
  return honest;
}

const NOTHING = 'Nothing was imported.';
const AGAIN = `${NOTHING} Export the file again.`;
const SAVE = `${NOTHING} Open it in Excel and save it as "Excel Workbook (.xlsx)" or "CSV UTF-8".`;
const OWN_PROGRAM = `${NOTHING} Open it in its own program and save or export it as .xlsx or CSV.`;
const FROM_SOURCE = 'Export the table itself as CSV or .xlsx from its source.';
const ROWS_BEHIND = `${NOTHING} Export the rows behind it as CSV or .xlsx.`;
const DOWNLOAD = `${NOTHING} Download or export it again.`;

describe('a file of another kind is refused by what it is, with the way out:', () => {
  it.each([
    [
      'an old workbook',
      'old.xls',
      ole('Root Entry', 'Workbook'),
      'data: old.xls is an old Excel workbook (.xls).',
      SAVE,
    ],
    ['an older one', 'old.xls', ole('Root Entry', 'Book'), 'data: old.xls is an old Excel workbook (.xls).', SAVE],
    [
      'a workbook with a password',
      'secret.xlsx',
      ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'),
      'data: secret.xlsx is protected with a password.',
      `${NOTHING} Open it in Excel, take the password off (File > Info > Protect Workbook) and save a copy.`,
    ],
    [
      'a letter of Word 97',
      'letter.doc',
      ole('Root Entry', 'WordDocument'),
      'data: letter.doc is an old Word document (.doc), not a spreadsheet.',
      FROM_SOURCE,
    ],
    ['an e-mail', 'mail.msg', ole('__substg1.0'), 'data: mail.msg is in a format of Office 97 to 2003.', SAVE],
    [
      'a spreadsheet of LibreOffice',
      'deals.ods',
      zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
      'data: deals.ods is an OpenDocument spreadsheet (.ods).',
      OWN_PROGRAM,
    ],
    [
      'a text of LibreOffice',
      'deals.odt',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
      'data: deals.odt is an OpenDocument file, not a spreadsheet.',
      OWN_PROGRAM,
    ],
    [
      'a binary workbook',
      'deals.xlsb',
      zip({ '[Content_Types].xml': '<x/>', 'xl/workbook.bin': 'bin' }),
      'data: deals.xlsb is a binary Excel workbook (.xlsb).',
      OWN_PROGRAM,
    ],
    [
      'a letter',
      'letter.docx',
      zip({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' }),
      'data: letter.docx is a Word document, not a spreadsheet.',
      OWN_PROGRAM,
    ],
    [
      'a deck',
      'qbr.pptx',
      zip({ '[Content_Types].xml': '<x/>', 'ppt/presentation.xml': '<x/>' }),
      'data: qbr.pptx is a PowerPoint deck, not a spreadsheet.',
      OWN_PROGRAM,
    ],
    [
      'a table of Numbers',
      'deals.numbers',
      zip({ 'Index/Document.iwa': 'x', 'Metadata/Properties.plist': 'x' }),
      'data: deals.numbers is a document of Numbers, Pages or Keynote.',
      OWN_PROGRAM,
    ],
    [
      'a web page called .xls',
      'report.xls',
      '\n<html xmlns:o="urn:schemas-microsoft-com:office:office"><table><tr><td>id</td></tr></table></html>',
      'data: report.xls is a web page, whatever its name says.',
      'Open it in Excel and save it as .xlsx, or export again: a log-in page is saved like this too.',
    ],
    [
      'an XML spreadsheet of 2003',
      'report.xls',
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
      'data: report.xls is an XML spreadsheet of Excel 2003.',
      SAVE,
    ],
    ['other XML', 'report.xml', '<?xml version="1.0"?><deals/>', 'data: report.xml is XML.', FROM_SOURCE],
    ['JSON', 'deals.json', '[\n  {"id": 1}\n]', 'data: deals.json is JSON, not a table.', FROM_SOURCE],
    ['a PDF', 'deals.pdf', '%PDF-1.7\n', 'data: deals.pdf is a PDF, not a spreadsheet.', FROM_SOURCE],
    [
      'a picture',
      'deals.png',
      Buffer.from('89504e470d0a1a0a', 'hex'),
      'data: deals.png is a picture, not a spreadsheet.',
      FROM_SOURCE,
    ],
    [
      'a gzip archive',
      'deals.csv.gz',
      Buffer.from([0x1f, 0x8b, 8, 0]),
      'data: deals.csv.gz is a gzip archive, not a spreadsheet.',
      'Unpack it first, then import what is inside.',
    ],
    [
      'a program',
      'setup.csv',
      Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 37) % 251)),
      'data: setup.csv is neither text nor a workbook.',
      FROM_SOURCE,
    ],
  ])('%s', async (_, name, content, message, remedy) => {
    expect(await refusal(content, name)).toEqual([message, remedy]);
  });
});

describe('a file without rows is refused:', () => {
  it.each([
    ['an empty one', '', 'deals.csv is empty.', AGAIN],
    ['white space', ' \n\t\r\n', 'deals.csv holds nothing but white space.', AGAIN],
    ['commas only', ',,\n,,\n', 'deals.csv holds nothing but white space.', AGAIN],
    ['a header only', 'id,name\n', 'deals.csv has a header and no rows.', AGAIN],
    [
      'a quotation mark that never closes',
      'id,name\n1,"a\nb"\n2,"c\n3,d\n',
      'deals.csv:4: a quotation mark opens here and is never closed.',
      `${NOTHING} Export the file again, or close the quotation mark in that line.`,
    ],
    [
      'a letter',
      'Dear Ines,\n\nthank you for the call, the numbers, and the plan.\nWe will send the list soon, I hope.\nWe look forward to it, as ever.\n\nBest, Bo, Acme, Oslo, Norway\n',
      'deals.csv holds no table: 3 of 3 lines do not have the 3 cells of the line taken for its header (thank you for the call, the numbers, and the plan.).',
      ROWS_BEHIND,
    ],
    [
      'sentences, one to a line',
      'Statement of account\nYour balance was 500.00 on the first of May.\nYour balance was 700.00 on the first of June.\n',
      'deals.csv holds no table: it is text in one column.',
      ROWS_BEHIND,
    ],
    [
      'lines that differ in their cells',
      'Statement,May,2026\na,b\nc\nd,e\nf,g,h,i\nj,k\n',
      'deals.csv holds no table: 5 of 5 lines do not have the 3 cells of the line taken for its header (Statement, May, 2026).',
      ROWS_BEHIND,
    ],
  ])('%s', async (_, content, message, remedy) => {
    expect(await refusal(content, 'deals.csv')).toEqual([`data: ${message}`, remedy]);
  });

  it('a list of names in one column is a table, not prose', async () => {
    await expect(refusal('name\nAcme Ltd\nBrix\n', 'partners.csv')).rejects.toThrow('The file was read.');
  });
});

describe('a workbook without a table is refused with the reason:', () => {
  const empty = { sheets: [{ name: 'Sheet1' }, { name: 'Sheet2' }] };
  it.each([
    ['nothing on its sheets', empty, 'data: deals.xlsx holds no table.', `${NOTHING} Export the rows as CSV or .xlsx.`],
    [
      'one empty sheet',
      { sheets: [{ name: 'Sheet1' }] },
      'data: deals.xlsx holds no table.',
      `${NOTHING} Export the rows as CSV or .xlsx.`,
    ],
    [
      'rows in a data model',
      { ...empty, parts: { 'xl/model/item.data': 'x' } },
      'data: deals.xlsx keeps its rows in a data model (Power Pivot), and its sheets hold no table.',
      `${NOTHING} Export the rows from the system they come from, or load the query to a sheet and save.`,
    ],
    [
      'rows only behind a pivot table',
      {
        sheets: [{ rows: rows(['Row Labels', 'Sum'], ['won', 5]), relations: { pivotTable: '../pivotTables/p.xml' } }],
        parts: { 'xl/pivotTables/p.xml': '<p><location ref="A1:B2"/></p>' },
        dialect: (xml: string) =>
          xml.replace(
            '<Relationship Id="rIdA"',
            '<Relationship Id="rIdP" Type="x/pivotCacheDefinition" Target="p.xml"/>$&',
          ),
      },
      'data: deals.xlsx holds pivot tables only, and not the rows they sum up.',
      `${NOTHING} Double-click the pivot's grand total in Excel to get the rows on a sheet, and save.`,
    ],
    [
      'its rows hidden',
      { sheets: [{ name: 'Notes' }, { name: 'Deals 26', state: 'hidden' as const, rows: DEALS }] },
      'data: deals.xlsx holds no table on a visible sheet.',
      `${NOTHING} Hidden sheets are read when you name them with --sheet: "Deals 26" (hidden).`,
    ],
    [
      'its sheet lost',
      { sheets: [{ name: 'Deals', kind: 'missing' as const }] },
      'data: deals.xlsx is damaged: it lists sheets it does not hold: "Deals".',
      `${NOTHING} Export it again.`,
    ],
    [
      'a letter in its first column',
      {
        sheets: [
          {
            rows: rows(
              ['Dear Ines, thank you for the call this morning.'],
              ['We will send the list of deals soon.'],
              ['We look forward to it, as we always do.'],
            ),
          },
        ],
      },
      'data: deals.xlsx holds no table: it is text in one column.',
      ROWS_BEHIND,
    ],
    [
      'a header only',
      { sheets: [{ name: 'Deals', rows: rows(['id', 'name']) }] },
      'data: deals.xlsx, sheet "Deals", has a header and no rows.',
      AGAIN,
    ],
  ])('%s', async (_, workbook, message, remedy) => {
    expect(await refusal(workbookOf(workbook), 'deals.xlsx')).toEqual([message, remedy]);
  });
});

describe('the sheet of a workbook', () => {
  const several = workbookOf({
    sheets: [
      { name: 'Q1 deals', rows: DEALS },
      { name: 'Q2 deals', rows: DEALS },
      { name: 'Lists', state: 'veryHidden', rows: DEALS },
      { name: 'Chart1', kind: 'chartsheet' },
    ],
  });

  it('has to be named where several hold a table', async () => {
    expect(await refusal(several, 'deals.xlsx')).toEqual([
      'usage: deals.xlsx holds a table on each of several sheets: "Q1 deals", "Q2 deals".',
      `${NOTHING} Say which one: --sheet "Q1 deals"`,
    ]);
  });

  it('must be one of the workbook', async () => {
    expect(await refusal(several, 'deals.xlsx', { sheet: 'Q3' })).toEqual([
      'usage: deals.xlsx has no sheet "Q3".',
      'Its sheets: "Q1 deals", "Q2 deals", "Lists" (very hidden), "Chart1".',
    ]);
  });

  it('must hold cells', async () => {
    expect(await refusal(several, 'deals.xlsx', { sheet: 'chart1' })).toEqual([
      'data: deals.xlsx: sheet "Chart1" holds a chart and no cells.',
      'Its sheets: "Q1 deals", "Q2 deals", "Lists" (very hidden), "Chart1".',
    ]);
    expect(
      await refusal(workbookOf({ sheets: [{ name: 'A', rows: DEALS }, { name: 'B' }] }), 'deals.xlsx', { sheet: 'B' }),
    ).toEqual(['data: deals.xlsx: sheet "B" is empty.', NOTHING]);
  });
});

describe('a damaged or dangerous package is refused before it is unpacked:', () => {
  const workbook = workbookOf({ sheets: [{ rows: DEALS }] });

  it('cut short', async () => {
    expect(await refusal(workbook.subarray(0, -30), 'deals.xlsx')).toEqual([
      'data: deals.xlsx is cut short: the end of the file is missing.',
      DOWNLOAD,
    ]);
  });

  it('cut in the middle of its directory', async () => {
    const broken = Buffer.from(workbook);
    broken.fill(0, broken.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])), broken.length - 22);
    expect(await refusal(broken, 'deals.xlsx')).toEqual([
      'data: deals.xlsx is cut short or damaged: its directory is incomplete.',
      DOWNLOAD,
    ]);
  });

  it('with a part that is not what the directory says', async () => {
    const changed = Buffer.from(workbook);
    const at = changed.indexOf('xl/workbook.xml') + 'xl/workbook.xml'.length + 20;
    changed[at]! ^= 0xff;
    const [message, remedy] = await refusal(changed, 'deals.xlsx');
    expect(message).toBe('data: deals.xlsx is damaged: xl/workbook.xml is not what its directory declares.');
    expect(remedy).toBe(`${NOTHING} Open it in Excel, save it under a new name and import that.`);
  });

  it('encrypted', async () => {
    const locked = zip({ 'deals.csv': 'id,name\n1,a\n' });
    const central = locked.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    locked.writeUInt16LE(1, central + 8);
    expect(await refusal(locked, 'deals.zip')).toEqual([
      'data: deals.zip is protected with a password.',
      `${NOTHING} Take the password off and save a copy.`,
    ]);
  });

  it('packed in a way nobody unpacks', async () => {
    const packed = zip({ 'deals.csv': 'id,name\n'.repeat(100) });
    const central = packed.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    packed.writeUInt16LE(12, central + 10);
    expect((await refusal(packed, 'deals.zip'))[0]).toBe(
      'data: deals.zip packs deals.csv in a way that spreadsheet programs do not use.',
    );
  });

  it('a bomb by its ratio', async () => {
    const bomb = zip({ 'deals.csv': Buffer.alloc(40 * 1024 * 1024, 'a') });
    const [message, remedy] = await refusal(bomb, 'deals.zip');
    expect(message).toMatch(/^data: deals\.zip packs 40 MB of deals\.csv into \d+ bytes, as no honest file does\.$/);
    expect(remedy).toBe(`${NOTHING} Export fewer rows at a time, or as CSV.`);
  });

  it('a bomb by its declared size', async () => {
    const bomb = declared('deals.csv', deflateRawSync(Buffer.from('x')), 900 * 1024 * 1024);
    expect((await refusal(bomb, 'deals.zip'))[0]).toBe(
      'data: deals.zip unpacks to 900 MB, more than the 300 MB that are read.',
    );
  });

  it('a bomb that declares less than it holds', async () => {
    const bomb = declared('deals.csv', Buffer.from('id,name\n'.repeat(1000)), 10);
    expect((await refusal(bomb, 'deals.zip'))[0]).toBe(
      'data: deals.zip is damaged: deals.csv is not what its directory declares.',
    );
  });

  it('thousands of entries', async () => {
    const parts = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`a${index}.csv`, '']));
    expect((await refusal(zip(parts), 'deals.zip'))[0]).toBe(
      'data: deals.zip holds 10001 parts, more than the 10000 that are read.',
    );
  });
});

describe('a zip', () => {
  it('with several CSV files is refused, naming them', async () => {
    const parts = { 'deals.csv': 'id\n', 'accounts.csv': 'id\n', 'photo.png': 'x', '__MACOSX/._deals.csv': 'x' };
    expect(await refusal(zip(parts), 'export.zip')).toEqual([
      'usage: export.zip is a zip that holds several files: accounts.csv, deals.csv.',
      `${NOTHING} Unpack it and import the files you mean.`,
    ]);
  });

  it('without a CSV file is refused, naming what it holds', async () => {
    expect(await refusal(zip({ 'a/deals.xlsx': 'x', 'b.txt.bak': 'x' }), 'export.zip')).toEqual([
      'data: export.zip is a zip without a CSV file; it holds a/deals.xlsx, b.txt.bak.',
      `${NOTHING} Unpack it and import a CSV file or a workbook.`,
    ]);
    expect((await refusal(zip({}), 'export.zip'))[0]).toBe('data: export.zip is an empty zip.');
  });

  it('with another kind of file called .csv is refused for that', async () => {
    expect(await refusal(zip({ 'deals.csv': '%PDF-1.7' }), 'export.zip')).toEqual([
      'data: export.zip is a PDF, not a spreadsheet.',
      FROM_SOURCE,
    ]);
  });
});

it('a file larger than any text may be is refused before it is read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cam-refusal-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = await open(join(folder, 'deals.csv'), 'w');
  await file.truncate(401 * 1024 * 1024);
  await file.close();
  expect(await refusalAt(join(folder, 'deals.csv'))).toEqual([
    'data: deals.csv has 401 MB, more than the 400 MB that are read.',
    `${NOTHING} Export fewer rows or columns at a time.`,
  ]);
});

describe('what is no file', () => {
  it('is refused: nothing there, and a folder', async () => {
    expect(await refusalAt('/nowhere/deals.csv')).toEqual(['usage: There is no file /nowhere/deals.csv.']);
    const folder = await mkdtemp(join(tmpdir(), 'cam-refusal-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await mkdir(join(folder, 'deals.csv'));
    expect(await refusalAt(join(folder, 'deals.csv'))).toEqual([
      `usage: ${join(folder, 'deals.csv')} is a folder, not a file.`,
    ]);
  });
});
