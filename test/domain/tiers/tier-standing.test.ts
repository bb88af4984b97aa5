import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/schema/fact.ts';
import { givenPlan } from '../../artifacts/business-plan/given-plan.ts';
import { givenTarget, tierStandingOf, won } from '../given.ts';

const tier = (requirements: readonly object[], more: object = {}) => [
  { id: 'silver', title: 'Silver', rank: 1, paths: [{ id: 'only', title: 'Only path', requirements }], ...more },
];
const needs = (metric: string, threshold: number | boolean, window = 'as-of', more: object = {}) => ({
  id: metric.replaceAll('_', '-'),
  metric,
  operator: '>=',
  threshold,
  window,
  ...more,
});
const fact = (metric: string, period: string, value: number): Fact => ({ metric, period, value }) as Fact;
const only = (standing: ReturnType<typeof tierStandingOf>) => standing.current.path.requirements[0]!;

describe('a window is judged for the review, not for today', () => {
  it('a strong quarter that rolls out of the window before the review does not count any more', () => {
    const standing = tierStandingOf({
      tiers: tier([needs('net_bookings', 100_000, 'trailing-four-quarters')]),
      deals: [won('2025-03-10', 150_000), won('2025-09-10', 40_000)],
    });
    expect(only(standing)).toMatchObject({ today: 190_000, secured: 40_000, left: 60_000, status: 'at_risk' });
    expect(standing.leaving).toEqual([
      {
        kind: 'quarters',
        quarters: 'FY25-Q3 to FY25-Q4',
        metric: 'net_bookings',
        value: { kind: 'amount', amount: 150_000, currency: 'USD' },
      },
    ]);
  });

  it.each([
    ['2026-06-29', 0, 'at_risk'],
    ['2026-06-30', 1, 'met'],
  ])('a certification that ends on %s leaves %i people for the review on 30 June', (expires, people, status) => {
    const standing = tierStandingOf({
      tiers: tier([needs('sales_certified_people', 1)]),
      partner: { certifications: [{ holder: 'Ada', role: 'sales', expires }] },
    });
    expect(only(standing)).toMatchObject({ today: 1, secured: people, status });
  });

  it('counts a person with two certificates of a kind once, and in each kind', () => {
    const certifications = ['sales', 'sales', 'technical'].map((role) => ({ holder: 'Ada', role }));
    const standing = tierStandingOf({
      tiers: tier([needs('sales_certified_people', 2), needs('technical_certified_people', 1)]),
      partner: { certifications },
    });
    expect(standing.current.path.requirements.map(({ secured }) => secured)).toEqual([1, 1]);
  });

  it('does not count a certificate that is issued after today', () => {
    const standing = tierStandingOf({
      tiers: tier([needs('sales_certified_people', 1)]),
      partner: { certifications: [{ holder: 'Ada', role: 'sales', issued: '2026-03-01' }] },
    });
    expect(only(standing).secured).toBe(0);
  });
});

describe('the status of a requirement', () => {
  const bookings = (amount: number, more: object = {}) =>
    only(
      tierStandingOf({
        tiers: tier([needs('net_bookings', 100_000, 'trailing-four-quarters')]),
        deals: [won('2025-09-10', amount)],
        ...more,
      }),
    );

  it('is on track by days from the share of the window that has passed: 243 of 365 days', () => {
    expect(bookings(66_576).status).toBe('on_track');
    expect(bookings(66_575).status).toBe('at_risk');
  });

  it("follows the plan's months where the window is the planned year", () => {
    // Three quarters of 10 and a last one of 70: by the end of February 26.67 of 100 are planned.
    const targets = [givenTarget({ quarters: [10, 10, 10, 70] })];
    expect(bookings(26_667, { targets }).status).toBe('on_track');
    expect(bookings(26_666, { targets }).status).toBe('at_risk');
  });

  it('is missed on the review date, and met there when it is reached', () => {
    expect(bookings(99_999, { asOf: '2026-06-30' }).status).toBe('missed');
    expect(bookings(100_000, { asOf: '2026-06-30' }).status).toBe('met');
  });

  it('says when it is reached at the pace so far', () => {
    // 50,000 in 243 days: as many days again.
    expect(bookings(50_000).reachedOn).toBe('2026-10-29');
  });

  it('is pending where nothing is loaded: that is not a zero', () => {
    const standing = tierStandingOf({ tiers: tier([needs('csat_score', 80, 'rolling-months-12')]) });
    expect(only(standing)).toMatchObject({ status: 'pending', secured: { missing: 'no csat score loaded' } });
    expect(standing.current.path.atRisk).toHaveLength(1);
  });

  it('is on track while the days after signing run', () => {
    const tasks = [{ id: 'a', title: 'A', done: '2026-02-20' }, ...['b', 'c', 'd'].map((id) => ({ id, title: id }))];
    const status = (signed: string) =>
      only(
        tierStandingOf({
          tiers: tier([needs('onboarding_tasks_ratio', 0.5, 'as-of', { grace_days: 90 })]),
          partner: { agreement_signed: signed, tasks },
        }),
      );
    expect(status('2025-11-30')).toMatchObject({ status: 'on_track', left: 0.25 });
    expect(status('2025-11-29').status).toBe('at_risk');
  });

  it('is on track where the missing review has a date before the tier review', () => {
    const meeting = (date: string) => ({ kind: 'qbr', date, held: true });
    const meetings = [meeting('2025-08-01'), { kind: 'qbr', planned_week: '2026-05-04' }];
    const standing = tierStandingOf({
      tiers: tier([needs('qbrs_held', 2, 'trailing-four-quarters')]),
      partner: { meetings },
    });
    expect(only(standing)).toMatchObject({ secured: 1, left: 1, status: 'on_track' });
  });
});

describe('facts', () => {
  it('of a quarter and of its months are never added', () => {
    const facts = [
      fact('services_revenue', 'FY26-Q1', 90),
      fact('services_revenue', '2025-07', 30),
      fact('services_revenue', '2025-08', 31),
      fact('services_revenue', 'FY26-Q2', 50),
    ];
    const standing = tierStandingOf({ tiers: tier([needs('services_revenue', 200, 'fiscal-year')]), facts });
    expect(only(standing).secured).toBe(111);
  });

  it('feed a metric that a vendor invents, without code', () => {
    const standing = tierStandingOf({
      tiers: tier([needs('webinars', 3, 'fiscal-year')]),
      metrics: { webinars: { unit: 'count', title: 'Webinars' } },
      facts: [fact('webinars', '2025-09', 1), fact('webinars', '2025-11', 2)],
    });
    expect(only(standing)).toMatchObject({ secured: 3, status: 'met' });
  });

  it('say that a plan of the year under review is agreed', () => {
    const agreed = (period: string) =>
      only(
        tierStandingOf({
          tiers: tier([needs('business_plan_agreed', true, 'fiscal-year', { operator: '==' })]),
          facts: [fact('business_plan_agreed', period, 1)],
        }),
      ).status;
    expect(agreed('FY26')).toBe('met');
    expect(agreed('FY25')).toBe('at_risk');
  });
});

describe('paths', () => {
  const paths = [
    {
      id: 'revenue',
      title: 'Revenue path',
      requirements: [needs('net_bookings', 500_000, 'fiscal-year'), needs('sales_certified_people', 2)],
    },
    {
      id: 'skills',
      title: 'Skills path',
      requirements: [
        needs('net_bookings', 100_000, 'fiscal-year'),
        needs('sales_certified_people', 4),
        needs('technical_certified_people', 4),
      ],
    },
  ];
  const people = (role: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({ holder: `${role} ${index}`, role }));
  const pathTaken = (bookings: number, sales: number, technical: number) =>
    tierStandingOf({
      tiers: [{ id: 'silver', title: 'Silver', rank: 1, paths }],
      deals: [won('2025-09-10', bookings)],
      partner: { certifications: [...people('sales', sales), ...people('technical', technical)] },
    }).current;

  it('the one with fewer open requirements is nearer, however large its numbers look', () => {
    // 400,000 short on one path against two people short, twice, on the other.
    expect(pathTaken(100_000, 2, 2).path.id).toBe('revenue');
  });

  it('of two with as many open, the one of which more is done is nearer', () => {
    expect(pathTaken(110_000, 2, 4)).toMatchObject({ path: { id: 'skills' }, others: [{ id: 'revenue' }] });
  });

  it('a zero on a path with a floor is open, even where the operator would allow it', () => {
    const requirement = needs('net_bookings', 10, 'fiscal-year', { operator: '<=' });
    const standing = (zero_floor: boolean) =>
      tierStandingOf({
        tiers: [
          { id: 's', title: 'S', rank: 1, paths: [{ id: 'p', title: 'P', zero_floor, requirements: [requirement] }] },
        ],
        deals: [],
      });
    expect(only(standing(false)).status).toBe('met');
    expect(only(standing(true)).status).toBe('at_risk');
  });
});

describe('what a tier is worth', () => {
  const tiers = [
    { id: 'silver', title: 'Silver', rank: 1, base_margin_percent: 18 },
    { id: 'gold', title: 'Gold', rank: 2, base_margin_percent: 21 },
  ];
  const planned = ['FY26-Q4', 'FY27-Q1', 'FY27-Q2', 'FY27-Q3'].map((period) =>
    fact('planned_product_new', period, 100_000),
  );

  it('is the rate difference on the plan of the next four quarters', () => {
    const { gained, kept } = tierStandingOf({ tiers, facts: planned });
    expect(gained?.amount).toBeCloseTo(12_000, 9);
    expect(kept).toBeUndefined();
    expect(tierStandingOf({ tiers, facts: planned, partner: { tier: 'gold' } }).kept?.amount).toBeCloseTo(12_000, 9);
  });

  it('is unknown where a quarter is not planned, and names the kind', () => {
    const { gained } = tierStandingOf({ tiers, facts: planned.slice(1) });
    expect(gained).toMatchObject({ amount: { missing: 'no planned amounts by kind' }, notPlanned: ['product_new'] });
  });
});

it('tries what somebody assumes, by the short name too', () => {
  const standing = tierStandingOf({
    tiers: tier([needs('net_bookings', 100_000, 'fiscal-year'), needs('sales_certified_people', 2)]),
    assumed: { bookings: 120_000, sales_certified_people: 1 },
  });
  expect(standing.current.path.requirements.map(({ status, left }) => [status, left])).toEqual([
    ['met', 0],
    ['at_risk', 1],
  ]);
});

describe('a business plan kept with the partner', () => {
  const DRAFT = givenPlan({ status: 'draft', agreed: undefined });
  const agreedOn = (on: string | undefined, given: { readonly asOf?: string; readonly facts?: readonly Fact[] } = {}) =>
    only(
      tierStandingOf({
        tiers: tier([needs('business_plan_agreed', true, 'fiscal-year', { operator: '==' })]),
        businessPlans: [on === undefined ? DRAFT : givenPlan({ agreed: { on, partner: 'Ann', vendor: 'Ines' } })],
        ...given,
      }),
    );

  it('is agreed from the day both sides agreed to it, and not a day before', () => {
    expect(agreedOn('2025-08-05', { asOf: '2025-08-05' }).status).toBe('met');
    expect(agreedOn('2025-08-05', { asOf: '2025-08-04' }).status).toBe('at_risk');
  });

  it('knows its day better than a fact that has none', () => {
    const facts = [fact('business_plan_agreed', 'FY26', 1)];
    expect(agreedOn('2025-08-05', { asOf: '2025-08-04', facts }).status).toBe('at_risk');
  });

  it('may be a draft here and agreed on paper: then the fact tells', () => {
    expect(agreedOn(undefined).status).toBe('at_risk');
    expect(agreedOn(undefined, { facts: [fact('business_plan_agreed', 'FY26', 1)] }).status).toBe('met');
  });

  it('is named with its day as the source', () => {
    const [source] = agreedOn('2025-08-05').reading.sources;
    expect(source?.values).toMatchObject({ file: { text: 'partners/acme/business-plans/FY26.yaml' } });
  });
});
