import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/document/block.ts';
import type { Document } from '../../../src/document/document.ts';
import { lintPackage } from '../../../src/ooxml/lint-package.ts';
import { readZip } from '../../../src/ooxml/read-zip.ts';
import { renderHtml } from '../../../src/render/html/render-html.ts';
import { renderXlsx } from '../../../src/render/xlsx/page/render-xlsx.ts';
import { validateOffice } from '../../ooxml/validate-office.ts';
import { extremeScorecard, HOSTILE } from '../fixtures/extreme-scorecard.ts';
import { richScorecard } from '../fixtures/rich-scorecard.ts';
import { sparseScorecard } from '../fixtures/sparse-scorecard.ts';

const AMOUNT = '#,##0;"\u2212"#,##0;0';

async function opened(document: Document): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(renderXlsx(document)).buffer);
  return workbook;
}

async function sheetOf(document: Document, name: string): Promise<ExcelJS.Worksheet> {
  const workbook = await opened(document);
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name} among ${workbook.worksheets.map((each) => each.name).join(', ')}`);
  return sheet;
}

/** What stands in a row: values, and formulas with their results. */
function rowOf(sheet: ExcelJS.Worksheet, row: number): unknown[] {
  const { values } = sheet.getRow(row);
  return Array.isArray(values) ? values.slice(2) : [];
}

/** The first row that begins with these words. */
function rowNamed(sheet: ExcelJS.Worksheet, words: string): number {
  let found = 0;
  sheet.eachRow((row, number) => {
    if (found === 0 && row.getCell(2).value === words) found = number;
  });
  expect(found, words).toBeGreaterThan(0);
  return found;
}

describe('a page as a workbook', () => {
  it('opens with its sentence, whose page it is, both dates and the currency', async () => {
    const summary = await sheetOf(richScorecard, 'Summary');
    expect(summary.getCell('B1').value).toBe(
      'Bookings of $1.51M stand 9\u00a0% above plan to date, carried by $551K in Q3',
    );
    expect(String(summary.getCell('B2').value).replaceAll('\u00a0', ' ')).toBe(
      'Bluefjord Managed Services. Results to 31 Mar 2026, pipeline as of 14 Apr 2026. USD.',
    );
  });

  it('holds the whole value behind every key figure, with plan, differences and the status in words', async () => {
    const summary = await sheetOf(richScorecard, 'Summary');
    expect(rowOf(summary, 4).slice(0, 6)).toEqual([
      undefined,
      'Now',
      'Plan',
      'Versus plan',
      'Versus last year',
      'Status',
    ]);
    const won = rowNamed(summary, 'Won, year to date');
    expect(rowOf(summary, won).slice(1, 6)).toEqual([1_512_000, 1_390_000, 0.088, 0.24, '\u25b2 ahead']);
    expect([summary.getCell(won, 3).numFmt, summary.getCell(won, 5).numFmt]).toEqual([
      AMOUNT,
      '+0.0%;"\u2212"0.0%;0.0%',
    ]);
    const coverage = rowNamed(summary, 'Coverage, rest of FY26');
    expect(rowOf(summary, coverage).slice(1, 3)).toEqual([2.4, 2.3]);
  });

  it('says with each section what it means, and closes with why it matters', async () => {
    const summary = await sheetOf(richScorecard, 'Summary');
    const heading = rowNamed(summary, 'Performance to plan');
    expect(summary.getCell(heading + 1, 2).value).toContain('above plan to date');
    const lines: string[] = [];
    summary.eachRow((row) => lines.push(String(row.getCell(2).value)));
    expect(lines.at(-2)).toMatch(/^Why it matters: The Q4 forecast/);
    expect(lines.at(-1)).toMatch(/^Next: FY27 plan/);
  });

  it('keeps small tables of figures on the summary and leads to the larger ones', async () => {
    const workbook = await opened(richScorecard);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Summary', 'By month', 'Periods', 'Top deals']);
    const summary = workbook.worksheets[0]!;
    const against = rowNamed(summary, 'Against');
    expect(rowOf(summary, against).slice(0, 3)).toEqual(['Against', 'Q3', 'Year to date']);
    expect(rowOf(summary, against + 1).slice(0, 3)).toEqual(['Won', 551_000, 1_512_000]);
    const xml = part(renderXlsx(richScorecard), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<hyperlink ref="J5" location="&apos;By month&apos;!A1" display="By month"/>');
  });
});

describe('a workbook on paper', () => {
  it('has its summary on one page, as long as it can be read there', async () => {
    const summary = await sheetOf(richScorecard, 'Summary');
    expect(summary.pageSetup).toMatchObject({ fitToPage: true, orientation: 'landscape', paperSize: 9 });
    expect(summary.pageSetup.fitToHeight ?? 1).toBe(1);
    const [section] = richScorecard.sections;
    const long = {
      ...richScorecard,
      sections: Array.from({ length: 20 }, (_, id) => ({ ...section!, id: `part-${id}` })),
    };
    expect((await sheetOf(long, 'Summary')).pageSetup.fitToHeight).toBe(0);
  });
});

describe('a sheet of a table', () => {
  it('holds every row and column under headers that stay in sight, with a filter', async () => {
    const deals = await sheetOf(extremeScorecard({ deals: 5000, words: 'Deal' }), 'Deals');
    expect(deals.rowCount).toBeGreaterThanOrEqual(5004);
    expect(deals.views[0]).toMatchObject({ state: 'frozen', ySplit: 4, showGridLines: false });
    expect(deals.autoFilter).toMatch(/^B4:[A-Z]5004$/);
    expect(deals.pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToHeight: 0, printTitlesRow: '4:4' });
  });

  it('gives dates as dates and amounts as numbers, and sums what adds up', async () => {
    const deals = await sheetOf(richScorecard, 'Top deals');
    const headers = rowOf(deals, 4);
    const [amount, close] = ['Amount', 'Close'].map((label) => headers.indexOf(label) + 2);
    expect(deals.getCell(5, close!).value).toEqual(new Date('2026-04-24T00:00:00Z'));
    expect(deals.getCell(5, close!).numFmt).toBe('[$-809]d mmm yyyy');
    const total = rowNamed(deals, 'Total');
    const sum = deals.getCell(total, amount!).value as { formula: string; result: number };
    expect(sum.formula).toMatch(/^SUBTOTAL\(9,[A-Z]5:[A-Z]\d+\)$/);
    const amounts = Array.from({ length: total - 5 }, (_, index) => Number(deals.getCell(5 + index, amount!).value));
    expect(sum.result).toBe(amounts.reduce((all, each) => all + each, 0));
  });

  it('colours a status by the sign before its word, so that the colour follows a change', () => {
    const xml = part(renderXlsx(richScorecard), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<formula>LEFT(');
    for (const sign of ['\u25b2', '\u25cf', '\u25bc', '\u25cb']) expect(xml).toContain(`,1)=&quot;${sign}&quot;`);
  });
});

describe('a sheet of scores', () => {
  const score = (points: number) => ({ kind: 'score', score: points }) as const;
  const document = withBlock({
    kind: 'scores',
    id: 'scores',
    marks: { now: 'now', previous: 'Aug 2025', peers: 'peer median, n = 11' },
    thresholds: [50, 75],
    rows: [
      {
        label: 'Capabilities',
        emphasis: 'strong',
        now: score(85),
        previous: score(72),
        change: { kind: 'points', points: 13 },
        peers: score(70),
        status: { meaning: 'good', word: 'strong' },
      },
      { label: 'Pre-sales', emphasis: 'indent', now: score(88), peers: score(63) },
      { label: 'Results', emphasis: 'strong' },
      { label: 'Pace', emphasis: 'indent', now: { kind: 'share', ratio: 0.4 } },
      {
        label: 'Activation',
        emphasis: 'strong',
        now: score(40),
        previous: score(51),
        change: { kind: 'points', points: -5 },
      },
    ],
  });

  it('holds every score beside the one before, with the change live where it is their difference', async () => {
    const sheet = await sheetOf(document, 'Scores');
    expect(rowOf(sheet, 4).slice(0, 6)).toEqual(['Category and topic', 'Now', 'Before', 'Change', 'Peers', 'Status']);
    expect(sheet.getCell('E5').value).toEqual({ formula: 'C5-D5', result: 13 });
    // Over fewer questions than both scores.
    expect(sheet.getCell('E9').value).toBe(-5);
    expect(sheet.getCell('B2').value).toContain('before: Aug 2025; peers: peer median, n = 11');
  });

  it('judges scores by signs that differ in shape, and nothing that is no score', () => {
    const xml = part(renderXlsx(document), 'xl/worksheets/sheet2.xml');
    expect(xml).toMatch(/<conditionalFormatting sqref="C5:C6 C9"><cfRule type="iconSet"/);
    expect(xml).toContain('<cfvo type="num" val="50"/><cfvo type="num" val="75"/>');
  });

  it('draws its groups from cells that follow the scores', async () => {
    const sheet = await sheetOf(document, 'Scores');
    expect(sheet.getCell('I5').value).toEqual({ formula: 'B5', result: 'Capabilities' });
    expect(sheet.getCell('J6').value).toEqual({ formula: 'C9', result: 40 });
    expect(sheet.getCell('L6').value).toBeNull();
    const bytes = renderXlsx(document);
    expect(part(bytes, 'xl/charts/chart1.xml')).toContain('&apos;Scores&apos;!$I$5:$I$6');
    expect(lintPackage(bytes)).toEqual([]);
    expect(await validateOffice(bytes, 'xlsx')).toEqual([]);
  });

  it('shows its groups on the summary', async () => {
    const summary = await sheetOf(document, 'Summary');
    expect(rowOf(summary, rowNamed(summary, 'Activation')).slice(1, 3)).toEqual([40, -5]);
  });

  it('has no chart where no group has a score', () => {
    const [section] = document.sections;
    const none = {
      ...document,
      sections: [
        {
          ...section!,
          layout: 'table' as const,
          main: [{ kind: 'scores', id: 'scores', marks: { now: 'now' }, thresholds: [50, 75], rows: [] } as const],
        },
      ],
    };
    expect(lintPackage(renderXlsx(none))).toEqual([]);
    expect([...readZip(renderXlsx(none)).keys()].filter((path) => path.includes('chart'))).toEqual([]);
  });
});

describe('a page with two currencies', () => {
  const table = (currency: string): Document =>
    withBlock({
      kind: 'table',
      id: 'steps',
      isWhole: true,
      columns: [
        { key: 'what', label: 'What', align: 'left', weight: 1, cut: 'text' },
        { key: 'own', label: 'Own', align: 'right', weight: 1, cut: 'fixed' },
        { key: 'also', label: 'Also', align: 'right', weight: 1, cut: 'fixed' },
        { key: 'program', label: 'Program', align: 'right', weight: 1, cut: 'fixed' },
      ],
      rows: [
        {
          cells: {
            what: { value: { kind: 'text', text: 'Bookings' } },
            own: { value: { kind: 'amount', amount: 1, currency: 'EUR' } },
            also: { value: { kind: 'amount', amount: 2, currency: 'EUR' } },
            program: { value: { kind: 'amount', amount: 123_456_789, currency } },
          },
        },
      ],
    });

  it('names the one most amounts are in, and the other beside each amount, with room for it', async () => {
    const sheet = await sheetOf(table('USD'), 'Steps');
    expect(sheet.getCell('B2').value).toMatch(/ EUR\.$/);
    expect(sheet.getCell('C5').numFmt).toBe(AMOUNT);
    expect(sheet.getCell('E5').numFmt).toBe('[$USD] #,##0;"\u2212"[$USD] #,##0;[$USD] 0');
    expect(sheet.getColumn(5).width).toBeGreaterThanOrEqual('USD 123,456,789'.length);
  });
});

describe('a timetable in a workbook', () => {
  it('has its signs in the middle of tinted cells', async () => {
    const sign = (text: string, tint: 'strong' | 'soft') => ({ value: { kind: 'text', text }, tint }) as const;
    const document = withBlock({
      kind: 'table',
      id: 'calendar',
      isWhole: true,
      columns: [
        { key: 'what', label: '', align: 'left', weight: 4, cut: 'name' },
        ...['w1', 'w2'].map(
          (key) => ({ key, label: key, align: 'right', weight: 1, cut: 'fixed', isCentred: true }) as const,
        ),
      ],
      rows: [
        {
          cells: { what: { value: { kind: 'text', text: 'Webinar' } }, w1: sign('P', 'soft'), w2: sign('R', 'strong') },
        },
      ],
    });
    const sheet = await sheetOf(document, 'Calendar');
    expect(['C5', 'D5', 'D4'].map((cell) => sheet.getCell(cell).alignment.horizontal)).toEqual(Array(3).fill('center'));
    const themes = ['C5', 'D5'].map((cell) => (sheet.getCell(cell).fill as ExcelJS.FillPattern).fgColor?.theme);
    expect(themes).toEqual([7, 4]);
    expect(sheet.getCell('D5').font.color?.theme).toBe(0);
    expect(await validateOffice(renderXlsx(document), 'xlsx')).toEqual([]);
    expect(renderHtml(document)).toMatch(/<td class="c tint">P<\/td><td class="c tint main">R<\/td>/);
  });
});

describe('the charts of a workbook', () => {
  it('are Excel’s own, drawn from cells, with title and alternative text', () => {
    const bytes = renderXlsx(richScorecard);
    const charts = [...readZip(bytes).keys()].filter((path) => path.startsWith('xl/charts/'));
    expect(charts).toHaveLength(4);
    const cumulative = part(bytes, 'xl/charts/chart2.xml');
    expect(cumulative).toContain('&apos;By month&apos;!$B$5:$B$16');
    expect(cumulative).toContain('running total, USD');
    expect(part(bytes, 'xl/drawings/drawing2.xml')).toContain('descr="Bookings reached $1.51M by March');
  });

  it('stand on months that are dates where the page knows them', async () => {
    const months = ['2025-07', '2025-08'] as never[];
    const document = withChart({
      kind: 'columns',
      id: 'by-month',
      categories: [{ label: 'Jul' }, { label: 'Aug' }],
      months,
      bars: { label: 'won', values: [10, 20] },
      marks: [],
      density: 'many',
    });
    const sheet = await sheetOf(document, 'By month');
    expect(sheet.getCell('B5').value).toEqual(new Date('2025-07-01T00:00:00Z'));
    expect(sheet.getCell('B5').numFmt).toBe('[$-809]mmm yy');
    expect(part(renderXlsx(document), 'xl/charts/chart2.xml')).toContain('<c:formatCode>[$-809]mmm yy</c:formatCode>');
  });

  it('keep a gap where nothing is known, and a nought where it is nought', async () => {
    const document = withChart({
      kind: 'columns',
      id: 'by-month',
      categories: [{ label: 'Jul' }, { label: 'Aug' }, { label: 'Sep' }],
      bars: { label: 'won', values: [null, 0, 20] },
      marks: [],
      density: 'many',
    });
    const sheet = await sheetOf(document, 'By month');
    expect([5, 6, 7].map((row) => sheet.getCell(row, 3).value)).toEqual([null, 0, 20]);
  });
});

describe('formulas that a page declares', () => {
  const table = (formula: string, left: number): Document =>
    withBlock({
      kind: 'table',
      id: 'steps',
      isWhole: true,
      columns: [
        { key: 'what', label: 'What', align: 'left', weight: 1, cut: 'text' },
        { key: 'needed', label: 'Needed', align: 'right', weight: 1, cut: 'fixed' },
        { key: 'today', label: 'Today', align: 'right', weight: 1, cut: 'fixed' },
        { key: 'left', label: 'Left', align: 'right', weight: 1, cut: 'fixed', formula },
      ],
      rows: [
        {
          cells: {
            what: { value: { kind: 'text', text: 'Certifications' } },
            needed: { value: { kind: 'count', count: 4 } },
            today: { value: { kind: 'count', count: 1 } },
            left: { value: { kind: 'count', count: left } },
          },
        },
      ],
    });

  it('are live, with the value of the page as their result', async () => {
    const sheet = await sheetOf(table('max(0, needed - today)', 3), 'Steps');
    expect(sheet.getCell('E5').value).toEqual({ formula: 'MAX(0,C5-D5)', result: 3 });
  });

  it('stay plain numbers where they would give another value: calculating changes nothing', async () => {
    const sheet = await sheetOf(table('max(0, needed - today)', 2), 'Steps');
    expect(sheet.getCell('E5').value).toBe(2);
  });

  it('stay plain where a figure they need is not there', async () => {
    const sheet = await sheetOf(table('max(0, needed - tomorrow)', 3), 'Steps');
    expect(sheet.getCell('E5').value).toBe(3);
  });
});

describe('the editions of a workbook', () => {
  it('say on every sheet and every printed page that they are internal', async () => {
    const workbook = await opened({ ...richScorecard, edition: 'internal' });
    for (const sheet of workbook.worksheets) {
      expect(sheet.getCell('B3').value, sheet.name).toBe('Internal edition, not for the partner');
      expect(sheet.headerFooter.oddFooter, sheet.name).toContain('Internal edition, not for the partner');
    }
  });

  it('leave out of the partner edition what is not known, and name it with its reason in the internal one', async () => {
    const table = (edition: Document['edition']): Document => ({
      ...withBlock({
        kind: 'table',
        id: 'steps',
        isWhole: true,
        columns: [
          { key: 'what', label: 'What', align: 'left', weight: 1, cut: 'name' },
          { key: 'score', label: 'Score', align: 'right', weight: 1, cut: 'fixed' },
        ],
        rows: [
          {
            cells: {
              what: { value: { kind: 'text', text: 'Skills' } },
              score: { value: { kind: 'missing', reason: 'never asked' } },
            },
          },
        ],
      }),
      edition,
    });
    const internal = await sheetOf(table('internal'), 'Steps');
    expect(internal.getCell('C5').value).toBe('n/a');
    expect(internal.getCell('B7').value).toBe('n/a: never asked');
    const partner = readZip(renderXlsx(table('partner')));
    for (const [path, bytes] of partner) {
      expect(new TextDecoder().decode(bytes), path).not.toMatch(/never asked|n\/a/);
    }
  });
});

describe('footnotes', () => {
  it('stand behind the number they are about, which stays a number, and at the foot of its sheet', async () => {
    const document: Document = {
      ...withBlock({
        kind: 'table',
        id: 'steps',
        isWhole: true,
        columns: [
          { key: 'what', label: 'What', align: 'left', weight: 1, cut: 'text' },
          { key: 'won', label: 'Won', align: 'right', weight: 1, cut: 'fixed' },
        ],
        rows: [
          {
            cells: {
              what: { value: { kind: 'text', text: 'Bookings' } },
              won: { value: { kind: 'amount', amount: 1200, currency: 'USD', footnotes: [1] } },
            },
          },
        ],
      }),
      footnotes: [
        { number: 1, text: { pattern: 'Corrected on 3 Feb.', values: {} }, figures: ['won'] },
        { number: 2, text: { pattern: 'About another figure.', values: {} }, figures: ['open'] },
      ],
    };
    const sheet = await sheetOf(document, 'Steps');
    expect(sheet.getCell('C5').value).toBe(1200);
    expect(sheet.getCell('C5').numFmt).toBe('#,##0"\u00b9";"\u2212"#,##0"\u00b9";0"\u00b9"');
    expect(sheet.getCell('B7').value).toBe('\u00b9 Corrected on 3 Feb.');
    expect(sheet.getCell('B8').value).toBeNull();
  });
});

describe('what a workbook must stand', () => {
  const GIVEN: Readonly<Record<string, Document>> = {
    'a full page': richScorecard,
    'a page of which little is known': sparseScorecard,
    'no deal': extremeScorecard({ deals: 0, words: 'Acme' }),
    'one deal': extremeScorecard({ deals: 1, words: 'Acme' }),
    'forty deals and hostile words': extremeScorecard({ deals: 40, words: HOSTILE }),
    'nothing in any month': extremeScorecard({ deals: 2, words: 'Acme', months: Array<null>(12).fill(null) }),
    'no section at all': { ...richScorecard, sections: [] },
  };

  it.each(Object.entries(GIVEN))('is %s', async (_, document) => {
    const bytes = renderXlsx(document);
    expect(lintPackage(bytes)).toEqual([]);
    expect(await validateOffice(bytes, 'xlsx')).toEqual([]);
  });

  it('is the same bytes each time, in every time zone', () => {
    const zone = process.env['TZ'];
    try {
      process.env['TZ'] = 'Pacific/Auckland';
      const first = renderXlsx(richScorecard);
      process.env['TZ'] = 'America/Anchorage';
      expect(renderXlsx(richScorecard).equals(first)).toBe(true);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});

type Chart = Extract<Block, { kind: 'columns' }>;

function withChart(chart: Omit<Chart, 'heading' | 'description' | 'currency'>): Document {
  return withBlock({
    ...chart,
    heading: { pattern: 'By month', values: {} },
    description: { pattern: 'Bookings by month', values: {} },
    currency: 'USD',
  });
}

/** The full page with one block in place of its sections. */
function withBlock(block: Block): Document {
  const [first] = richScorecard.sections;
  const { id, kicker, headline, notes, source } = first!;
  return { ...richScorecard, sections: [{ id, kicker, headline, notes, source, layout: 'table', main: [block] }] };
}

function part(bytes: Uint8Array, path: string): string {
  return new TextDecoder().decode(readZip(bytes).get(path));
}
