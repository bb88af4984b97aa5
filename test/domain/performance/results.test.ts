import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/schema/fact.ts';
import { givenConfig, givenTarget, lost, open, performanceOf, plain, won, type Case } from '../given.ts';

/** Figures by name, as bare numbers. */
function figures(given: Case) {
  const { figures: found } = performanceOf(given);
  return (name: keyof typeof found) => plain(found[name].value);
}

const bookings = (period: string, value: number): Fact => ({ metric: 'bookings', period, value });

describe('performance to plan', () => {
  // FY26 by quarters 300,000, 300,000, 300,000, 360,000 = 1,260,000; a month of Q3 is 100,000.
  // Plan to 28 February: 600,000 + 100,000 (January) + 100,000 (all 28 days of February) = 800,000.
  const targets = [givenTarget({ quarters: [300_000, 300_000, 300_000, 360_000] })];
  const deals = [won('2025-07-01', 300_000), won('2025-12-31', 200_000), won('2026-02-28', 140_000)];

  it('compares what is won with the plan to date, never with the full year', () => {
    const figure = figures({ deals, targets });
    expect(figure('bookings_ytd')).toBe(640_000);
    expect(figure('plan_to_date')).toBeCloseTo(800_000, 6);
    expect(figure('pace')).toBeCloseTo(0.8, 9);
    expect(figure('gap_to_plan')).toBeCloseTo(160_000, 6);
    // 640,000 of 1,260,000.
    expect(figure('attainment')).toBeCloseTo(0.507_936_5, 6);
  });

  it('judges the pace: at exactly 80 % it is near plan, a dollar below it is behind', () => {
    expect(performanceOf({ deals, targets }).figures.pace.status).toEqual({ meaning: 'watch', word: 'near plan' });
    const less = performanceOf({ deals: [...deals, won('2026-01-01', -1)], targets });
    expect(less.figures.pace.status).toEqual({ meaning: 'bad', word: 'behind' });
  });

  it('does the same for the quarter', () => {
    // Q3 to 28 February: 200,000 planned, 140,000 won.
    const figure = figures({ deals, targets });
    expect(figure('bookings_quarter')).toBe(140_000);
    expect(figure('plan_quarter')).toBeCloseTo(200_000, 6);
    expect(figure('pace_quarter')).toBeCloseTo(0.7, 9);
  });

  it('counts the running month by its days', () => {
    // 14 of 28 days of February: 600,000 + 100,000 + 50,000; the deal of 28 February is still open.
    const figure = figures({ deals, targets, asOf: '2026-02-14' });
    expect(figure('plan_to_date')).toBeCloseTo(750_000, 6);
    expect(figure('bookings_ytd')).toBe(500_000);
    expect(figure('open_pipeline')).toBe(140_000);
  });

  it('counts a target of the year by days, the as-of day included', () => {
    const annual = [givenTarget({ annual: 730_000 })];
    // 243 of 365 days.
    expect(figures({ deals, targets: annual })('plan_to_date')).toBeCloseTo(486_000, 6);
  });

  it('has no pace without a target or with one of zero, and no Infinity', () => {
    expect(figures({ deals })('pace')).toBe('missing: no target for FY26');
    expect(performanceOf({ deals }).figures.pace.status).toEqual({ meaning: 'unknown', word: 'no plan' });
    const zero = figures({ deals, targets: [givenTarget({ annual: 0 })] });
    expect(zero('pace')).toBe('missing: nothing was planned to date');
    expect(zero('attainment')).toBe('missing: the target is zero');
    expect(zero('forecast_vs_target')).toBe('missing: the target is zero');
  });

  it('says what was agreed on the day it is for', () => {
    const raised = [...targets, givenTarget({ agreed: '2026-02-20', annual: 2_000_000 })];
    expect(figures({ deals, targets: raised, asOf: '2026-02-19' })('target')).toBe(1_260_000);
    expect(figures({ deals, targets: raised, asOf: '2026-02-20' })('target')).toBe(2_000_000);
  });

  it('is green at exactly the plan, whatever thirds the plan is made of', () => {
    // 100 / 3 three times is one rounding away from 100 in binary.
    for (const quarter of [100, 1000, 70_000.1, 333_333.33]) {
      const plan = [givenTarget({ quarters: [quarter, quarter, quarter, quarter] })];
      const exact = performanceOf({ deals: [won('2025-09-30', quarter * 2)], targets: plan, asOf: '2025-12-31' });
      expect(exact.figures.pace.status, String(quarter)).toEqual({ meaning: 'good', word: 'ahead' });
      expect(plain(exact.figures.pace.value)).toBe(1);
    }
  });
});

describe('bookings', () => {
  it('leave out kinds that are none in this program', () => {
    const config = givenConfig({ bookings: { count: ['new', 'expansion'] } });
    const deals = [
      won('2026-01-10', 10),
      won('2026-01-11', 100, { type: 'renewal' }),
      won('2026-01-12', 1, { type: 'new' }),
    ];
    expect(figures({ deals, config })('bookings_ytd')).toBe(11);
    const { leftOut } = performanceOf({ deals, config }).figures.bookings_ytd.evidence.selection!;
    expect(leftOut.map(({ reason }) => reason)).toEqual(['renewal deals are no bookings in this program']);
  });

  it('leave out what was won in another year, without a date, lost or open, each with its reason', () => {
    const deals = [
      won('2026-01-10', 10),
      won('2025-06-30', 20),
      won('2026-01-10', 40, { close_date: undefined as never }),
      lost('2026-01-10', 80),
      open('2026-03-10', 160),
      won('2026-03-10', 320),
    ];
    const found = performanceOf({ deals }).figures.bookings_ytd;
    expect(plain(found.value)).toBe(10);
    expect(found.evidence.selection!.leftOut.map(({ reason, deals: rows }) => [reason, rows.length])).toEqual([
      ['won before', 1],
      ['won without a close date', 1],
      ['lost', 1],
      ['open', 2],
    ]);
  });

  it('are in no period where nobody says when they were won: their number and worth are told apart', () => {
    const undated = { close_date: undefined as never };
    const deals = [
      won('2026-01-10', 40, undated),
      { ...won('2026-01-10', 80, undated), amount: undefined },
      won('2026-01-11', 5),
      open('2026-03-10', 160, undated),
      won('2026-01-12', 320, { ...undated, type: 'renewal' }),
    ];
    const config = givenConfig({ bookings: { count: ['new'] } });
    const figure = figures({ deals, config });
    expect([figure('won_undated_deals'), figure('won_undated_amount'), figure('bookings_ytd')]).toEqual([2, 40, 5]);
    expect(figures({ deals: [] })('won_undated_deals')).toBe(0);
    expect(figures({ deals: undefined })('won_undated_amount')).toBe('missing: no deals imported');
  });

  it('are a known zero when deals were loaded and none is won, and unknown when nothing was loaded', () => {
    expect(figures({ deals: [] })('bookings_ytd')).toBe(0);
    expect(figures({ deals: undefined })('bookings_ytd')).toBe('missing: no deals imported');
  });
});

describe('facts in the place of deals', () => {
  it('stand in for months without won deals and are never added to them', () => {
    // July and August have no deals: 100 + 200. In January 50 is won, so its fact of 999 is left out.
    const facts = [bookings('2025-07', 100), bookings('2025-08', 200), bookings('2026-01', 999)];
    const figure = figures({ deals: [won('2026-01-10', 50)], facts });
    expect(figure('bookings_ytd')).toBe(350);
    expect(figure('bookings_quarter')).toBe(50);
  });

  it('do not count for months after the results date, and the running month by its days', () => {
    const facts = [bookings('2026-02', 280), bookings('2026-03', 5000)];
    expect(figures({ deals: [], facts, asOf: '2026-02-07' })('bookings_ytd')).toBeCloseTo(70, 9);
  });

  it('give way to a deal won in the month after a review in the past is made again', () => {
    // On 31 January the February deal is still open; the fact of February is not reached.
    const facts = [bookings('2026-02', 280)];
    const deals = [won('2026-02-20', 40)];
    expect(figures({ deals, facts, asOf: '2026-01-31' })('bookings_ytd')).toBe(0);
    expect(figures({ deals, facts })('bookings_ytd')).toBe(40);
  });

  it('are enough without any deal, but say nothing about spans they do not reach', () => {
    const figure = figures({ deals: undefined, facts: [bookings('2026-01', 100)] });
    expect(figure('bookings_ytd')).toBe(100);
    expect(figure('bookings_last_year')).toBe('missing: no deals imported');
    expect(figure('open_pipeline')).toBe('missing: no deals imported');
  });

  it('are named beside the deals in the reasons, so that the parts make the sum', () => {
    const facts = [bookings('2025-07', 100), bookings('2025-08', 200)];
    const { workings } = performanceOf({ deals: [won('2026-01-10', 50)], facts }).figures.bookings_ytd.evidence;
    expect(workings?.pattern).toBe('{deals} in deals + {facts} in the facts of {months|month|months}');
    expect(workings?.values).toMatchObject({ deals: { amount: 50 }, facts: { amount: 300 }, months: { count: 2 } });
  });

  it('in another currency are converted at the rate of the month, and unknown without one', () => {
    const rates = [
      { from: 'EUR', to: 'USD', rate: 1.1, date: '2025-07-01' },
      { from: 'EUR', to: 'USD', rate: 1.2, date: '2025-09-01' },
    ];
    const config = givenConfig({ rates });
    const inEuro = (period: string): Fact => ({ ...bookings(period, 100), currency: 'EUR' });
    const converted = figures({ deals: [], facts: [inEuro('2025-08'), inEuro('2025-10')], config });
    expect(converted('bookings_ytd')).toBeCloseTo(110 + 120, 9);
    const unknown = figures({ deals: [won('2026-01-10', 50)], facts: [inEuro('2025-08')] });
    expect(unknown('bookings_ytd')).toBe('missing: no rate from EUR to USD in cam.yaml');
    expect(unknown('bookings_quarter')).toBe(50);
  });

  it('of other metrics or of quarters are no bookings', () => {
    const facts: Fact[] = [bookings('FY26-Q1', 700), { metric: 'services_revenue', period: '2026-01', value: 5 }];
    expect(figures({ deals: [won('2026-01-10', 50)], facts })('bookings_ytd')).toBe(50);
  });
});

describe('comparisons in time', () => {
  it('compare the same days of last year and of last quarter', () => {
    const deals = [
      won('2024-07-01', 100),
      won('2025-02-28', 100),
      won('2025-03-01', 5000),
      won('2025-10-15', 30),
      won('2025-11-28', 30),
      won('2025-12-15', 5000),
      won('2026-01-20', 90),
    ];
    const figure = figures({ deals });
    // Last year to 28 February: 200; this year: 30 + 30 + 5000 + 90 = 5150.
    expect(figure('bookings_last_year')).toBe(200);
    expect(figure('change_vs_last_year')).toBeCloseTo(5150 / 200 - 1, 9);
    // The quarter has run for 59 days; the first 59 days of the quarter before end on 28 November.
    expect(figure('bookings_last_quarter')).toBe(60);
    expect(figure('change_vs_last_quarter')).toBeCloseTo(0.5, 9);
    expect(figure('bookings_quarter_last_year')).toBe(100);
  });

  it('have no change where nothing was booked before', () => {
    expect(figures({ deals: [won('2026-01-20', 90)] })('change_vs_last_year')).toBe(
      'missing: nothing booked in the compared period',
    );
  });

  it('meet the 29th of February with the 28th', () => {
    const leap = [won('2024-02-29', 100), won('2025-02-28', 100)];
    expect(figures({ deals: leap, asOf: '2025-02-28' })('bookings_last_year')).toBe(100);
    expect(figures({ deals: leap, asOf: '2025-02-28' })('change_vs_last_year')).toBe(0);
  });

  it('count twelve months to the day, in leap years too', () => {
    const deals = [won('2025-02-28', 1), won('2025-03-01', 10), won('2026-02-28', 100)];
    expect(figures({ deals })('trailing_12_months')).toBe(110);
    const leap = [won('2024-02-29', 1), won('2024-03-01', 10), won('2025-02-28', 100)];
    expect(figures({ deals: leap, asOf: '2025-02-28' })('trailing_12_months')).toBe(110);
    const toLeapDay = [won('2023-02-28', 1), won('2023-03-01', 10), won('2024-02-29', 100)];
    expect(figures({ deals: toLeapDay, asOf: '2024-02-29' })('trailing_12_months')).toBe(110);
  });

  it('count the last four completed quarters apart from the running one', () => {
    const deals = [won('2024-12-31', 1), won('2025-01-01', 10), won('2025-12-31', 100), won('2026-01-01', 1000)];
    expect(figures({ deals })('trailing_four_quarters')).toBe(110);
  });

  it('show last year beside each month, a month ahead as a gap', () => {
    const { months } = performanceOf({ deals: [won('2025-02-10', 7), won('2026-02-10', 9)] });
    const february = months.find(({ month }) => month === '2026-02')!;
    expect(february).toMatchObject({ won: 9, lastYear: 7, plan: { missing: 'no target for FY26' } });
    expect(months.find(({ month }) => month === '2026-03')).toMatchObject({ won: null });
    expect(months).toHaveLength(12);
  });
});

describe('the run-rate', () => {
  it('spreads what is won over the days of the year', () => {
    // 243 of 365 days have run: 243,000 / 243 × 365.
    expect(figures({ deals: [won('2025-10-01', 243_000)] })('run_rate')).toBeCloseTo(365_000, 6);
    expect(figures({ deals: [] })('run_rate')).toBe(0);
  });

  it('knows the days of a leap year', () => {
    // 1 July 2023 to 29 February 2024 are 244 of 366 days.
    expect(figures({ deals: [won('2023-10-01', 244_000)], asOf: '2024-02-29' })('run_rate')).toBeCloseTo(366_000, 6);
  });
});

describe('how deals are made', () => {
  const deals = [
    won('2026-01-31', 300, { created_date: '2026-01-01', registration_id: 'R1' }),
    won('2025-08-10', 100, { created_date: '2025-07-31' }),
    won('2025-09-10', undefined),
  ];

  it('averages size over deals with an amount and days over deals with a created date', () => {
    const figure = figures({ deals });
    expect(figure('average_deal')).toBe(200);
    expect(figure('days_to_close')).toBe(20);
  });

  it('knows the registered share of the value, and the deals won without a registration', () => {
    const figure = figures({ deals });
    expect(figure('registered_share')).toBe(0.75);
    expect(figure('won_unregistered')).toBe(2);
    expect(figure('largest_deal_share')).toBe(0.75);
  });

  it('does not call deals unregistered where registrations were not loaded', () => {
    const figure = figures({ deals, columns: ['source', 'id', 'status', 'amount', 'close_date'] });
    expect(figure('won_unregistered')).toBe('missing: registrations of deals not loaded');
    expect(figure('registered_share')).toBe('missing: registrations of deals not loaded');
  });

  it('leaves deals out of the days that were entered after they were won', () => {
    const late = won('2026-01-10', 100, { created_date: '2026-01-15' });
    expect(figures({ deals: [...deals, late] })('days_to_close')).toBe(20);
  });
});
