import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../../src/app/import/build-snapshot.ts';
import { performanceScorecard } from '../../src/artifacts/performance-scorecard/index.ts';
import type { Table } from '../../src/document/block.ts';
import type { Document } from '../../src/document/document.ts';
import { blocksInOrder } from '../../src/document/page-order.ts';
import type { Deal } from '../../src/schema/deal.ts';
import { reviewOf } from '../../src/domain/review.ts';
import { documentData } from '../../src/render/json/document-data.ts';
import { renderHtml } from '../../src/render/html/render-html.ts';
import { renderMarkdown } from '../../src/render/markdown/render-markdown.ts';
import { renderTerminal } from '../../src/render/terminal/render-terminal.ts';
import { formatValue } from '../../src/units/format.ts';
import { day, givenConfig, lost, open, won } from '../domain/given.ts';
import { findBrowser, sheetsOf } from '../render/html/printed-page.ts';
import { givenInput } from './given-input.ts';

const config = givenConfig();
const made = '2025-07-01';
const exported = (date: string, deals: readonly Deal[]) =>
  buildSnapshot({ deals, date: day(date), currency: 'USD', config, sources: [] });
const deal = (id: string, cells: object = {}) => ({ id, account: `Account ${id}`, created_date: made, ...cells });

/** Quarter by quarter: A grows and slips, B is won for more, C is lost, D comes, E was lost and is open again. */
const SEPTEMBER = [
  open('2025-12-20', 100_000, deal('A', { stage: 'Qualify' })),
  open('2026-01-10', 200_000, deal('B')),
  open('2026-02-01', 50_000, deal('C')),
  open('2026-03-01', 40_000, deal('E')),
  won('2025-08-05', 70_000, deal('W')),
];
const DECEMBER = [
  open('2026-01-31', 120_000, deal('A', { stage: 'Qualify' })),
  open('2026-01-10', 200_000, deal('B')),
  open('2026-02-01', 50_000, deal('C')),
  lost('2025-11-30', 40_000, deal('E')),
  won('2025-08-05', 70_000, deal('W')),
  won('2025-11-15', 30_000, deal('X')),
];
const FEBRUARY = [
  open('2026-04-30', 150_000, deal('A', { stage: 'Proposal' })),
  won('2026-01-15', 210_000, deal('B')),
  lost('2026-02-10', 50_000, deal('C')),
  open('2026-08-01', 300_000, deal('D', { created_date: '2026-01-20' })),
  open('2026-03-01', 40_000, deal('E')),
  won('2025-08-05', 64_000, deal('W')),
  won('2025-11-15', 30_000, deal('X')),
];

function pageSince(since?: string, quarter = 'FY26-Q3'): Document {
  const input = givenInput({ deals: FEBRUARY, exports: ['2026-02-28'], quarter });
  const { calendar, asOf, quarter: reviewed } = input.review;
  const review = reviewOf({
    ...{ calendar, asOf, quarter: reviewed, exports: [day('2026-02-28')] },
    ...(since !== undefined && { since: day(since) }),
  });
  const files = {
    ...input.files,
    snapshots: [exported('2025-09-30', SEPTEMBER), exported('2025-12-31', DECEMBER), exported('2026-02-28', FEBRUARY)],
  };
  const result = performanceScorecard.compute({ ...input, files, review }, undefined);
  return performanceScorecard.toDocument(result, 'partner');
}

function table(document: Document, id: string): Table {
  const blocks = document.sections.flatMap(blocksInOrder);
  return blocks.find((block): block is Table => block.kind === 'table' && block.id === id)!;
}

const lines = (document: Document, id: string) => {
  const { columns, rows } = table(document, id);
  const printed = ({ cells }: Table['rows'][number]) =>
    columns.map(({ key }) => (cells[key] ? formatValue(cells[key].value, { locale: 'en-GB' }) : ''));
  return rows.map((row) => printed(row).join(' | ').replaceAll('\u00a0', ' '));
};

describe('what moved since an earlier export', () => {
  it('is the whole way from the latest one before, in deals, in money and of the fiscal year', () => {
    // 370 + 300 + 40 + 40 − 210 − 50 = 490. D closes after June: it is none of the year.
    expect(lines(pageSince(), 'bridge')).toEqual([
      'Open on 31 Dec 2025 | 3 | $370K | $370K',
      'New | 1 | $300K | $0',
      'Reopened | 1 | $40K | $40K',
      'Grown | – | $40K | $40K',
      'Shrunk | – | $0 | $0',
      'Won | −1 | −$210K | −$210K',
      'Lost | −1 | −$50K | −$50K',
      'Open on 28 Feb 2026 | 3 | $490K | $190K',
      'Slipped to a later date | 1 | $150K | ',
      'A stage forward | 1 |  | ',
    ]);
  });

  it('is counted from the newest export up to the day that is asked for', () => {
    // In September E was open too: it has stayed; A grew by 50; X came and was won. 390 + 330 + 60 − 240 − 50 = 490.
    for (const since of ['2025-09-30', '2025-12-30'])
      expect(lines(pageSince(since), 'bridge').slice(0, -2)).toEqual([
        'Open on 30 Sep 2025 | 4 | $390K | $390K',
        'New | 2 | $330K | $30K',
        'Grown | – | $60K | $60K',
        'Shrunk | – | $0 | $0',
        'Won | −2 | −$240K | −$240K',
        'Lost | −1 | −$50K | −$50K',
        'Open on 28 Feb 2026 | 3 | $490K | $190K',
      ]);
    expect(lines(pageSince('2026-02-28'), 'bridge')).toEqual(lines(pageSince(), 'bridge'));
  });

  it('names each deal with what happened to it, its stages and its dates then and now', () => {
    expect(lines(pageSince(), 'movement')).toEqual([
      'Account D |  | $300K | new | – | $300K |  |  |  | 1 Aug 2026',
      'Account B |  | −$200K | grew, won | $200K | – |  |  | 10 Jan 2026 | 15 Jan 2026',
      'Account A |  | $30K | grew, slipped 31 Jan → 30 Apr, Qualify → Proposal | $120K | $150K | Qualify | Proposal | 31 Jan 2026 | 30 Apr 2026',
      'Account C |  | −$50K | lost | $50K | – |  |  | 1 Feb 2026 | 10 Feb 2026',
      'Account E |  | $40K | reopened | – | $40K |  |  |  | 1 Mar 2026',
    ]);
  });

  it('names the months that were closed then and say something else now, each with its amounts', () => {
    expect(lines(pageSince(), 'restated')).toEqual(['Aug 2025 | $70K | $64K | −$6K']);
    // At the end of September November had not begun: what was won in it is growth.
    expect(lines(pageSince('2025-10-01'), 'restated')).toEqual(['Aug 2025 | $70K | $64K | −$6K']);
  });

  it('is a sentence on the one sheet, and a sheet of its own where it was asked for', () => {
    expect(renderHtml(pageSince())).toMatch(/Since 31.Dec: \$370K open/);
    expect(renderHtml(pageSince())).not.toContain('Deals that moved');
    const asked = renderHtml(pageSince('2025-12-31'));
    expect(asked.split('class="sheet"')).toHaveLength(2);
    expect(asked.split('class="sheet"')[1]).toMatch(/Deals that moved since 31.Dec[^]*?slipped 31.Jan → 30.Apr/);
  });

  it('stands as tables in text and for scripts', () => {
    expect(renderMarkdown(pageSince())).toMatch(/Account A.*slipped 31.Jan → 30.Apr, Qualify → Proposal/);
    const screen = { width: 80, colour: false, unicode: true };
    expect(renderTerminal(pageSince(), screen)).toMatch(/Reopened +1 +\$40K +\$40K/);
    const { tables } = documentData(pageSince());
    const bridge = tables.find(({ id }) => id === 'bridge')!;
    expect(bridge.rows[0]).toEqual({ step: 'Open on 31\u00a0Dec\u00a02025', deals: 3, open: 370_000, year: 370_000 });
    expect(bridge.rows[5]).toMatchObject({ step: 'Won', deals: -1, open: -210_000 });
    expect(tables.find(({ id }) => id === 'movement')!.rows[2]).toMatchObject({
      ...{ 'stage-before': 'Qualify', 'stage-now': 'Proposal' },
      ...{ 'close-before': '2026-01-31', 'close-now': '2026-04-30' },
    });
  });
});

describe('a review of an earlier quarter', () => {
  it('restates no month that lies behind it', () => {
    // Of FY26-Q1 August is another than it was; what was won from October on is none of its months.
    const { figures } = pageSince(undefined, 'FY26-Q1');
    expect(figures['restated']).toMatchObject({ kind: 'amount', amount: -6000 });
  });
});

const browser = findBrowser();
it.skipIf(!browser)('prints on the sheet of the page and one more', () => {
  const html = renderHtml(pageSince('2025-12-31'));
  expect(sheetsOf(html, browser!, { size: 'Letter', bottom: '10mm' })).toBe(2);
});
