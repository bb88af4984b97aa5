import { rows, workbookOf } from '../../input/tabular/workbook-of.ts';
import { AGAIN, NOTHING, ROWS_BEHIND, refusals, type ImportCase } from './import-case.ts';

const DEALS = rows(['id', 'name', 'amount'], ['D-1', 'Core', 5]);
const empty = { sheets: [{ name: 'Sheet1' }, { name: 'Sheet2' }] };
const several = workbookOf({
  sheets: [
    { name: 'Q1 deals', rows: DEALS },
    { name: 'Q2 deals', rows: DEALS },
    { name: 'Lists', state: 'veryHidden', rows: DEALS },
    { name: 'Chart1', kind: 'chartsheet' },
  ],
});
const ITS_SHEETS = 'Its sheets: "Q1 deals", "Q2 deals", "Lists" (very hidden), "Chart1".';

/** Workbooks in which no sheet holds a table. */
const WITHOUT_TABLE = (
  [
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
            '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"',
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
  ] as const
).map(([name, workbook, message, remedy]) => [name, 'deals.xlsx', workbookOf(workbook), message, remedy] as const);

/** Workbooks by their sheets: none holds a table, or several do. */
export const SHEET_CASES: readonly ImportCase[] = [
  ...refusals(WITHOUT_TABLE),
  {
    name: 'several tables and none named',
    file: 'deals.xlsx',
    content: several,
    says: [
      'usage: deals.xlsx holds a table on each of several sheets: "Q1 deals", "Q2 deals".',
      `${NOTHING} Say which one: --sheet "Q1 deals"`,
    ],
  },
  {
    name: 'one named that is not there',
    file: 'deals.xlsx',
    content: several,
    options: { sheet: 'Q3' },
    says: ['usage: deals.xlsx has no sheet "Q3".', ITS_SHEETS],
  },
  {
    name: 'one named that is a chart',
    file: 'deals.xlsx',
    content: several,
    options: { sheet: 'chart1' },
    says: ['data: deals.xlsx: sheet "Chart1" holds a chart and no cells.', ITS_SHEETS],
  },
  {
    name: 'one named that is empty',
    file: 'deals.xlsx',
    content: workbookOf({ sheets: [{ name: 'A', rows: DEALS }, { name: 'B' }] }),
    options: { sheet: 'B' },
    says: ['data: deals.xlsx: sheet "B" is empty.', NOTHING],
  },
];
