import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cellError } from '../../../src/input/tabular/cell-error.ts';
import { readSheets } from '../../../src/input/tabular/read-sheets.ts';
import { readTable } from '../../../src/input/tabular/read-table.ts';
import type { TableOptions, TextTable } from '../../../src/input/tabular/table-of-text.ts';
import { merges, row, rows, workbookOf, type GivenSheet, type GivenWorkbook } from './workbook-of.ts';

async function onDisk(bytes: Uint8Array, name = 'deals.xlsx'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cam-workbook-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, name), bytes);
  return join(folder, name);
}

async function read(workbook: GivenWorkbook | Uint8Array, options?: TableOptions): Promise<TextTable> {
  return readTable(await onDisk('sheets' in workbook ? workbookOf(workbook) : workbook), options);
}

const oneSheet = (given: GivenSheet | string): GivenWorkbook => ({
  sheets: [typeof given === 'string' ? { rows: given } : given],
});
const cellsOf = (table: TextTable): unknown[] => table.rows.map(({ cells }) => cells);
const DEALS = rows(['id', 'name', 'amount'], ['D-1', 'Core', 5], ['D-2', 'Edge', 6.5]);

describe('the cells of a workbook', () => {
  const values = async (cells: string, given: Partial<GivenWorkbook> = {}): Promise<unknown> => {
    const table = await read({ ...oneSheet(`${rows(['a', 'b', 'c'])}<row r="2">${cells}</row>`), ...given });
    return table.rows[0]!.cells;
  };

  it('are numbers as the file holds them, whatever it shows of them', async () => {
    expect(
      await values('<c r="A2"><v>1234.5678</v></c><c r="B2" t="n"><v>-1E-3</v></c><c r="C2"><v>5</v></c>'),
    ).toEqual([1234.5678, -0.001, 5]);
  });

  it('are texts: shared, inline, of formulas; bold words inside are text, the reading aid of Japanese is not', async () => {
    const strings =
      '<si><r><rPr><b/></rPr><t>Acme </t></r><r><t>&amp; Söhne</t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>';
    expect(
      await values(
        '<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="str"><f>A2</f><v>x &lt; y</v></c>',
        { strings },
      ),
    ).toEqual(['Acme & Söhne', '東京', 'x < y']);
  });

  it('are texts with characters XML cannot hold, written as Excel escapes them', async () => {
    const inline = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    expect(
      await values(inline('A2', 'a_x000D_b') + inline('B2', '_x005F_x000D_') + inline('C2', '<![CDATA[5 < 6 & 7]]>')),
    ).toEqual(['a\rb', '_x000D_', '5 < 6 & 7']);
  });

  it('are yes and no in words', async () => {
    expect(
      await values('<c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>0</v></c><c r="C2" t="b"><f>1=1</f><v>1</v></c>'),
    ).toEqual(['true', 'false', 'true']);
  });

  it('are errors in their own words, which no reader takes for a value', async () => {
    const cells = (await values(
      '<c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B2" t="e"><v>#N/A</v></c><c r="C2"><f>SUM(A1:A9)</f></c>',
    )) as string[];
    expect(cells.map(cellError)).toEqual([
      'holds the error #DIV/0!',
      'holds the error #N/A',
      'holds a formula without a result; open the file in Excel and save it',
    ]);
  });

  it('are results of formulas; one whose text is empty is blank, one never computed is not', async () => {
    expect(
      await values(
        '<c r="A2"><f>B2*2</f><v>10</v></c><c r="B2" t="str"><f>""</f><v></v></c><c r="C2"><f>SUM(A1:A9)</f><v/></c>',
      ),
    ).toEqual([10, '', '#NO RESULT!']);
  });

  it('are dates by their format or by their type, with the time where one is shown', async () => {
    expect(
      await values(
        '<c r="A2" s="0"><v>46095</v></c><c r="B2" s="1"><v>46095.75</v></c><c r="C2" t="d"><v>2026-03-14T00:00:00</v></c>',
        { formats: [14, 'dd/mm/yyyy hh:mm'] },
      ),
    ).toEqual(['2026-03-14', '2026-03-14 18:00:00', '2026-03-14']);
  });

  it('are dates of a workbook that counts from 1904', async () => {
    expect(
      await values('<c r="A2" s="0"><v>44633</v></c><c r="B2"><v>44633</v></c>', { formats: [14], from1904: true }),
    ).toEqual(['2026-03-14', 44_633, '']);
  });

  it('are money, per cent and padded ids where their format says so; a length of time is a number', async () => {
    expect(
      await values(
        '<c r="A2" s="0"><v>1250.5</v></c><c r="B2" s="1"><v>0.07</v></c><c r="C2" s="2"><v>123</v></c><c r="D2" s="3"><v>1.5</v></c>',
        {
          sheets: [
            {
              rows: `${rows(['a', 'b', 'c', 'd'])}<row r="2"><c r="A2" s="0"><v>1250.5</v></c><c r="B2" s="1"><v>0.07</v></c><c r="C2" s="2"><v>123</v></c><c r="D2" s="3"><v>1.5</v></c></row>`,
            },
          ],
          formats: ['#,##0.00 [$€-407]', 9, '00000', '[h]:mm'],
        },
      ),
    ).toEqual([{ value: 1250.5, currency: '€' }, { value: 7, percent: true }, '00123', 1.5]);
  });

  it('are no noughts where white space stands for a number, and no blanks where the file has lost a text', async () => {
    expect(await values('<c r="A2"><v> </v></c><c r="B2"><f>A1</f><v>\n</v></c><c r="C2" t="s"><v>99</v></c>')).toEqual(
      ['', '#NO RESULT!', '#REF!'],
    );
  });

  it('stand where they say they stand, in any order, and beside each other where they say nothing', async () => {
    const table = await read(
      oneSheet(
        '<row><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row>' +
          '<row r="3"><c r="B3"><v>6</v></c><c r="A3"><v>5</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>',
      ),
    );
    expect(table.rows).toEqual([
      { line: 2, cells: [1, 2] },
      { line: 3, cells: [5, 6] },
    ]);
  });
});

describe('the XML of a workbook', () => {
  it('may name its elements with a prefix', async () => {
    const dialect = (xml: string, path: string): string =>
      /sheet1|workbook\.xml$/.test(path)
        ? xml.replace(/<(\/?)(?!\?)(\w+)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=')
        : xml;
    expect(cellsOf(await read({ ...oneSheet(DEALS), dialect }))).toEqual([
      ['D-1', 'Core', 5],
      ['D-2', 'Edge', 6.5],
    ]);
  });

  it('may come with comments as openpyxl writes them, drop-downs, notes and pictures: they are not looked at', async () => {
    const table = await read({
      sheets: [
        {
          rows: DEALS,
          more: '<dataValidations count="1"><dataValidation type="list" sqref="C2:C9"><formula1>"a,b"</formula1></dataValidation></dataValidations><legacyDrawing r:id="anysvml"/>',
          relations: { comments: '/xl/comments/comment1.xml', vmlDrawing: '/xl/drawings/commentsDrawing1.vml' },
        },
      ],
      parts: { 'xl/comments/comment1.xml': '<comments><broken', 'xl/drawings/commentsDrawing1.vml': '<xml>' },
    });
    expect(table.rows).toHaveLength(2);
  });

  it('may refer to its parts by whole paths, in another case, with backslashes', async () => {
    const dialect = (xml: string): string =>
      xml
        .replace('"worksheets/sheet1.xml"', '"/xl/WorkSheets/sheet1.xml"')
        .replace('"xl/workbook.xml"', '"\\xl\\workbook.xml"');
    expect((await read({ ...oneSheet(DEALS), dialect })).rows).toHaveLength(2);
  });

  it('may be of the strict dialect, and may carry macros', async () => {
    const dialect = (xml: string): string =>
      xml
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/',
          'http://purl.oclc.org/ooxml/officeDocument/',
        );
    const parts = { 'xl/vbaProject.bin': Buffer.from('d0cf11e0', 'hex') };
    const path = await onDisk(workbookOf({ ...oneSheet(DEALS), dialect, parts }), 'deals.xlsm');
    expect((await readTable(path)).rows).toHaveLength(2);
  });

  it('may be UTF-16', async () => {
    const sheet = Buffer.from(
      `\ufeff<worksheet><sheetData>${rows(['id', 'name'], ['1', 'Søn €'])}</sheetData></worksheet>`,
      'utf16le',
    );
    const table = await read({
      sheets: [{ kind: 'missing' }],
      parts: { 'xl/worksheets/sheet1.xml': sheet },
    });
    expect(cellsOf(table)).toEqual([['1', 'Søn €']]);
  });

  it('may be UTF-16 without saying so, or in the encoding its parts declare', async () => {
    const text = `<worksheet><sheetData>${rows(['id', 'name'], ['1', 'Søn'])}</sheetData></worksheet>`;
    const given: readonly (readonly [string, BufferEncoding])[] = [
      [text, 'utf16le'],
      [`<?xml version="1.0" encoding="windows-1252"?>${text}`, 'latin1'],
      [`<?xml version="1.0" encoding="utf-16"?>${text}`, 'utf8'],
    ];
    for (const [xml, encoding] of given) {
      const parts = { 'xl/worksheets/sheet1.xml': Buffer.from(xml, encoding) };
      expect(cellsOf(await read({ sheets: [{ kind: 'missing' }], parts }))).toEqual([['1', 'Søn']]);
    }
  });

  it('may add something of its own to a cell, which is no part of the value', async () => {
    const more = '<extLst><ext uri="u"><x14:f>A1</x14:f><x14:v>7</x14:v><x14:t>8</x14:t></ext></extLst>';
    const table = await read(
      oneSheet(rows(['id', 'name', 'amount'], ['D-1', 'Core', { xml: `<c r="C2"><v>12</v>${more}</c>` }])),
    );
    expect(cellsOf(table)).toEqual([['D-1', 'Core', 12]]);
  });

  it('may hold a sheet name with quotes and signs', async () => {
    const table = await read({ sheets: [{ name: 'Ines&apos; &quot;Q1&quot; &amp; more', rows: DEALS }] });
    expect(table.sheet).toBe(`Ines' "Q1" & more`);
  });

  it('is refused with a document type, which attacks are made of', async () => {
    const dialect = (xml: string, path: string): string =>
      path.endsWith('sheet1.xml') ? xml.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet') : xml;
    await expect(read({ ...oneSheet(DEALS), dialect })).rejects.toThrow(
      'deals.xlsx cannot be read: xl/worksheets/sheet1.xml declares a document type, which no Office file does.',
    );
  });

  it('is refused where it breaks off', async () => {
    const dialect = (xml: string, path: string): string => (path.endsWith('sheet1.xml') ? xml.slice(0, -40) : xml);
    await expect(read({ ...oneSheet(DEALS), dialect })).rejects.toThrow(
      'deals.xlsx cannot be read: xl/worksheets/sheet1.xml is cut short: an element is not closed.',
    );
  });
});

describe('what stands beside a table', () => {
  it('far away makes the table no larger', async () => {
    const table = await read(oneSheet(`${DEALS}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`));
    expect(table.headers).toEqual(['id', 'name', 'amount']);
    expect(table.rows).toHaveLength(2);
    expect(table.warnings).toEqual(['sheet "Sheet1": what stands apart from the table was not read: XFD1048576']);
  });

  it('as a list of its own is named and not read', async () => {
    const table = await read(
      oneSheet(
        rows(
          ['id', 'name', 'amount', undefined, 'stage', 'sum'],
          ['D-1', 'Core', 5, undefined, 'won', 11.5],
          ['D-2', 'Edge', 6.5],
          ['D-3', 'Rim', 7],
          ['D-4', 'Hub', 8],
        ),
      ),
    );
    expect(table.headers).toEqual(['id', 'name', 'amount']);
    expect(table.warnings).toEqual(['sheet "Sheet1": what stands apart from the table was not read: E1:F2']);
  });

  it('as a pivot table is known by the file, also where no empty column parts it', async () => {
    const table = await read({
      sheets: [
        {
          rows: rows(['id', 'name', 'Row Labels', 'Sum'], ['D-1', 'Core', 'won', 5], ['D-2', 'Edge']),
          relations: { pivotTable: '../pivotTables/pivotTable1.xml' },
        },
      ],
      parts: {
        'xl/pivotTables/pivotTable1.xml': '<pivotTableDefinition><location ref="C1:D2"/></pivotTableDefinition>',
      },
    });
    expect(table.headers).toEqual(['id', 'name']);
    expect(cellsOf(table)).toEqual([
      ['D-1', 'Core'],
      ['D-2', 'Edge'],
    ]);
    expect(table.warnings).toEqual(['sheet "Sheet1": the pivot table in C1:D2 was not read']);
  });

  it('belongs to it when only an empty column, left free for looks, lies between', async () => {
    const table = await read(
      oneSheet(
        rows(
          ['Deals of Ines'],
          ['id', 'name', undefined, 'amount'],
          ['D-1', 'Core', undefined, 5],
          ['D-2', 'Edge', undefined, 6],
        ),
      ),
    );
    expect(table.headers).toEqual(['id', 'name', '', 'amount']);
    expect(cellsOf(table)).toEqual([
      ['D-1', 'Core', '', 5],
      ['D-2', 'Edge', '', 6],
    ]);
    expect(table.warnings).toEqual([]);
  });

  it('in a column without a header is named', async () => {
    const table = await read(oneSheet(rows(['id', 'name'], ['D-1', 'Core', 'call Ines'], ['D-2', 'Edge'])));
    expect(cellsOf(table)[0]).toEqual(['D-1', 'Core']);
    expect(table.warnings).toEqual(['sheet "Sheet1": column C has values and no header']);
  });

  it('is nothing where the table starts further right and below', async () => {
    const table = await read(
      oneSheet(row(4, [undefined, undefined, 'id', 'name']) + row(5, [undefined, undefined, 'D-1', 'Core'])),
    );
    expect(table.firstColumn).toBe(2);
    expect(table.rows).toEqual([{ line: 5, cells: ['D-1', 'Core'] }]);
  });
});

describe('what stands above and below a table on a sheet', () => {
  it('is a title, a total and a footer behind an empty row', async () => {
    const table = await read(
      oneSheet(
        rows(
          ['Open pipeline'],
          [],
          ['id', 'name', 'amount'],
          ['D-1', 'Core', 5],
          ['Total', undefined, 5],
          [],
          ['Report run by Ines'],
        ),
      ),
    );
    expect(cellsOf(table)).toEqual([['D-1', 'Core', 5]]);
    expect(table.skipped).toEqual([
      { line: 1, why: 'stands above the header' },
      { line: 5, why: 'total', cells: ['Total', '', 5] },
      { line: 7, why: 'footer of the report' },
    ]);
  });
});

it('a remark above the table, further right than its columns reach, moves nothing', async () => {
  const table = await read(
    oneSheet(
      rows(
        [undefined, undefined, undefined, 'as of May'],
        ['id', 'name', 'amount'],
        ['D-1', 'Core', 5],
        ['D-2', 'Edge', 6],
      ),
    ),
  );
  expect(table.headers).toEqual(['id', 'name', 'amount']);
  expect(cellsOf(table)).toEqual([
    ['D-1', 'Core', 5],
    ['D-2', 'Edge', 6],
  ]);
});

describe('a header of merged cells', () => {
  const headers = async (lines: string, ...merged: string[]): Promise<readonly string[]> =>
    (await read(oneSheet({ rows: lines, more: merges(...merged) }))).headers;

  it('puts the group before the names beneath it; a cell merged down names its column once', async () => {
    const lines = rows(
      ['Targets 2026'],
      ['Partner', 'Q1', undefined, 'Q2'],
      [undefined, 'Target', 'Actual', 'Target', 'Actual'],
      ['Acme', 1, 2, 3, 4],
      ['Brix', 1, 2, 3, 4],
    );
    expect(await headers(lines, 'A1:E1', 'A2:A3', 'B2:C2', 'D2:E2')).toEqual([
      'Partner',
      'Q1 Target',
      'Q1 Actual',
      'Q2 Target',
      'Q2 Actual',
    ]);
  });

  it('puts the group before the names also where the other columns are named in the upper line only', async () => {
    const lines = rows(
      ['id', 'name', 'stage', 'owner', 'Money'],
      [undefined, undefined, undefined, undefined, 'plan', 'real'],
      ['D-1', 'Core', 'won', 'Ines', 1, 2],
    );
    expect(await headers(lines, 'E1:F1')).toEqual(['id', 'name', 'stage', 'owner', 'Money plan', 'Money real']);
  });

  it('repeats a name merged over several columns of rows', async () => {
    const lines = rows(
      ['id', 'name', 'stage', 'Contact'],
      ['D-1', 'Core', 'won', 'Ines', 5],
      ['D-2', 'Edge', 'won', 'Bo', 6],
    );
    expect(await headers(lines, 'D1:E1')).toEqual(['id', 'name', 'stage', 'Contact', 'Contact']);
  });

  it('is not mixed up with a title merged over the table', async () => {
    const lines = rows(['Pipeline of Ines'], ['id', 'name', 'amount'], ['D-1', 'Core', 5]);
    expect(await headers(lines, 'A1:C1')).toEqual(['id', 'name', 'amount']);
  });
});

it('merged cells among the rows keep their value in the first of them, and the file is named for it', async () => {
  const table = await read(
    oneSheet({
      rows: rows(['partner', 'deal', 'amount'], ['Acme', 'D-1', 5], [undefined, 'D-2', 6], ['Brix', 'D-3', 7]),
      more: merges('A2:A3'),
    }),
  );
  expect(cellsOf(table)).toEqual([
    ['Acme', 'D-1', 5],
    ['', 'D-2', 6],
    ['Brix', 'D-3', 7],
  ]);
  expect(table.warnings).toEqual([
    'sheet "Sheet1": merged cells among the rows have their value in the first cell only: A2:A3',
  ]);
});

it('rows hidden by a filter are read like the others, and that is said', async () => {
  const hidden = rows(['id', 'name'], ['D-1', 'Core'], ['D-2', 'Edge']).replace('<row r="3"', '<row r="3" hidden="1"');
  const table = await read(oneSheet(hidden));
  expect(table.rows).toHaveLength(2);
  expect(table.warnings).toEqual(['sheet "Sheet1": a hidden row was read like the others']);
});

it('a header with line breaks is one line, also where it is repeated', async () => {
  const table = await read(oneSheet(rows(['id', 'Close\nDate'], ['D-1', 'x'], ['id', 'Close\nDate'], ['D-2', 'y'])));
  expect(table.headers).toEqual(['id', 'Close Date']);
  expect(table.skipped).toEqual([{ line: 3, why: 'repeated header' }]);
});

describe('the sheet that is read', () => {
  const notes = { name: 'Read me', rows: rows(['These are the deals of the first quarter.'], ['Ask Ines.']) };
  const deals = { name: 'Pipeline', rows: DEALS };

  it('is the only visible one with a table; hidden ones are named, never read in silence', async () => {
    const table = await read({
      sheets: [
        notes,
        deals,
        { name: 'Lists', state: 'hidden', rows: DEALS },
        { name: 'Old', state: 'veryHidden', rows: DEALS },
      ],
    });
    expect(table.sheet).toBe('Pipeline');
    expect(table.warnings).toEqual(['the hidden sheets "Lists", "Old" were not read; --sheet NAME reads a sheet']);
  });

  it('is the one a person names, in any case, hidden or not', async () => {
    const workbook = { sheets: [deals, { name: 'Old Deals', state: 'hidden' as const, rows: DEALS }] };
    const table = await read(workbook, { sheet: 'old deals' });
    expect([table.sheet, table.warnings]).toEqual(['Old Deals', []]);
  });

  it('is no chart, and not the sheet of a pivot table', async () => {
    const table = await read({
      sheets: [
        { name: 'Chart1', kind: 'chartsheet' },
        {
          name: 'Summary',
          rows: rows(['Row Labels', 'Sum'], ['won', 5]),
          relations: { pivotTable: '../pivotTables/p.xml' },
        },
        deals,
      ],
      parts: { 'xl/pivotTables/p.xml': '<pivotTableDefinition><location ref="A1:B2"/></pivotTableDefinition>' },
    });
    expect(table.sheet).toBe('Pipeline');
  });

  it('keeps its hidden columns: CRMs hide their record ids there', async () => {
    const sheet = { rows: DEALS, more: '<cols><col min="1" max="1" hidden="1"/></cols>' };
    expect((await read(oneSheet(sheet))).headers[0]).toBe('id');
  });

  it('may have no header when that is said', async () => {
    const table = await read(oneSheet(rows(['D-1', 'Core', 5], ['D-2', 'Edge', 6])), { header: 'none' });
    expect(table.headers).toEqual(['column 1', 'column 2', 'column 3']);
    expect(table.rows).toHaveLength(2);
  });
});

describe('all sheets of a workbook', () => {
  it('are read as they stand, hidden and empty ones too', async () => {
    const path = await onDisk(
      workbookOf({
        sheets: [
          { name: 'Partners', rows: row(2, [undefined, 'id', 'name']) + row(3, [undefined, 'acme']) },
          { name: 'Lists', state: 'veryHidden', rows: `${rows(['EUR'])}<row r="9"><c r="XFD9"><v>1</v></c></row>` },
          { name: 'Chart', kind: 'chartsheet' },
        ],
      }),
    );
    const { file, sheets } = await readSheets(path);
    expect(file).toBe('deals.xlsx');
    expect(sheets).toEqual([
      {
        name: 'Partners',
        visibility: 'visible',
        rows: [
          { line: 2, cells: ['', 'id', 'name'] },
          { line: 3, cells: ['', 'acme'] },
        ],
      },
      {
        name: 'Lists',
        visibility: 'very hidden',
        rows: [
          { line: 1, cells: ['EUR'] },
          { line: 9, cells: [''] },
        ],
      },
      { name: 'Chart', visibility: 'visible', rows: [] },
    ]);
  });

  it('are not those of a CSV file', async () => {
    const path = await onDisk(Buffer.from('id,name\n1,a\n'), 'deals.csv');
    await expect(readSheets(path)).rejects.toThrow('deals.csv is no Excel workbook (.xlsx or .xlsm).');
  });
});
