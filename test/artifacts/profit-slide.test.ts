import { describe, expect, it } from 'vitest';
import { businessPlan } from '../../src/artifacts/business-plan/index.ts';
import type { Document } from '../../src/document/document.ts';
import { blocksInOrder } from '../../src/document/page-order.ts';
import { formatSentence } from '../../src/units/format.ts';
import { givenPlanned } from './business-plan/given-plan.ts';
import { openSample, pagesFrom, pagesOf, sectionOf } from './sample-pages.ts';

const profit = (period: string, value: number) => ({ metric: 'partner_profit_actual', period, value });
const reported = [profit('FY26-Q1', 9_000), profit('FY26-Q2', 9_000)];

const deckOf = (...given: Parameters<typeof givenPlanned>) => pagesFrom(givenPlanned(...given)).deck;
const showsProfit = ({ sections }: Document) => sections.some(({ id }) => id === 'profit');
const headline = (deck: Document) =>
  formatSentence(sectionOf(deck, 'profit').headline, deck.format).replaceAll('\u00a0', ' ');

describe("the slide of the partner's own profit", () => {
  it('stands in the deck when the plan is agreed, pays back, and the partner shares a profit', () => {
    const deck = deckOf({ facts: reported });
    expect(headline(deck)).toBe('You earned $18K with us, 120 % of plan; the base case pays back in month 2');
  });

  it.each([
    ['the plan is a draft', { facts: reported }, { status: 'draft', agreed: undefined }],
    ['the partner does not share its figures', { facts: reported }, { actuals_shared: false }],
    ['nothing was reported', {}, {}],
    ['the year has brought a loss so far', { facts: [profit('FY26-Q1', -1)] }, {}],
    [
      'the plan does not pay back',
      { facts: reported },
      {
        numbers: {
          product_lines: {
            platform: {
              title: 'Platform',
              kind: 'deals',
              ramp_months: 1,
              deals_per_month: 1,
              average_product_deal: 10,
              product_margin_percent: 20,
            },
          },
          initial_investment: 5_000,
        },
      },
    ],
  ] satisfies [string, Parameters<typeof givenPlanned>[0], Parameters<typeof givenPlanned>[1]][])(
    'is left out when %s',
    (_, given, changes) => {
      expect(showsProfit(deckOf(given, changes))).toBe(false);
    },
  );

  it('is left out of a review as of a day before the plan was agreed', () => {
    const agreed = { on: '2026-03-01', partner: 'Mara Quellin', vendor: 'Ines Albrecht' };
    expect(showsProfit(deckOf({ facts: reported }, { agreed }))).toBe(false);
  });

  it('compares plan and profit of the same months: below the plan it says both', () => {
    const deck = deckOf({ facts: [profit('FY26-Q1', 5_000)] });
    expect(headline(deck)).toBe('You earned $5K with us of $7.5K planned; the lines below compare both');
  });
});

describe('profit in the sample decks', async () => {
  const workspace = await openSample();

  it('is the very figure of the plan page: the years, the end of both cases, what came so far', () => {
    const { deck, input } = pagesOf(workspace, 'larkmoor-managed-services');
    const page = businessPlan.toDocument(businessPlan.compute(input, undefined), 'partner');
    const blocks = (document: Document, section: string) => blocksInOrder(sectionOf(document, section));
    const [chart, years] = blocks(deck, 'profit');
    const ofPage = blocks(page, 'profit');
    const pageChart = ofPage.find(({ kind }) => kind === 'lines');
    expect(chart).toMatchObject({ ...pageChart });
    const pageYears = ofPage.find((block) => block.kind === 'table' && block.id === 'years');
    expect(years?.kind === 'table' && pageYears?.kind === 'table' && pageYears.rows.slice(-2)).toEqual(
      years?.kind === 'table' && years.rows,
    );
    expect(deck.figures['plan_end']).toEqual(page.figures['end']);
    expect(deck.figures['payback_month']).toEqual(page.figures['payback']);
  });

  it('comes first in the summary, with its share of the plan', () => {
    const { deck } = pagesOf(workspace, 'larkmoor-managed-services');
    const [figures] = blocksInOrder(sectionOf(deck, 'summary'));
    const first = figures?.kind === 'key-figures' ? figures.figures[0]! : undefined;
    expect(first?.value).toEqual(deck.figures['profit_ytd']);
    expect(first?.status).toEqual({ meaning: 'good', word: 'ahead' });
  });

  it('is not spoken of where the partner does not share it', () => {
    expect(showsProfit(pagesOf(workspace, 'cobaltine-networks').deck)).toBe(false);
  });
});
