import { describe, expect, it } from 'vitest';
import { lintPackage } from '../../../src/ooxml/lint-package.ts';
import { workbookPackage, type SheetPart } from '../../../src/ooxml/workbook-package.ts';
import { writeZip } from '../../../src/ooxml/write-zip.ts';
import { StyleSheet } from '../../../src/render/xlsx/xml/style-sheet.ts';
import { SharedStrings } from '../../../src/render/xlsx/xml/shared-strings.ts';
import { THEME } from '../decks.ts';
import { validateOffice } from '../validate-office.ts';
import { cellsOn, RECIPES } from './recipes.ts';

const EMPTY =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetData/>';

function sheet(name: string, charts: SheetPart['charts'] = []): SheetPart {
  const drawing = charts.length > 0 ? '<drawing r:id="rId3"/>' : '';
  return { name, state: 'visible', xml: `${EMPTY}${drawing}</worksheet>`, charts };
}

function workbook(sheets: readonly SheetPart[]) {
  return workbookPackage({
    sheets,
    styles: new StyleSheet().xml(),
    sharedStrings: new SharedStrings().xml(),
    definedNames: [],
    theme: THEME,
    properties: { title: 'Charts', company: 'Acme & Sons', language: 'en-GB', modified: '2026-02-28' },
  });
}

const charts = Object.entries(RECIPES).map(([name, chart], i) => ({
  name,
  description: `${name} of "Acme" & Sons`,
  chart,
  cells: cellsOn('Data & more', chart),
  from: { column: 1, row: 1 + i * 16 },
  to: { column: 9, row: 15 + i * 16 },
}));

describe('charts on the sheets of a workbook', () => {
  const parts = workbook([sheet('Data & more'), sheet('First', charts.slice(0, 2)), sheet('Second', charts.slice(2))]);

  it('of every kind are sound to the validator and to our own check', async () => {
    const bytes = writeZip(parts);
    expect(lintPackage(bytes)).toEqual([]);
    expect(await validateOffice(bytes, 'xlsx')).toEqual([]);
  });

  it('are numbered through the workbook, whatever sheet they stand on', () => {
    const paths = [...parts.keys()].filter((path) => path.startsWith('xl/charts/'));
    expect(paths).toEqual(charts.map((_, i) => `xl/charts/chart${i + 1}.xml`));
    expect(parts.get('xl/drawings/_rels/drawing3.xml.rels')).toContain('Target="../charts/chart3.xml"');
  });

  it('say to a screen reader what they show', () => {
    expect(parts.get('xl/drawings/drawing2.xml')).toContain('descr="running totals of &quot;Acme&quot; &amp; Sons"');
  });

  it('carry no workbook of their own: their data are the cells of the sheet', () => {
    expect(parts.get('xl/charts/chart1.xml')).toContain('<c:f>&apos;Data &amp; more&apos;!$B$2:$B$7</c:f>');
    expect(parts.get('xl/charts/chart1.xml')).not.toContain('externalData');
  });
});
