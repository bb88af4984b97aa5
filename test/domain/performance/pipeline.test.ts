import { describe, expect, it } from 'vitest';
import type { Deal } from '../../../src/schema/deal.ts';
import { givenConfig, givenDeal, givenTarget, lost, open, performanceOf, plain, won, type Case } from '../given.ts';

function figures(given: Case) {
  const { figures: found } = performanceOf(given);
  return (name: keyof typeof found) => plain(found[name].value);
}

const targets = [givenTarget({ annual: 1_000_000 })];

/** Four wins and six losses in 2025: a win rate of 40 %, so 2.5x is needed. The wins are of FY25. */
const HISTORY: readonly Deal[] = [
  ...Array.from({ length: 4 }, () => won('2025-05-10', 100)),
  ...Array.from({ length: 6 }, () => lost('2025-05-10', 100)),
];

describe('pipeline to target', () => {
  it('compares what closes in the rest of the year with what is left, and both with the need', () => {
    // 1,000,000 − 600,000 = 400,000 left; 800,000 open: 2.0x where 2.5x is needed; 200,000 of pipeline is missing.
    const deals = [...HISTORY, won('2026-01-10', 600_000), open('2026-04-01', 800_000)];
    const figure = figures({ deals, targets });
    expect(figure('remaining_target')).toBe(400_000);
    expect(figure('coverage')).toBe(2);
    expect(figure('required_coverage')).toBe(2.5);
    expect(figure('pipeline_gap')).toBe(200_000);
    expect(performanceOf({ deals, targets }).figures.coverage.status).toEqual({ meaning: 'watch', word: 'thin' });
  });

  it('counts only deals that close from today to the end of the year', () => {
    const deals = [
      open('2026-02-27', 1),
      open('2026-02-28', 10),
      open('2026-06-30', 100),
      open('2026-07-01', 1000),
      givenDeal({ amount: 10_000 }),
    ];
    const found = performanceOf({ deals, targets });
    expect(plain(found.figures.open_rest_of_year.value)).toBe(110);
    expect(plain(found.figures.open_pipeline.value)).toBe(11_111);
    expect(plain(found.figures.overdue_deals.value)).toBe(1);
    expect(plain(found.figures.overdue_amount.value)).toBe(1);
    expect(plain(found.figures.no_close_date_deals.value)).toBe(1);
    const { leftOut } = found.figures.open_rest_of_year.evidence.selection!;
    expect(leftOut.map(({ reason }) => reason)).toEqual([
      'open, past the close date',
      'open, closing later',
      'open without a close date',
    ]);
  });

  it('does not count open deals of a kind that is no booking: they cannot close the target', () => {
    const config = givenConfig({ bookings: { count: ['new'] } });
    const deals = [open('2026-04-01', 100, { type: 'renewal' }), open('2026-04-01', 10, { type: 'new' })];
    const figure = figures({ deals, targets, config });
    expect(figure('open_rest_of_year')).toBe(10);
    expect(figure('open_pipeline')).toBe(110);
  });

  it('says that the target is met, at exactly the target and beyond it', () => {
    for (const amount of [1_000_000, 1_200_000]) {
      const found = performanceOf({ deals: [won('2025-09-01', amount), open('2026-04-01', 5)], targets }).figures;
      expect(plain(found.coverage.value)).toBe('missing: target met');
      expect(found.coverage.status).toEqual({ meaning: 'good', word: 'target met' });
      expect(plain(found.remaining_target.value)).toBe(1_000_000 - amount);
      expect(plain(found.pipeline_gap.value)).toBe(0);
    }
  });

  it('says that a target of zero is met', () => {
    const found = performanceOf({ deals: [], targets: [givenTarget({ annual: 0 })] }).figures;
    expect(found.coverage.status?.word).toBe('target met');
  });

  it('has a coverage of zero where nothing is open, and none without a target', () => {
    const found = performanceOf({ deals: [], targets }).figures.coverage;
    expect(plain(found.value)).toBe(0);
    expect(found.status).toEqual({ meaning: 'bad', word: 'short' });
    const without = performanceOf({ deals: [open('2026-04-01', 5)] }).figures.coverage;
    expect(plain(without.value)).toBe('missing: no target for FY26');
    expect(without.status).toEqual({ meaning: 'unknown', word: 'no target' });
  });

  it('is covered at exactly the need, whatever rounding the numbers leave', () => {
    // Three of ten won: 1 / 0.3 = 3.33x; 333.33 recurring of 100 left, written as thirds.
    const history = [
      ...Array.from({ length: 3 }, () => won('2025-05-10', 0.1)),
      ...Array.from({ length: 7 }, () => lost('2025-05-10', 0.1)),
    ];
    const third = 10 / 3;
    const deals = [
      ...history,
      won('2026-01-10', 0.9),
      ...Array.from({ length: 30 }, () => open('2026-04-01', third * 0.01)),
    ];
    const found = performanceOf({ deals, targets: [givenTarget({ annual: 1.2 })] }).figures.coverage;
    expect(found.status?.word).toBe('covered');
  });

  it('prints two decimals where one would show a coverage short of the need as equal to it', () => {
    const deals = [...HISTORY, won('2026-01-10', 600_000), open('2026-04-01', 992_000)];
    const found = performanceOf({ deals, targets }).figures;
    expect(found.coverage.value).toEqual({ kind: 'times', ratio: 2.48, decimals: 2 });
    expect(found.required_coverage.value).toEqual({ kind: 'times', ratio: 2.5, decimals: 2 });
  });
});

describe('the forecast', () => {
  it('adds the open pipeline of the year at the own win rate', () => {
    // 600,000 + 800,000 × 0.4 = 920,000 of 1,000,000.
    const deals = [...HISTORY, won('2026-01-10', 600_000), open('2026-04-01', 800_000), open('2026-08-01', 5e6)];
    const figure = figures({ deals, targets });
    expect(figure('forecast')).toBe(920_000);
    expect(figure('forecast_vs_target')).toBeCloseTo(0.92, 9);
    expect(performanceOf({ deals, targets }).figures.forecast.evidence.rule).toBe('own win rate');
  });

  it('counts one third of it where the own rate cannot be used, and says so', () => {
    const deals = [won('2026-01-10', 600_000), open('2026-04-01', 300_000)];
    const found = performanceOf({ deals, targets }).figures;
    expect(plain(found.forecast.value)).toBeCloseTo(700_000, 6);
    expect(found.forecast.evidence.rule).toBe(
      'one over the fallback coverage, because of fewer closed deals than needed',
    );
  });

  it('stands without a target, but is compared with none', () => {
    const figure = figures({ deals: [won('2026-01-10', 600_000), open('2026-04-01', 300_000)] });
    expect(figure('forecast')).toBeCloseTo(700_000, 6);
    expect(figure('forecast_vs_target')).toBe('missing: no target for FY26');
  });

  it("is never mixed with the CRM's odds, which stand beside it", () => {
    const config = givenConfig({
      stages: [
        { name: 'Qualify', status: 'open', probability_percent: 10 },
        { name: 'Proposal', status: 'open' },
      ],
    });
    const deals = [
      open('2026-04-01', 100, { stage: 'Qualify' }),
      open('2026-04-01', 100, { stage: 'Qualify', probability_percent: 50 }),
      open('2026-04-01', 100, { stage: 'Proposal' }),
    ];
    const figure = figures({ deals, config });
    // 10 % by its stage, 50 % by its own odds, nothing known of the third.
    expect(figure('crm_weighted')).toBeCloseTo(60, 9);
    expect(figure('forecast')).toBeCloseTo(100, 9);
    expect(figures({ deals: [open('2026-04-01', 100)] })('crm_weighted')).toBe('missing: no stage odds loaded');
  });
});

describe('deals that need a hand', () => {
  const deals = [
    open('2026-04-01', 100, { last_activity: '2025-12-30' }),
    open('2026-04-01', 300, { last_activity: '2025-12-31', next_step: 'call' }),
    open('2026-04-01', 600),
  ];

  it('are quiet after more than 60 days; without a known day nothing is said', () => {
    // From 30 December to 28 February are 60 days; one more is too many.
    expect(figures({ deals })('stale_deals')).toBe(0);
    const later = figures({ deals, asOf: '2026-03-01' });
    expect(later('stale_deals')).toBe(1);
    expect(later('stale_amount')).toBe(100);
    expect(later('stale_share')).toBe(0.1);
  });

  it('are without a next step only where next steps were loaded', () => {
    expect(figures({ deals })('no_next_step_deals')).toBe(2);
    const columns = ['source', 'id', 'status', 'amount', 'close_date'] as const;
    const figure = figures({ deals, columns });
    expect(figure('no_next_step_deals')).toBe('missing: next step of deals not loaded');
    expect(figure('stale_deals')).toBe('missing: last activity of deals not loaded');
    expect(figure('stale_share')).toBe('missing: last activity of deals not loaded');
  });

  it('have no share of an empty pipeline', () => {
    expect(figures({ deals: [] })('stale_share')).toBe('missing: no open deal');
    expect(figures({ deals: [] })('open_deals')).toBe(0);
    expect(figures({ deals: [] })('open_pipeline')).toBe(0);
  });
});

describe('open pipeline by close date', () => {
  const quarters = [givenTarget({ quarters: [100, 200, 300, 400] })];

  it('goes from the rest of the quarter to the rest of the year, the next quarter and later', () => {
    const deals = [
      won('2026-01-10', 60),
      open('2026-03-01', 480),
      open('2026-05-01', 1200),
      open('2026-08-01', 7),
      open('2027-01-01', 5),
    ];
    const { periods } = performanceOf({ deals, targets: quarters });
    expect(periods.map(({ label, open: { amount } }) => [label, amount])).toEqual([
      ['Rest of FY26-Q3', 480],
      ['FY26-Q4', 1200],
      ['Rest of FY26', 1680],
      ['FY27-Q1', 7],
      ['Later', 5],
    ]);
    // Q3: 300 − 60 = 240 left, 480 / 240; Q4: 400 left, 1200 / 400; the year: 1000 − 60 = 940 left.
    expect(periods.map(({ coverage }) => coverage)).toEqual([
      2,
      3,
      1.7872340425532,
      { missing: 'no target for FY27-Q1' },
      { missing: 'no target for Later' },
    ]);
    expect(periods.map(({ status }) => status.word)).toEqual(['short', 'covered', 'short', 'no target', 'no target']);
    expect(periods[0]!.needed).toBe(720);
  });

  it('compares with what was won in the same days a year before', () => {
    const deals = [won('2025-02-27', 1), won('2025-02-28', 10), won('2025-06-30', 100), won('2025-07-01', 1000)];
    const { periods } = performanceOf({ deals, targets: quarters });
    expect(periods.find(({ scope }) => scope === 'year')!.wonYearAgo).toBe(110);
    expect(periods.find(({ scope }) => scope === 'quarter')!.wonYearAgo).toBe(10);
    expect(periods.find(({ scope }) => scope === 'next')!.wonYearAgo).toBe(1000);
  });

  it('does not compare with days of last year that have not passed yet', () => {
    // On 15 August 2025 the quarter a year before FY27-Q1 is still running.
    const { periods } = performanceOf({ deals: [won('2025-08-01', 5), open('2026-08-01', 9)], asOf: '2025-08-15' });
    expect(periods.find(({ scope }) => scope === 'next')).toMatchObject({
      label: 'FY27-Q1',
      wonYearAgo: { missing: 'not over yet' },
    });
  });

  it('meets a leap day: the quarter that ends on 28 February 2025 compares with all of the one before it', () => {
    const config = givenConfig({ fiscal_year: { start_month: 3 } });
    const { periods } = performanceOf({ deals: [won('2024-02-29', 3)], config, asOf: '2025-01-10' });
    expect(periods[0]).toMatchObject({ label: 'Rest of FY25-Q4', wonYearAgo: 3 });
  });

  it('has an unknown value, not zero, where no deal of the period has an amount', () => {
    const { periods } = performanceOf({ deals: [open('2026-03-10', undefined)], targets: quarters });
    expect(periods[0]!.open.amount).toEqual({ missing: 'no deal has an amount' });
    expect(periods[0]!.status).toEqual({ meaning: 'unknown', word: 'no amounts' });
    expect(periods[1]!.open.amount).toBe(0);
  });

  it('is empty where no deals were loaded', () => {
    expect(performanceOf({ deals: undefined, targets: quarters }).periods).toEqual([]);
  });
});

describe('open pipeline by stage', () => {
  it('keeps the order of the program, stages it does not name follow', () => {
    const deals = [
      open('2026-04-01', 1, { stage: 'Verbal' }),
      open('2026-04-01', 2, { stage: 'Proposal' }),
      open('2026-04-01', 4),
    ];
    const { stages } = performanceOf({ deals });
    expect(stages.map(({ name, deals: rows }) => [name, rows.amount])).toEqual([
      ['Qualify', 0],
      ['Proposal', 2],
      ['Verbal', 1],
      ['Stage unknown', 4],
    ]);
  });

  it('adds up to the open pipeline', () => {
    const deals = [
      open('2026-04-01', 3, { stage: 'Verbal' }),
      won('2026-04-01', 5, { stage: 'Closed Won' }),
      open('2026-01-01', 7),
    ];
    const { stages, figures: found } = performanceOf({ deals });
    expect(stages.reduce((total, { deals: rows }) => total + Number(rows.amount), 0)).toBe(
      plain(found.open_pipeline.value),
    );
    expect(stages.map(({ name }) => name)).not.toContain('Closed Won');
  });
});
