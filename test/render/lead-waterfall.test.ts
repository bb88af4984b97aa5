import ExcelJS from 'exceljs';
import { describe, expect, it, test } from 'vitest';
import { lintPackage } from '../../src/ooxml/lint-package.ts';
import { readZip } from '../../src/ooxml/read-zip.ts';
import { renderHtml } from '../../src/render/html/render-html.ts';
import { documentData } from '../../src/render/json/document-data.ts';
import { renderMarkdown } from '../../src/render/markdown/render-markdown.ts';
import { renderPptx } from '../../src/render/pptx/render-pptx.ts';
import { renderTerminal } from '../../src/render/terminal/render-terminal.ts';
import { renderXlsx } from '../../src/render/xlsx/page/render-xlsx.ts';
import { validateOffice } from '../ooxml/validate-office.ts';
import { HOSTILE } from './fixtures/extreme-scorecard.ts';
import { waterfallPage } from './fixtures/lead-waterfall.ts';
import { readCharts } from './pptx/read-slides.ts';

/** A plan of expected leads, and a quarter of which the last two stages have not been reported. */
const RUNNING = { plan: [320.4, 57.6, 28.8, 9.6, 0.8], actual: [348, 66, 0, null, null] };
const UNKNOWN = [null, null, null, null, null];
const GIVEN = {
  'a running quarter': RUNNING,
  'a plan before its quarter': { plan: RUNNING.plan },
  'leads that nobody planned': { actual: RUNNING.actual },
  'stages of which nothing is known': { plan: [320, null, 28, null, 4], actual: [348, null, null, null, null] },
  'nothing known at all': { plan: UNKNOWN, actual: UNKNOWN },
  'not a single lead': { plan: [0, 0, 0, 0, 0], actual: [0, 0, 0, 0, 0] },
  'numbers beyond all measure': { plan: [3.2e9, 1e12, Number.NaN, Number.POSITIVE_INFINITY, 0.04], actual: UNKNOWN },
  'hostile names': { ...RUNNING, categories: [HOSTILE, '', 'x'.repeat(400), '=1+1', 'Won'], label: HOSTILE },
  'two dozen stages': {
    categories: Array.from({ length: 24 }, (_, index) => `Stage of the way to a deal, number ${index + 1}`),
    plan: Array.from({ length: 24 }, (_, index) => 34_800 / (index + 1)),
    actual: Array.from({ length: 24 }, (_, index) => 31_000 / (index + 1)),
  },
};

const screen = (width: number) => ({ width, colour: false, unicode: true });

describe('a lead waterfall on a screen', () => {
  test.each([80, 120])('shows planned beside actual, with bars on one scale, at %i columns', (width) => {
    const lines = renderTerminal(waterfallPage(RUNNING), screen(width)).split('\n');
    const row = (name: string) => lines.find((line) => line.startsWith(name))!;
    expect(lines.find((line) => line.includes('Lead waterfall'))).toContain('leads');
    expect(row('Inquiry')).toMatch(/^Inquiry +320 +━+─+ +348 +━+$/);
    expect(row('Qualified by marketing')).toMatch(/ 58 +━+─+ +66 +━+─+$/);
    // Nobody came, which is known; how many were won is not.
    expect(row('Accepted by sales')).toMatch(/ 29 +━+─+ +0 +─+$/);
    expect(row('Won')).toMatch(/ 0\.8 +━─+$/);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  });

  it('says of a stage that nothing is known of it', () => {
    const printed = renderTerminal(waterfallPage(GIVEN['stages of which nothing is known']), screen(80));
    expect(printed).toMatch(/Qualified by marketing +n\/a +n\/a\n/);
  });
});

describe('a lead waterfall as text and as data', () => {
  it('is a table in Markdown, with its unit in the heading', () => {
    const printed = renderMarkdown(waterfallPage(RUNNING));
    expect(printed).toContain('### Lead waterfall (leads)');
    expect(printed).toMatch(/\| Inquiry +\| +320 \| +348 \|\n/);
    expect(printed).toMatch(/\| Won +\| +0\.8 \| +\|\n/);
  });

  it('gives scripts the unrounded counts by the role of their series, and null for what is not known', () => {
    const [table] = documentData(waterfallPage(RUNNING)).tables;
    expect(table).toMatchObject({ id: 'lead-waterfall', columns: [{ key: 'category', label: 'leads' }, {}, {}] });
    expect(table!.rows.slice(0, 2)).toEqual([
      { category: 'Inquiry', reference: 320.4, actual: 348 },
      { category: 'Qualified by marketing', reference: 57.6, actual: 66 },
    ]);
    expect(table!.rows.at(-1)).toEqual({ category: 'Won', reference: 0.8, actual: null });
  });
});

describe('a lead waterfall on a page', () => {
  it('draws a bar for what is known and none for what is not, with the number on each', () => {
    const page = renderHtml(waterfallPage(RUNNING));
    const svg = /<svg role="img"[\s\S]*?<\/svg>/.exec(page)![0];
    expect(svg.match(/<rect class="bar reference"/g)).toHaveLength(5);
    expect(svg.match(/<rect class="bar actual"/g)).toHaveLength(3);
    expect(Array.from(svg.matchAll(/class="figure"[^>]*>([^<]*)</g), (match) => match[1])).toEqual([
      '320',
      '348',
      '58',
      '66',
      '29',
      '0',
      '9.6',
      '0.8',
    ]);
    expect(svg).toContain('aria-label="Leads planned and actual, from inquiry to won."');
    expect(page).toMatch(/<caption>Lead waterfall<\/caption>[\s\S]*<th scope="col">actual<\/th>/);
  });

  it('is told in rows where bars would be too narrow for their numbers', () => {
    const page = renderHtml(waterfallPage(GIVEN['two dozen stages']));
    expect(page).not.toContain('role="img"');
    expect(page.match(/<th scope="row">Stage/g)).toHaveLength(24);
    expect(page).toContain('<td class="r">34,800</td><td class="r">31,000</td>');
  });

  it('is told in words where nothing is known', () => {
    const page = renderHtml(waterfallPage(GIVEN['nothing known at all']));
    expect(page).toContain('<p class="grey">Leads planned and actual, from inquiry to won.</p>');
  });
});

describe('a lead waterfall in the partner edition', () => {
  it('leaves out in silence what is not known', () => {
    const given = waterfallPage(GIVEN['stages of which nothing is known'], 'partner');
    const printed = renderMarkdown(given) + renderHtml(given);
    expect(printed).not.toMatch(/n\/a|Qualified by marketing/);
    expect(printed).toMatch(/Accepted by sales/);
    expect(renderMarkdown(waterfallPage(GIVEN['nothing known at all'], 'partner'))).not.toContain('waterfall');
  });
});

describe('a lead waterfall on a slide', () => {
  const chartOf = (given: Parameters<typeof waterfallPage>[0]) =>
    readCharts(renderPptx(waterfallPage(given))).find((xml) => xml.includes('barChart'))!;

  it('is a native chart of columns side by side, each with its number on top', () => {
    const chart = chartOf(RUNNING);
    expect(chart).toContain('<c:barDir val="col"/><c:grouping val="clustered"/>');
    expect(chart.match(/<c:schemeClr|<a:schemeClr val="accent\d"/g)).toEqual(
      expect.arrayContaining(['<a:schemeClr val="accent3"', '<a:schemeClr val="accent1"']),
    );
    expect(new Set(chart.match(/<c:dLblPos val="\w+"\/>/g))).toEqual(new Set(['<c:dLblPos val="outEnd"/>']));
    expect(chart).toContain('<c:v>57.6</c:v>');
  });

  it('prints 0.8 expected deals as 0.8, beside whole counts', () => {
    expect(chartOf(RUNNING)).toMatch(/<c:dLbl><c:idx val="4"\/><c:numFmt formatCode="#,##0\.0;&quot;−&quot;#,##0\.0"/);
  });

  it('names only what it draws', () => {
    expect(chartOf({ plan: RUNNING.plan, actual: UNKNOWN }).match(/<c:ser>/g)).toHaveLength(1);
  });
});

describe('a lead waterfall in a workbook', () => {
  it('keeps whole counts in cells, without a currency, and draws Excel’s own chart from them', async () => {
    const bytes = renderXlsx(waterfallPage(RUNNING));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
    const sheet = workbook.getWorksheet('Lead waterfall')!;
    expect([4, 5, 9].map((row) => [2, 3, 4].map((column) => sheet.getCell(row, column).value))).toEqual([
      [null, 'Plan', 'Actual'],
      ['Inquiry', 320.4, 348],
      ['Won', 0.8, null],
    ]);
    expect([sheet.getCell('C5').numFmt, sheet.getCell('D5').numFmt]).toEqual([
      '#,##0.0;"−"#,##0.0;0',
      '#,##0;"−"#,##0;0',
    ]);
    const chart = new TextDecoder().decode(readZip(bytes).get('xl/charts/chart2.xml'));
    expect(chart).toContain('Lead waterfall, leads');
    expect(chart).toContain('&apos;Lead waterfall&apos;!$C$5:$C$9');
  });
});

describe.each(Object.entries(GIVEN))('%s', (_, given) => {
  const page = waterfallPage(given);

  it('makes a deck and a workbook without a fault', () => {
    expect(lintPackage(renderPptx(page))).toEqual([]);
    expect(lintPackage(renderXlsx(page))).toEqual([]);
  });

  it('prints nothing that is no number, and nothing wider than the screen', () => {
    const printed = [20, 80, 120].map((width) => renderTerminal(page, { width, colour: false, unicode: false }));
    expect([...printed, renderHtml(page), renderMarkdown(page)].join('\n')).not.toMatch(/NaN|Infinity|undefined|-0\b/);
    printed.forEach((text, index) =>
      expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual([20, 80, 120][index]!),
    );
  });
});

test('the workbook of hostile names passes the validator of the Open XML SDK', async () => {
  expect(await validateOffice(renderXlsx(waterfallPage(GIVEN['hostile names'])), 'xlsx')).toEqual([]);
});
