import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessPlan } from '../../../src/artifacts/business-plan/index.ts';
import { startingPoint, type StartingPoint } from '../../../src/artifacts/business-plan/from-history/starting-point.ts';
import type { ArtifactInput } from '../../../src/artifacts/artifact.ts';
import type { Deal } from '../../../src/schema/deal.ts';
import { formatSentence, NO_BREAK_SPACE } from '../../../src/units/format.ts';
import { givenConfig, lost, won } from '../../domain/given.ts';
import { blocksInOrder } from '../../../src/document/page-order.ts';
import { givenInput, type PartnerCase } from '../given-input.ts';

/** A deal two years ago: the partner has sold for more than a year. */
const FIRST = won('2024-03-01', 1_000);

/** So many deals won in the twelve months to 28 February 2026. */
const wins = (count: number, amount: number, cells: Parameters<typeof won>[2] = {}): Deal[] =>
  Array.from({ length: count }, (_, index) =>
    won(`2025-${String(3 + (index % 10)).padStart(2, '0')}-15`, amount, cells),
  );

const startOf = (given: PartnerCase, changes: (input: ArtifactInput) => ArtifactInput = (input) => input) =>
  startingPoint(changes(givenInput(given)));

/** What a starting point says of one number: its value and where it comes from. */
function numberIn({ replaced }: StartingPoint, id: string, field: string): [number, string] | undefined {
  const found = replaced.find((each) => each.id === id && each.field === field);
  return found && [found.value, plain(found.words)];
}

const reasons = ({ kept }: StartingPoint) => kept.map(({ title, reason }) => plain(`${title}: ${reason}`));
const plain = (words: string) => words.replaceAll(NO_BREAK_SPACE, ' ');

const fact = (metric: string, period: string, value: number) => ({ metric, period, value });

describe('a reseller starts from its own twelve months', () => {
  const start = startOf({ deals: [FIRST, ...wins(18, 20_000), ...wins(7, 90_000, { type: 'renewal' })] });

  it('with its new business a month and its usual size; renewals are none', () => {
    expect(numberIn(start, 'platform', 'deals_per_month')).toEqual([1.5, '18 won in the 12 months to 28 Feb 2026']);
    expect(numberIn(start, 'platform', 'average_product_deal')).toEqual([
      20_000,
      'mean of 18 deals won in the 12 months to 28 Feb 2026',
    ]);
  });

  it('at full pace from the first month, as it sells already', () => {
    expect(numberIn(start, 'platform', 'ramp_months')?.[0]).toBe(1);
  });

  it('whatever curve its type ramps up on', () => {
    const start = startOf({ deals: [FIRST, ...wins(18, 20_000)] }, (input) => {
      const types = structuredClone(input.planAssumptions.types);
      types['var']!.product_lines['platform']!.ramp_curve_percent = [0, 20, 50];
      return { ...input, planAssumptions: { ...input.planAssumptions, types } };
    });
    const { ramp_months: months, ramp_curve_percent: curve } =
      start.assumptions.types['var']!.product_lines['platform']!;
    expect([months, curve]).toEqual([1, undefined]);
  });

  it('and every number of the plan says that it is its own', () => {
    const { types, sources } = start.assumptions;
    const line = types['var']!.product_lines['platform']!;
    const named = line.source_of!['deals_per_month']!;
    expect(sources[named]!.short).toBe('own deals, 12 months');
    expect(plain(sources[named]!.text)).toBe('18 won in the 12 months to 28 Feb 2026');
    expect(line).toMatchObject({ deals_per_month: 1.5, product_margin_percent: 20 });
    expect(line.source_of).toMatchObject({ monthly_churn_percent: 'partnerpack' });
  });

  it('keeps the deals it counted, so that they can be shown', () => {
    expect(start.replaced.find(({ field }) => field === 'deals_per_month')!.deals!.counted).toHaveLength(18);
  });

  it('and its expansions are the add-ons of the plan', () => {
    const expanding = startOf({ deals: [FIRST, ...wins(6, 20_000), ...wins(12, 5_000, { type: 'expansion' })] });
    expect(numberIn(expanding, 'add-ons', 'deals_per_month')?.[0]).toBe(1);
    expect(numberIn(expanding, 'add-ons', 'average_product_deal')?.[0]).toBe(5_000);
    expect(numberIn(expanding, 'platform', 'deals_per_month')?.[0]).toBe(0.5);
  });

  it('rounded to three figures', () => {
    const odd = startOf({ deals: [FIRST, ...wins(7, 20_000), won('2025-06-01', 12_345)] });
    expect(numberIn(odd, 'platform', 'deals_per_month')?.[0]).toBe(0.667);
    expect(numberIn(odd, 'platform', 'average_product_deal')?.[0]).toBe(19_000);
  });

  it('without the one deal that would make every other look larger', () => {
    const start = startOf({ deals: [FIRST, ...wins(6, 10_000), won('2025-06-01', 640_000)] });
    expect(numberIn(start, 'platform', 'average_product_deal')).toEqual([
      10_000,
      'mean of 6 deals won in the 12 months to 28 Feb 2026, without the one of $640K',
    ]);
  });

  it('with the share of registered business by value, once registrations are in the export', () => {
    const deals = [FIRST, ...wins(5, 10_000, { registration_id: 'R' }), ...wins(5, 30_000)];
    expect(numberIn(startOf({ deals }), 'platform', 'registered_share_percent')?.[0]).toBe(25);
    const unknown = startOf({ deals, columns: ['source', 'id', 'status', 'amount', 'close_date'] });
    expect(numberIn(unknown, 'platform', 'registered_share_percent')).toBeUndefined();
  });
});

describe('starting numbers stay, with the reason', () => {
  it.each([
    ['no deals were imported', {}, 'All numbers: no deals imported'],
    ['the partner has not sold for a year', { deals: wins(20, 10_000) }, 'All numbers: it has not sold for a year yet'],
    [
      'too few deals were won',
      { deals: [FIRST, ...wins(4, 10_000)] },
      'Platform licences: 4 won in the 12 months to 28 Feb 2026, 5 are needed',
    ],
    [
      'the deals have no amounts',
      { deals: [FIRST, ...wins(6, 1).map((deal) => ({ ...deal, amount: undefined }))] },
      'Platform licences: too few won deals have an amount in the 12 months to 28 Feb 2026',
    ],
    [
      'returns outweigh what was won',
      { deals: [FIRST, ...wins(6, 100), ...wins(4, -1_000)] },
      'Platform licences: returns outweigh what was won in the 12 months to 28 Feb 2026',
    ],
    [
      'services revenue is not known',
      { deals: [FIRST, ...wins(6, 100)] },
      'Services sold with deals: services revenue of 6 months is needed, none is known',
    ],
  ] satisfies [string, PartnerCase, string][])('where %s', (_, given, reason) => {
    expect(reasons(startOf(given))).toContain(reason);
  });
});

describe('a plan with several products', () => {
  const withProducts = (input: ArtifactInput): ArtifactInput => {
    const types = structuredClone(input.planAssumptions.types);
    const lines = types['var']!.product_lines;
    lines['add-ons'] = { ...lines['add-ons']!, deal_types: ['new'], products: ['Guard', 'Insight'] };
    return { ...input, planAssumptions: { ...input.planAssumptions, types } };
  };

  it('counts a deal for the offer that names its product, every other one for the offer that names none', () => {
    const deals = [
      FIRST,
      ...wins(6, 10_000, { product: 'guard' }),
      ...wins(12, 50_000, { product: 'Core' }),
      ...wins(6, 50_000),
    ];
    const start = startOf({ deals }, withProducts);
    expect(numberIn(start, 'add-ons', 'deals_per_month')?.[0]).toBe(0.5);
    expect(numberIn(start, 'add-ons', 'average_product_deal')?.[0]).toBe(10_000);
    expect(numberIn(start, 'platform', 'deals_per_month')?.[0]).toBe(1.5);
  });
});

describe('each kind of seller counts its own way', () => {
  it('a service provider by customers, however many deals each has; seats and prices are its own affair', () => {
    const deals = [FIRST, ...wins(6, 1_000, { account: 'Fern' }), ...wins(6, 1_000, { account: 'Oak' }), ...wins(1, 1)];
    const start = startOf({ partner: { type: 'msp' }, deals });
    expect(start.replaced.map(({ field }) => field)).toEqual(['new_customers_per_month', 'ramp_months']);
    expect(numberIn(start, 'protected-seat', 'new_customers_per_month')).toEqual([
      0.25,
      '3 customers won in the 12 months to 28 Feb 2026',
    ]);
  });

  it('an agent by introductions, and the share that bought', () => {
    const losses = Array.from({ length: 18 }, () => lost('2025-09-01', 8_000));
    const start = startOf({ partner: { type: 'referral-agent' }, deals: [FIRST, ...wins(6, 9_000), ...losses] });
    expect(numberIn(start, 'introductions', 'introductions_per_month')?.[0]).toBe(2);
    expect(numberIn(start, 'introductions', 'close_rate_percent')).toEqual([
      25,
      '6 of 24 introductions bought in the 12 months to 28 Feb 2026',
    ]);
    expect(numberIn(start, 'introductions', 'customer_order')?.[0]).toBe(9_000);
  });

  it('an agent without logged losses keeps the close rate of the plan', () => {
    const start = startOf({ partner: { type: 'referral-agent' }, deals: [FIRST, ...wins(6, 9_000)] });
    expect(numberIn(start, 'introductions', 'introductions_per_month')).toEqual([
      1.79, // 0.5 a month ÷ 28 %
      '6 bought in the 12 months to 28 Feb 2026, at the close rate of the plan',
    ]);
    expect(numberIn(start, 'introductions', 'close_rate_percent')).toBeUndefined();
  });

  it('a distributor by the orders of its resellers', () => {
    const start = startOf({ partner: { type: 'distributor' }, deals: [FIRST, ...wins(72, 31_000)] });
    expect(numberIn(start, 'orders', 'orders_per_reseller_month')).toEqual([
      0.25,
      '72 won in the 12 months to 28 Feb 2026, over the 24 resellers of the plan',
    ]);
    expect(numberIn(start, 'orders', 'average_order')?.[0]).toBe(31_000);
  });
});

describe('own services revenue', () => {
  const deals = [FIRST, ...wins(12, 24_000), won('2025-08-01', 100_000, { type: 'renewal' })];
  // Of the plan at this pace and size: (1 × (0.7 × 12,000 + 0.35 × 3,000) + 0.7 × 0.4 × 2,500) ÷ (24,000 + 0.7 × 7,000) = 0.35121…
  const planned = (8_400 + 1_050 + 700) / (24_000 + 4_900);
  const quarters = ['FY25-Q4', 'FY26-Q1', 'FY26-Q2'];

  it('decides how many deals take services, by what was booked in the same months', () => {
    const start = startOf({ deals, facts: quarters.map((period) => fact('services_revenue', period, 10_000)) });
    // April to December: ten of the twelve deals lie in these months, less the two of March, and the renewal.
    const booked = 10 * 24_000 + 100_000;
    const factor = 30_000 / booked / planned;
    const [attach, words] = numberIn(start, 'deployment', 'attach_percent')!;
    expect(attach).toBeCloseTo(70 * factor, 1);
    expect(words).toBe('own services of 0.09x what was booked, in the 9 months known of the last 12');
    expect(numberIn(start, 'review', 'attach_percent')![0]).toBeCloseTo(40 * factor, 1);
  });

  it('makes each worth more where more than all deals would have to take them', () => {
    const start = startOf({ deals, facts: quarters.map((period) => fact('services_revenue', period, 200_000)) });
    expect(numberIn(start, 'deployment', 'attach_percent')).toBeUndefined();
    expect(numberIn(start, 'deployment', 'value_per_deal')![0]).toBeGreaterThan(50_000);
  });

  it('of fewer months than are needed says nothing', () => {
    const start = startOf({ deals, facts: [fact('services_revenue', 'FY26-Q2', 5_000)] });
    expect(reasons(start)).toContain(
      'Services sold with deals: services revenue of 6 months is needed, 3 months are known',
    );
  });
});

describe('customers who stay', () => {
  it('are known from a fact alone: 85 % a year is 1.35 % lost a month', () => {
    const deals = [FIRST, ...wins(6, 10_000)];
    const start = startOf({ deals, facts: [fact('gross_retention_ratio', 'FY26-Q2', 0.85)] });
    expect(numberIn(start, 'platform', 'monthly_churn_percent')).toEqual([
      1.35,
      'own retention of 85 % a year, FY26-Q2',
    ]);
    expect(numberIn(startOf({ deals }), 'platform', 'monthly_churn_percent')).toBeUndefined();
  });
});

describe('a partner that keeps its books in another currency', () => {
  const partner = { currency: 'EUR' };
  const rates = [{ from: 'EUR', to: 'USD', rate: 1.1, date: '2024-07-01' }];

  it('has the amounts of its type at the stated rate, and counts as they are', () => {
    const { assumptions } = startOf({ partner, config: givenConfig({ rates }) });
    const { product_lines: lines, staff, initial_investment: initial } = assumptions.types['var']!;
    expect(assumptions.currency).toBe('EUR');
    expect(lines['platform']).toMatchObject({ average_product_deal: 21_800, deals_per_month: 1.3, ramp_months: 10 });
    expect([staff['seller']!.annual_loaded_cost, initial]).toEqual([123_000, 7_270]);
  });

  it('plans from its own deals in its own currency', () => {
    const start = startOf({ partner, config: givenConfig({ rates }), deals: [FIRST, ...wins(6, 10_000)] });
    expect(numberIn(start, 'platform', 'average_product_deal')?.[0]).toBe(10_000);
  });

  it('keeps the amounts of its type where there is no rate, and never mixes its own into them', () => {
    const start = startOf({ partner, deals: [FIRST, ...wins(6, 10_000)] });
    expect(start.assumptions.currency).toBe('USD');
    expect(start.rate).toEqual({ missing: 'no rate from USD to EUR in cam.yaml' });
    expect(numberIn(start, 'platform', 'average_product_deal')).toBeUndefined();
    expect(numberIn(start, 'platform', 'deals_per_month')?.[0]).toBe(0.5);
  });
});

describe('the page', () => {
  const wordsOf = (given: PartnerCase, edition: 'partner' | 'internal' = 'partner') => {
    const page = businessPlan.toDocument(businessPlan.compute(givenInput(given), undefined), edition);
    return blocksInOrder(page.sections[0]!).flatMap((block) =>
      block.kind === 'paragraph'
        ? [plain(formatSentence(block.text, page.format))]
        : block.kind === 'bullets'
          ? block.items.map((item) => plain(formatSentence(item, page.format)))
          : [],
    );
  };

  it('says how many numbers are own ones, as of when, and at which rate the others are', () => {
    const rates = [{ from: 'EUR', to: 'USD', rate: 1.1, date: '2024-07-01' }];
    const given = { partner: { currency: 'EUR' }, config: givenConfig({ rates }), deals: [FIRST, ...wins(6, 10_000)] };
    expect(wordsOf(given)[0]).toBe(
      'Example from the starting numbers of a reseller; none of it was agreed with the partner. 4 of them are replaced ' +
        'by own figures of the 12 months to 28 Feb 2026, rounded to 3 figures. Other amounts are converted at ' +
        '1.1 USD for 1 EUR of 1 Jul 2024. Illustrative, not a guarantee.',
    );
  });

  it('tells the account manager alone which starting numbers stay', () => {
    const given = { deals: [FIRST, ...wins(3, 10_000)] };
    const line = /^Starting numbers stay, Platform licences: 3 won in the 12 months to 28 Feb 2026, 5 are needed\.$/;
    expect(wordsOf(given, 'internal')).toContainEqual(expect.stringMatching(line));
    expect(wordsOf(given, 'partner').some((words) => words.includes('stay'))).toBe(false);
  });
});

describe('whatever was won', () => {
  it('gives numbers that a plan can hold', () => {
    const deal = fc.record({
      amount: fc.oneof(fc.constant(undefined), fc.double({ min: -1e9, max: 1e9, noNaN: true })),
      month: fc.integer({ min: 3, max: 12 }),
      type: fc.constantFrom('new' as const, 'expansion' as const, 'renewal' as const),
      isWon: fc.boolean(),
    });
    const types = fc.constantFrom('var', 'msp', 'isv', 'systems-integrator', 'distributor', 'referral-agent');
    fc.assert(
      fc.property(fc.array(deal, { maxLength: 30 }), types, (drawn, type) => {
        const deals = drawn.map(({ amount, month, type: kind, isWon }) =>
          (isWon ? won : lost)(`2025-${String(month).padStart(2, '0')}-10`, amount, { type: kind }),
        );
        const { replaced } = startOf({ partner: { type }, deals: [FIRST, ...deals] });
        for (const { value } of replaced) expect(Number.isFinite(value) && value >= 0).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
