import { blocksInOrder } from '../../src/document/page-order.ts';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../../src/app/pages/render-page.ts';
import type { Block } from '../../src/document/block.ts';
import type { Document } from '../../src/document/document.ts';
import { knownOnly } from '../../src/document/known-only.ts';
import { formatSentence } from '../../src/units/format.ts';
import type { Value } from '../../src/units/value.ts';
import { givenTarget, lost, open, won } from '../domain/given.ts';
import { givenInput, type PartnerCase } from './given-input.ts';
import { pagesFrom } from './sample-pages.ts';

/** The pages a partner gets, with what is unknown left out as every renderer of a partner's page does. */
function partnerPages(given: PartnerCase) {
  const { deck, page } = pagesFrom(givenInput(given), 'partner');
  return { deck: knownOnly(deck), page: knownOnly(page), ids: deck.sections.map(({ id }) => id) };
}

/** Every typed value anywhere on the pages. */
function valuesIn(part: unknown): Value[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'kind' in part && ['amount', 'share', 'times', 'count', 'change'].includes(String(part.kind));
  return [...(own ? [part as Value] : []), ...Object.values(part).flatMap(valuesIn)];
}

/** That two known figures do not differ is a known zero. */
function zeroesIn(document: Document): Value[] {
  const values = valuesIn(document.sections).filter(({ kind }) => kind !== 'points' && kind !== 'change');
  return values.filter((value) => Object.entries(value).some(([key, number]) => key !== 'thresholds' && number === 0));
}

function isFilled(block: Block): boolean {
  switch (block.kind) {
    case 'key-figures':
      return block.figures.length > 0;
    case 'numbered':
    case 'panel':
    case 'bullets':
      return block.items.length > 0;
    case 'scores':
      return block.rows.length > 0;
    case 'table':
      return block.rows.length > 0 || (block.blankRows ?? 0) > 0;
    case 'timeline':
      return block.points.length > 1;
    case 'clusters':
      return block.series.some(({ values }) => values.some((value) => value !== null));
    case 'lines':
      return block.lines.some(({ values }) => values.some((value) => value !== null));
    case 'columns':
      return block.bars.values.some((value) => value !== null);
    case 'bars':
      return block.bars.length > 0;
    case 'paragraph':
    case 'status':
      return true;
  }
}

/** Sections that stand there with nothing to show, and blocks that are empty. */
function emptyParts(document: Document): string[] {
  return document.sections.flatMap((section) => {
    if (section.layout === 'cover') return [];
    const blocks = blocksInOrder(section);
    if (blocks.length === 0) return [section.id];
    return blocks.filter((block) => !isFilled(block)).map(({ kind }) => `${section.id}: ${kind}`);
  });
}

const TARGETS = { targets: [{ ...givenTarget({ annual: 900_000 }), fiscal_year: 'FY26' }] };

/** In every span that a page compares, so that no span is empty, which would be a known zero. */
const WITHOUT_AMOUNTS = [
  ...['2025-02-10', '2025-08-10', '2025-11-10', '2025-12-20', '2026-01-10'].map((day) => won(day, undefined)),
  lost('2025-10-10', undefined),
  ...['2026-03-10', '2026-05-01', '2026-07-10', '2026-11-10'].map((day) => open(day, undefined, { stage: 'Proposal' })),
];

const CASES: Readonly<Record<string, PartnerCase>> = {
  'a partner with nothing but its profile': {},
  'a partner with a target and nothing else': { partner: TARGETS },
  'deals of which no amount is known': { deals: WITHOUT_AMOUNTS, columns: ['source', 'id', 'status', 'close_date'] },
  'deals without amounts, with a target': { partner: TARGETS, deals: WITHOUT_AMOUNTS },
  'open deals of which some amounts are known': {
    partner: TARGETS,
    deals: [
      won('2025-08-10', 5000),
      won('2025-10-10', 5000),
      won('2026-01-10', 5000),
      won('2025-01-10', 3000),
      open('2026-04-01', undefined, { stage: 'Qualify' }),
      open('2026-05-01', 700, { stage: 'Proposal' }),
      open('2026-07-10', undefined),
      open('2026-11-10', undefined),
    ],
    columns: ['source', 'id', 'status', 'amount', 'close_date', 'stage'],
  },
  'all deals in a currency without a rate': {
    partner: TARGETS,
    deals: WITHOUT_AMOUNTS.map((deal) => ({ ...deal, amount: 800, currency: 'JPY' })),
  },
  'a partner signed lately of which nothing is loaded': {
    partner: {
      agreement_signed: '2026-02-01',
      tasks: [
        { id: 'a', title: 'Sign', done: '2026-02-01' },
        { id: 'b', title: 'Train' },
      ],
    },
  },
  'facts of one month and no deals': { facts: [{ metric: 'bookings', period: '2026-01', value: 4000 }] },
};

describe.each(Object.entries(CASES))('%s', (_name, given) => {
  const { deck, page } = partnerPages(given);

  it('is never printed as zero', () => {
    expect(zeroesIn(deck)).toEqual([]);
    expect(zeroesIn(page)).toEqual([]);
  });

  it('leaves no slide and no part of a page empty', () => {
    expect(emptyParts(deck)).toEqual([]);
    expect(emptyParts(page)).toEqual([]);
  });

  it('prints neither n/a nor anything that is no number', async () => {
    const texts = [...deck.sections, ...page.sections].map(({ headline }) => formatSentence(headline, deck.format));
    const printed = [...texts, String(await renderPage(page, 'md')), String(await renderPage(page, 'html'))].join('\n');
    expect(printed.match(/.{0,60}(?:n\/a|NaN|Infinity|undefined|null|\u22120\b)/g)).toBeNull();
  });

  it('makes a deck that can be written', async () => {
    const bytes = (await renderPage(deck, 'pptx')) as Uint8Array;
    expect(bytes.length).toBeGreaterThan(10_000);
  });
});

describe('deals of which some amounts are known', () => {
  const { deck } = partnerPages(CASES['open deals of which some amounts are known']!);
  const blocks = deck.sections.flatMap(blocksInOrder);

  it('have no bar for a period or a stage of which nothing is known', () => {
    const periods = blocks.find((block) => block.kind === 'columns' && block.id === 'by-close-date');
    const stages = blocks.find((block) => block.kind === 'bars');
    if (periods?.kind !== 'columns' || stages?.kind !== 'bars') throw new Error('the pipeline slide has no charts');
    const bars = periods.categories.map(({ label }, index) => [label, periods.bars.values[index]]);
    expect(Object.fromEntries(bars)).toMatchObject({ 'Rest of FY26': 700, 'FY27-Q1': null });
    expect(stages.bars.map(({ label, value }) => [label, value])).toEqual([['Proposal (1)', 700]]);
  });

  it('sum what is known, and say of how many the amount is missing', () => {
    const table = blocks.find((block) => block.kind === 'table' && block.id === 'top-deals');
    expect(JSON.stringify(table)).toMatch(/without (?:an )?amount/);
  });
});

describe('an empty deals.csv is a known zero, an absent one is unknown', () => {
  it('says that nothing is booked and nothing open, where the file says so', () => {
    const { deck, ids } = partnerPages({ partner: TARGETS, deals: [] });
    expect(ids).toEqual(expect.arrayContaining(['summary', 'performance', 'pipeline']));
    const said = deck.sections.map(({ headline }) => formatSentence(headline, deck.format)).join('\n');
    expect(said).toContain('No booking yet in FY26');
    expect(said).toContain('No deal is open');
    expect(emptyParts(deck)).toEqual([]);
  });

  it('says nothing about bookings and pipeline where there is no file', () => {
    const { ids, deck } = partnerPages({ partner: TARGETS });
    expect(ids).toEqual(['title', 'next-commitments']);
    const said = deck.sections.map(({ headline }) => formatSentence(headline, deck.format)).join('\n');
    expect(said).not.toMatch(/booking|deal/i);
  });

  it('tells the channel manager what to bring instead', () => {
    const { deck } = pagesFrom(givenInput({ partner: TARGETS }), 'internal');
    const open_ = JSON.stringify(deck.sections.find(({ id }) => id === 'open-inputs'));
    expect(open_).toContain("Import the partner's deals.");
    expect(JSON.stringify(partnerPages({ partner: TARGETS }).deck)).not.toContain("Import the partner's deals.");
  });
});

describe('returns that outweighed what was won a year ago', () => {
  it('stand with their sign, so that the quarters make the year', () => {
    const deals = [won('2025-03-15', 100), won('2025-05-15', -40), open('2026-05-20', 700)];
    const { page } = partnerPages({ partner: TARGETS, deals });
    const blocks = page.sections.flatMap(blocksInOrder);
    const periods = blocks.find((block) => block.kind === 'columns' && block.id === 'by-close-date');
    if (periods?.kind !== 'columns') throw new Error('the page has no chart of the pipeline');
    const before = periods.marks.find(({ role }) => role === 'previous')!.values;
    const named = Object.fromEntries(periods.categories.map(({ label }, index) => [label, before[index]]));
    expect(named).toMatchObject({ 'Rest of FY26-Q3': 100, 'FY26-Q4': -40, 'Rest of FY26': 60 });
  });
});

describe('commitments of the last review', () => {
  const line = { id: 'c1', side: 'partner', what: 'Call', owner: 'Ann', due: '2026-01-31', made: 'FY26-Q2' };

  it('are shown once results are entered, and not before', () => {
    const shown = (result: string) =>
      partnerPages({ commitments: { commitments: [{ ...line, result }] } }).ids.includes('commitments');
    expect(shown('kept')).toBe(true);
    expect(shown('missed')).toBe(true);
    expect(shown('open')).toBe(false);
  });

  it('have no slide where none were made, which is not asked for either', () => {
    const none = { commitments: [], none_made: ['FY26-Q2'] };
    expect(partnerPages({ commitments: none }).ids).not.toContain('commitments');
    const asked = (commitments?: typeof none) =>
      pagesFrom(givenInput({ ...(commitments && { commitments }) })).review.openInputs.map(({ slide }) => slide);
    expect(asked(none)).not.toContain('commitments');
    expect(asked()).toContain('commitments');
  });
});
