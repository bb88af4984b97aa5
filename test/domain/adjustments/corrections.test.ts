import { describe, expect, it } from 'vitest';
import type { FigureName } from '../../../src/domain/performance/performance.ts';
import type { Snapshot } from '../../../src/schema/snapshot.ts';
import { day, givenAdjustment, givenTarget, lost, open, performanceOf, plain, tierStandingOf, won } from '../given.ts';

const deals = [
  won('2025-08-12', 40_000, { created_date: '2025-01-01' }),
  won('2026-01-20', 30_000, { created_date: '2025-01-01' }),
  lost('2025-11-11', 20_000),
  open('2026-05-05', 60_000),
];
const targets = [givenTarget({ months: Array<number>(12).fill(10_000) })];
const given = { deals, targets };

/** A figure before and after a correction of January. */
const figure = (name: FigureName, changes: Readonly<Record<string, unknown>> = {}, asOf = '2026-02-28') =>
  plain(performanceOf({ ...given, asOf, adjustments: [givenAdjustment(changes)] }).figures[name].value);
const uncorrected = (name: FigureName, asOf = '2026-02-28') =>
  plain(performanceOf({ ...given, asOf }).figures[name].value);

describe('an accepted correction of 12,000 for January', () => {
  it.each<[FigureName, number, number]>([
    ['bookings_ytd', 70_000, 82_000],
    ['bookings_quarter', 30_000, 42_000],
    ['plan_to_date', 80_000, 80_000],
    ['pace', 70 / 80, 82 / 80],
    ['attainment', 70 / 120, 82 / 120],
    ['gap_to_plan', 10_000, -2_000],
    ['trailing_12_months', 70_000, 82_000],
    ['remaining_target', 50_000, 38_000],
    ['coverage', 60 / 50, 60 / 38],
    ['forecast', 90_000, 102_000],
    ['largest_deal_share', 40 / 70, 40 / 82],
    ['open_pipeline', 60_000, 60_000],
    ['average_deal', 35_000, 35_000],
  ])('changes %s from %d to %d', (name, before, after) => {
    expect(uncorrected(name)).toBeCloseTo(before, 8);
    expect(figure(name)).toBeCloseTo(after, 8);
  });

  it('stands in its month and counts for the tier', () => {
    const adjustments = [givenAdjustment()];
    const { months } = performanceOf({ ...given, adjustments });
    expect(months.find(({ month }) => month === '2026-01')!.won).toBe(42_000);
    const requirement = {
      id: 'bookings',
      metric: 'net_bookings',
      operator: '>=',
      threshold: 100_000,
      window: 'fiscal-year',
    };
    const paths = [{ id: 'only', title: 'Only path', requirements: [requirement] }];
    const tiers = [{ id: 'silver', title: 'Silver', rank: 1, paths }];
    const secured = (of: Parameters<typeof performanceOf>[0]) =>
      tierStandingOf({ ...of, tiers }).current.path.requirements[0]!.secured;
    expect(secured({ ...given, adjustments })).toBe(Number(secured(given)) + 12_000);
  });

  it('says in the workings what was booked and what was corrected', () => {
    const { workings } = performanceOf({ ...given, adjustments: [givenAdjustment({ amount: -500 })] }).figures
      .bookings_ytd.evidence;
    expect(workings).toMatchObject({
      pattern: '{booked} booked − {corrected} corrected',
      values: { booked: { amount: 70_000 }, corrected: { amount: 500 } },
    });
  });

  it('is not known to a page as of the day before it was accepted', () => {
    expect(figure('bookings_ytd', {}, '2026-02-09')).toBe(uncorrected('bookings_ytd', '2026-02-09'));
    expect(figure('bookings_ytd', {}, '2026-02-10')).toBe(82_000);
  });

  it.each(['open', 'rejected', 'withdrawn'])('changes nothing while it is %s', (status) => {
    const settled = status === 'open' ? undefined : '2026-02-10';
    expect(figure('bookings_ytd', { status, settled })).toBe(70_000);
  });

  it('counts once, in the quarter its month belongs to, however the year is cut', () => {
    const ofMonth = (month: string) => ({ ...given, adjustments: [givenAdjustment({ month })], asOf: '2026-02-28' });
    const total = (month: string) =>
      performanceOf(ofMonth(month)).months.reduce((sum, { won }) => sum + Number(won ?? 0), 0);
    for (const month of ['2025-07', '2025-12', '2026-01', '2026-02']) expect(total(month), month).toBe(82_000);
    expect(total('2025-06')).toBe(70_000);
  });

  it('counts whole in a month that still runs', () => {
    expect(figure('bookings_ytd', { month: '2026-02' }, '2026-02-12')).toBe(82_000);
  });

  it('is no change of the export: closed months are not called restated', () => {
    const snapshot: Snapshot = {
      schemaVersion: 1,
      date: day('2026-01-31'),
      currency: 'USD',
      sources: [],
      open: { amount: 60_000, deals: 1, withoutAmount: 0 },
      bookings: [
        { month: '2025-08', amount: 40_000, deals: 1 },
        { month: '2026-01', amount: 30_000, deals: 1 },
      ] as Snapshot['bookings'],
    };
    const { restated } = performanceOf({ ...given, snapshots: [snapshot], adjustments: [givenAdjustment()] }).figures;
    expect(plain(restated.value)).toBe(0);
  });
});

describe('a correction of what nobody knows', () => {
  it('makes nothing known', () => {
    const { bookings_ytd } = performanceOf({ deals: undefined, adjustments: [givenAdjustment()] }).figures;
    expect(plain(bookings_ytd.value)).toBe('missing: no deals imported');
  });

  it('comes on top of a fact', () => {
    const facts = [{ metric: 'bookings', period: '2026-01', value: 5_000 }] as const;
    const { bookings_ytd } = performanceOf({
      deals: undefined,
      facts: [...facts],
      adjustments: [givenAdjustment()],
    }).figures;
    expect(plain(bookings_ytd.value)).toBe(17_000);
  });
});
