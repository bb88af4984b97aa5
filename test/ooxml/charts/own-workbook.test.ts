import { describe, expect, it } from 'vitest';
import { ownCells } from '../../../src/ooxml/charts/chart-cells.ts';
import { ownWorkbook } from '../../../src/ooxml/charts/own-workbook.ts';
import type { Chart } from '../../../src/ooxml/charts/chart.ts';
import { lintPackage } from '../../../src/ooxml/lint-package.ts';
import { readZip } from '../../../src/ooxml/read-zip.ts';
import { RECIPES } from './recipes.ts';

/** Texts and numbers of the sheet by their cell. */
function cellsOf(chart: Chart): Record<string, string> {
  const sheet = new TextDecoder().decode(readZip(ownWorkbook(chart)).get('xl/worksheets/sheet1.xml'));
  const cells = sheet.matchAll(/<c r="([A-Z]+\d+)"[^>]*>(?:<v>([^<]*)<\/v>|<is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>/g);
  return Object.fromEntries(Array.from(cells, ([, place, number, text]) => [place, number ?? text]));
}

describe('the workbook behind a chart on a slide', () => {
  it('holds what the chart shows, zeros and all, and nothing where nothing is known', () => {
    expect(cellsOf(RECIPES['months against plan']!)).toMatchObject({
      ...{ B1: 'Actual', C1: 'Plan &amp; more', D1: 'A year ago' },
      ...{ A2: 'Jul', B2: '398000', C2: '396000', D2: '300000' },
      ...{ A4: 'Sep', B4: '0' },
      A7: 'Dec',
    });
    expect(cellsOf(RECIPES['months against plan']!)).not.toHaveProperty('B6');
    expect(cellsOf(RECIPES['months against plan']!)).not.toHaveProperty('D4');
  });

  it('has its data where the chart looks for them', () => {
    expect(ownCells(RECIPES['months against plan']!)).toEqual({
      categories: 'Sheet1!$A$2:$A$7',
      series: [
        { name: 'Sheet1!$B$1', values: 'Sheet1!$B$2:$B$7' },
        { name: 'Sheet1!$C$1', values: 'Sheet1!$C$2:$C$7' },
        { name: 'Sheet1!$D$1', values: 'Sheet1!$D$2:$D$7' },
      ],
    });
  });

  it('keeps days as days', () => {
    const profit = RECIPES['profit over months']!;
    const styles = new TextDecoder().decode(readZip(ownWorkbook(profit)).get('xl/styles.xml'));
    expect(cellsOf(profit)).toMatchObject({ A2: '45839' });
    expect(styles).toContain('formatCode="mmm yy"');
  });

  it.each(Object.entries(RECIPES))('is sound behind %s', (_, chart) => {
    const problems = lintPackage(ownWorkbook(chart)).filter(({ rule }) => rule !== 'zip');
    expect(problems).toEqual([]);
  });
});
