import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../src/ooxml/charts/chart.ts';
import { escapeXml } from '../../../src/ooxml/escape-xml.ts';
import { lintPackage } from '../../../src/ooxml/lint-package.ts';
import { workbookPackage, type SheetPart } from '../../../src/ooxml/workbook-package.ts';
import { columnLetters } from '../../../src/ooxml/workbook/cell-reference.ts';
import { writeZip } from '../../../src/ooxml/write-zip.ts';
import { StyleSheet } from '../../../src/render/xlsx/xml/style-sheet.ts';
import { SharedStrings } from '../../../src/render/xlsx/xml/shared-strings.ts';
import { THEME } from '../decks.ts';
import { validateOffice } from '../validate-office.ts';
import { cellsOn, RECIPES } from './recipes.ts';

const EMPTY =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetData/>';

/** The data of a chart as cells: categories from A2 down, a column for each series, its name in row 1. */
function dataSheet(name: string, { categories, series }: Chart): SheetPart {
  const names = 'numbers' in categories ? categories.numbers : categories;
  const columns = [['', ...names], ...series.map(({ name: title, values }) => [title, ...values])];
  const rows = columns[0]!.map((_, row) => {
    const cells = columns.map((column, at) => {
      const value = column[row];
      if (value === null || value === undefined || value === '') return '';
      const kind = typeof value === 'string' ? ' t="str"' : '';
      return `<c r="${columnLetters(at)}${row + 1}"${kind}><v>${escapeXml(String(value))}</v></c>`;
    });
    return `<row r="${row + 1}">${cells.join('')}</row>`;
  });
  const filled = `<sheetData>${rows.join('')}</sheetData></worksheet>`;
  return { name, state: 'visible', xml: EMPTY.replace('<sheetData/>', filled) };
}

function sheet(name: string, charts: SheetPart['charts'] = []): SheetPart {
  const drawing = charts.length > 0 ? '<drawing r:id="rId3"/>' : '';
  return { name, state: 'visible', xml: `${EMPTY}${drawing}</worksheet>`, charts };
}

function workbook(sheets: readonly SheetPart[]) {
  return workbookPackage({
    sheets,
    styles: new StyleSheet().xml(),
    sharedStrings: [...new SharedStrings().xml()].join(''),
    definedNames: [],
    theme: THEME,
    properties: { title: 'Charts', company: 'Acme & Sons', language: 'en-GB', modified: '2026-02-28' },
  });
}

const dataName = (i: number): string => `Data & more${i === 0 ? '' : ` ${i + 1}`}`;
const charts = Object.entries(RECIPES).map(([name, chart], i) => ({
  name,
  description: `${name} of "Acme" & Sons`,
  chart,
  cells: cellsOn(dataName(i), chart),
  from: { column: 1, row: 1 + i * 16 },
  to: { column: 9, row: 15 + i * 16 },
}));

describe('charts on the sheets of a workbook', () => {
  const parts = workbook([
    ...charts.map(({ chart }, i) => dataSheet(dataName(i), chart)),
    sheet('First', charts.slice(0, 2)),
    sheet('Second', charts.slice(2)),
  ]);
  const [first, second] = [charts.length + 1, charts.length + 2];

  it('of every kind are sound to the validator and to our own check', async () => {
    const bytes = writeZip(parts);
    expect(lintPackage(bytes)).toEqual([]);
    expect(await validateOffice(bytes, 'xlsx')).toEqual([]);
  });

  it('are numbered through the workbook, whatever sheet they stand on', () => {
    const paths = [...parts.keys()].filter((path) => path.startsWith('xl/charts/'));
    expect(paths).toEqual(charts.map((_, i) => `xl/charts/chart${i + 1}.xml`));
    expect(parts.get(`xl/drawings/_rels/drawing${second}.xml.rels`)).toContain('Target="../charts/chart3.xml"');
  });

  it('say to a screen reader what they show', () => {
    expect(parts.get(`xl/drawings/drawing${first}.xml`)).toContain(
      'descr="running totals of &quot;Acme&quot; &amp; Sons"',
    );
  });

  it('carry no workbook of their own: their data are the cells of the sheet', () => {
    expect(parts.get('xl/charts/chart1.xml')).toContain('<c:f>&apos;Data &amp; more&apos;!$B$2:$B$7</c:f>');
    expect(parts.get('xl/charts/chart1.xml')).not.toContain('externalData');
  });
});
