import { describe, expect, it } from 'vitest';
import { tierInView } from '../../../src/domain/tiers/tier-standing.ts';
import type { Fact } from '../../../src/schema/fact.ts';
import { givenTarget, tierStandingOf, won } from '../given.ts';

const needs = (metric: string, threshold: number, window = 'as-of', more: object = {}) => ({
  id: metric.replaceAll('_', '-'),
  metric,
  operator: '>=',
  threshold,
  window,
  ...more,
});
const path = (id: string, requirements: readonly object[], more: object = {}) => ({
  id,
  title: id,
  requirements,
  ...more,
});
const tier = (id: string, rank: number, paths: readonly object[]) => ({ id, title: id, rank, paths });
const people = (role: string, count: number, more: object = {}) =>
  Array.from({ length: count }, (_, index) => ({ holder: `${role} ${index}`, role, ...more }));
const requirementOf = (standing: ReturnType<typeof tierStandingOf>) => standing.current.path.requirements[0]!;

describe('of two paths the nearer one is shown, which is not always the one whose money is nearly there', () => {
  // Revenue: 500,000 and 2 sales people. Skills: 100,000, 4 sales and 4 technical people.
  // Fewest open requirements first; then the higher mean of what is done, each requirement at most 1.
  it.each([
    { bookings: 490_000, sales: 2, technical: 0, taken: 'revenue', open: 1, why: 'one open requirement against two' },
    {
      bookings: 490_000,
      sales: 0,
      technical: 0,
      taken: 'revenue',
      open: 2,
      why: '(0.98 + 0) / 2 = 0.49 against (1 + 0 + 0) / 3 = 0.33',
    },
    {
      bookings: 490_000,
      sales: 1,
      technical: 3,
      taken: 'revenue',
      open: 2,
      why: '(0.98 + 0.5) / 2 = 0.74 against (1 + 0.25 + 0.75) / 3 = 0.67',
    },
    {
      bookings: 400_000,
      sales: 4,
      technical: 3,
      taken: 'skills',
      open: 1,
      why: '(0.8 + 1) / 2 = 0.90 against (1 + 1 + 0.75) / 3 = 0.92',
    },
    {
      bookings: 425_000,
      sales: 4,
      technical: 3,
      taken: 'revenue',
      open: 1,
      why: '(0.85 + 1) / 2 = 0.925 against 0.917',
    },
    {
      bookings: 499_999,
      sales: 1,
      technical: 4,
      taken: 'skills',
      open: 1,
      why: 'a dollar and a person are two, three people are one',
    },
    {
      bookings: 99_000,
      sales: 4,
      technical: 4,
      taken: 'skills',
      open: 1,
      why: 'the last 1,000 of 100,000 against 401,000 of 500,000',
    },
    { bookings: 500_000, sales: 2, technical: 0, taken: 'revenue', open: 0, why: 'met' },
    {
      bookings: 500_000,
      sales: 4,
      technical: 4,
      taken: 'revenue',
      open: 0,
      why: 'both met: the one that stands first',
    },
  ])('$bookings booked, $sales and $technical people: $taken ($why)', ({ bookings, sales, technical, taken, open }) => {
    const { current } = tierStandingOf({
      tiers: [
        tier('gold', 1, [
          path('revenue', [needs('net_bookings', 500_000, 'fiscal-year'), needs('sales_certified_people', 2)]),
          path('skills', [
            needs('net_bookings', 100_000, 'fiscal-year'),
            needs('sales_certified_people', 4),
            needs('technical_certified_people', 4),
          ]),
        ]),
      ],
      deals: [won('2025-09-10', bookings)],
      partner: { certifications: [...people('sales', sales), ...people('technical', technical)] },
    });
    expect([current.path.id, current.path.open.length]).toEqual([taken, open]);
    expect(current.others).toHaveLength(1);
  });
});

describe('a strong quarter in a window of four quarters', () => {
  // 150,000 won on 10 March 2025, in FY25-Q3. The review is the last day of the fiscal year in which it is asked.
  it.each([
    {
      asOf: '2025-03-31',
      today: 150_000,
      secured: 150_000,
      status: 'met',
      leaving: undefined,
      why: 'FY25-Q3 ends today and is in FY25',
    },
    {
      asOf: '2025-06-30',
      today: 150_000,
      secured: 150_000,
      status: 'met',
      leaving: undefined,
      why: 'the review of FY25 itself',
    },
    {
      asOf: '2025-07-01',
      today: 150_000,
      secured: 0,
      status: 'at_risk',
      leaving: 150_000,
      why: 'from the first day of FY26 the next review looks at FY26',
    },
    {
      asOf: '2025-12-31',
      today: 150_000,
      secured: 0,
      status: 'at_risk',
      leaving: 150_000,
      why: 'it is the oldest of the four completed quarters',
    },
    {
      asOf: '2026-03-30',
      today: 150_000,
      secured: 0,
      status: 'at_risk',
      leaving: 150_000,
      why: 'FY26-Q3 is not complete yet',
    },
    {
      asOf: '2026-03-31',
      today: 0,
      secured: 0,
      status: 'at_risk',
      leaving: undefined,
      why: 'FY26-Q3 is complete, it is no longer among the four',
    },
    { asOf: '2026-06-30', today: 0, secured: 0, status: 'missed', leaving: undefined, why: 'the review itself' },
  ])('asked on $asOf: $why', ({ asOf, today, secured, status, leaving }) => {
    const standing = tierStandingOf({
      tiers: [tier('gold', 1, [path('only', [needs('net_bookings', 100_000, 'trailing-four-quarters')])])],
      deals: [won('2025-03-10', 150_000)],
      asOf,
    });
    expect(requirementOf(standing)).toMatchObject({ today, secured, status, left: Math.max(0, 100_000 - secured) });
    expect(standing.leaving.map((one) => (one.kind === 'quarters' ? one.value : one))).toEqual(
      leaving === undefined ? [] : [{ kind: 'amount', amount: leaving, currency: 'USD' }],
    );
  });

  it.each([
    ['rolling-months-12', '2025-06-30', 0],
    ['rolling-months-12', '2025-07-01', 5],
    ['rolling-months-6', '2025-12-31', 0],
    ['rolling-months-6', '2026-01-01', 5],
    ['fiscal-year', '2025-06-30', 0],
    ['fiscal-year', '2025-07-01', 5],
  ])('a window of %s to the review on 30 June 2026 counts a deal of %s as %i', (window, closed, secured) => {
    const standing = tierStandingOf({
      tiers: [tier('gold', 1, [path('only', [needs('net_bookings', 10, window)])])],
      deals: [won(closed, 5)],
    });
    expect(requirementOf(standing).secured).toBe(secured);
  });
});

describe('certificates at the review on 30 June 2026', () => {
  // The last day on which a certificate is valid is its day of expiry.
  it.each([
    {
      name: 'ends the day before',
      held: [{ holder: 'Ada', expires: '2026-06-29' }],
      today: 1,
      secured: 0,
      leaves: ['Ada'],
    },
    { name: 'ends on the day', held: [{ holder: 'Ada', expires: '2026-06-30' }], today: 1, secured: 1, leaves: [] },
    { name: 'ends the day after', held: [{ holder: 'Ada', expires: '2026-07-01' }], today: 1, secured: 1, leaves: [] },
    { name: 'never ends', held: [{ holder: 'Ada' }], today: 1, secured: 1, leaves: [] },
    { name: 'ended yesterday', held: [{ holder: 'Ada', expires: '2026-02-27' }], today: 0, secured: 0, leaves: [] },
    { name: 'ends today', held: [{ holder: 'Ada', expires: '2026-02-28' }], today: 1, secured: 0, leaves: ['Ada'] },
    { name: 'is issued today', held: [{ holder: 'Ada', issued: '2026-02-28' }], today: 1, secured: 1, leaves: [] },
    { name: 'is issued tomorrow', held: [{ holder: 'Ada', issued: '2026-03-01' }], today: 0, secured: 0, leaves: [] },
    {
      name: 'ends, and a second one of the same person does not',
      held: [
        { holder: 'Ada', expires: '2026-05-01' },
        { holder: 'Ada', expires: '2027-05-01' },
      ],
      today: 1,
      secured: 1,
      leaves: [],
    },
    {
      name: 'of two people end one before and one after',
      held: [
        { holder: 'Ada', expires: '2026-05-01' },
        { holder: 'Bo', expires: '2026-07-01' },
      ],
      today: 2,
      secured: 1,
      leaves: ['Ada'],
    },
  ])('one that $name', ({ held, today, secured, leaves }) => {
    const standing = tierStandingOf({
      tiers: [tier('gold', 1, [path('only', [needs('sales_certified_people', 2)])])],
      partner: { certifications: held.map((one) => ({ role: 'sales', ...one })) },
    });
    expect(requirementOf(standing)).toMatchObject({ today, secured, left: 2 - secured });
    expect(standing.leaving.map((one) => (one.kind === 'certification' ? one.holder : one))).toEqual(leaves);
  });
});

describe('days of grace after signing', () => {
  // 90 days after 30 November 2025 is 28 February 2026.
  it.each([
    ['2026-02-28', 90, 'on_track'],
    ['2025-11-30', 90, 'on_track'],
    ['2025-11-29', 90, 'at_risk'],
    ['2026-02-28', 0, 'on_track'],
    ['2026-02-27', 0, 'at_risk'],
    ['2025-11-30', undefined, 'at_risk'],
    [undefined, 90, 'at_risk'],
  ])('signed %s with %s days: %s', (signed, grace, status) => {
    const standing = tierStandingOf({
      tiers: [
        tier('gold', 1, [
          path('only', [needs('sales_certified_people', 1, 'as-of', grace === undefined ? {} : { grace_days: grace })]),
        ]),
      ],
      partner: { certifications: [], ...(signed !== undefined && { agreement_signed: signed }) },
    });
    expect(requirementOf(standing)).toMatchObject({ status, left: 1 });
  });

  it('are not needed where the requirement is met', () => {
    const standing = tierStandingOf({
      tiers: [tier('gold', 1, [path('only', [needs('sales_certified_people', 1, 'as-of', { grace_days: 90 })])])],
      partner: { certifications: people('sales', 1), agreement_signed: '2026-02-28' },
    });
    expect(requirementOf(standing).status).toBe('met');
  });
});

describe('a path with a floor', () => {
  it.each([
    { name: 'a zero, though zero would do', operator: '>=', threshold: 0, deals: [], floor: true, status: 'at_risk' },
    { name: 'a zero without a floor', operator: '>=', threshold: 0, deals: [], floor: false, status: 'met' },
    { name: 'a dollar', operator: '>=', threshold: 0, deals: [1], floor: true, status: 'met' },
    {
      name: 'what nobody loaded: pending, not zero',
      operator: '>=',
      threshold: 0,
      deals: undefined,
      floor: true,
      status: 'pending',
    },
  ])('$name', ({ operator, threshold, deals, floor, status }) => {
    const standing = tierStandingOf({
      tiers: [
        tier('gold', 1, [
          path('only', [needs('net_bookings', threshold, 'fiscal-year', { operator })], { zero_floor: floor }),
        ]),
      ],
      deals: deals?.map((amount) => won('2025-09-10', amount)),
    });
    expect(requirementOf(standing).status).toBe(status);
  });
});

describe('what a page is about: the present tier while it is at risk, otherwise the next', () => {
  const tiers = [
    tier('silver', 1, [path('s', [needs('net_bookings', 100_000, 'trailing-four-quarters')])]),
    tier('gold', 2, [path('g', [needs('net_bookings', 300_000, 'trailing-four-quarters')])]),
  ];
  // 243 of 365 days of the window have passed: on track from 66.6 % of the threshold.
  it.each([
    { held: 'silver', bookings: 100_000, view: 'gold', why: 'silver is secured' },
    { held: 'silver', bookings: 66_576, view: 'gold', why: 'silver is on track' },
    { held: 'silver', bookings: 66_575, view: 'silver', why: 'silver is at risk by a dollar' },
    { held: 'silver', bookings: 0, view: 'silver', why: 'nothing is booked' },
    { held: 'gold', bookings: 300_000, view: 'gold', why: 'the highest there is' },
    { held: 'gold', bookings: 150_000, view: 'gold', why: 'gold may be lost' },
  ])('$held with $bookings: $view ($why)', ({ held, bookings, view }) => {
    const deals = bookings === 0 ? [] : [won('2025-09-10', bookings)];
    expect(tierInView(tierStandingOf({ tiers, deals, partner: { tier: held } })).id).toBe(view);
  });

  it('a tier that is at risk says what is lost with it: 3 points of 400,000 planned', () => {
    const planned = ['FY26-Q4', 'FY27-Q1', 'FY27-Q2', 'FY27-Q3'].map(
      (period): Fact => ({ metric: 'planned_product_new', period, value: 100_000 }) as Fact,
    );
    const margins = [18, 21].map((base_margin_percent, index) => ({ ...tiers[index]!, base_margin_percent }));
    const standing = tierStandingOf({ tiers: margins, facts: planned, deals: [], partner: { tier: 'gold' } });
    expect(standing.current.path.atRisk).toHaveLength(1);
    expect(standing.kept?.amount).toBeCloseTo(12_000, 9);
    expect(standing.next).toBeUndefined();
  });
});

describe('what somebody assumes', () => {
  const tiers = [
    tier('gold', 1, [
      path('only', [
        needs('net_bookings', 100_000, 'trailing-four-quarters'),
        needs('sales_certified_people', 2),
        needs('business_plan_agreed', 1, 'fiscal-year', { operator: '==' }),
      ]),
    ]),
  ];
  it.each<{ assumed: Readonly<Record<string, number>>; statuses: string[]; left: number[] }>([
    { assumed: {}, statuses: ['at_risk', 'at_risk', 'at_risk'], left: [60_000, 1, 1] },
    { assumed: { bookings: 100_000 }, statuses: ['met', 'at_risk', 'at_risk'], left: [0, 1, 1] },
    { assumed: { bookings: 99_999 }, statuses: ['on_track', 'at_risk', 'at_risk'], left: [1, 1, 1] },
    { assumed: { bookings: 0 }, statuses: ['at_risk', 'at_risk', 'at_risk'], left: [100_000, 1, 1] },
    {
      assumed: { net_bookings: 250_000, sales_certified_people: 3, business_plan_agreed: 1 },
      statuses: ['met', 'met', 'met'],
      left: [0, 0, 0],
    },
  ])('$assumed', ({ assumed, statuses, left }) => {
    const standing = tierStandingOf({
      tiers,
      assumed,
      deals: [won('2025-03-10', 150_000), won('2025-09-10', 40_000)],
      partner: { certifications: people('sales', 1) },
      targets: [givenTarget({ annual: 365_000 })],
    });
    const found = standing.current.path.requirements;
    expect(found.map(({ status }) => status)).toEqual(statuses);
    expect(found.map((one) => one.left)).toEqual(left);
    // What counts today is what it is, whatever is assumed for the review.
    expect(found[0]!.today).toBe(190_000);
  });
});
