import { describe, expect, it } from 'vitest';
import { givenTarget, open, performanceOf, plain, won, type Case } from '../given.ts';

function figures(given: Case) {
  const { figures: found } = performanceOf(given);
  return (name: keyof typeof found) => plain(found[name].value);
}

describe('a closed quarter reviewed after its end', () => {
  // FY26-Q2 ended on 31 December; the data is of 28 February.
  const review = { quarter: 'FY26-Q2', asOf: '2026-02-28', exports: ['2026-02-28'] };
  const targets = [givenTarget({ quarters: [100, 200, 300, 400] })];
  const deals = [won('2025-12-31', 250), won('2026-01-01', 40), won('2026-02-28', 20), open('2026-03-10', 480)];

  it('counts results to its end and puts what was won since on a line of its own', () => {
    const figure = figures({ ...review, deals, targets });
    expect(figure('bookings_ytd')).toBe(250);
    expect(figure('won_since_results')).toBe(60);
    expect(figure('plan_to_date')).toBeCloseTo(300, 9);
  });

  it('counts the pipeline and what is left on the day of the data', () => {
    // 1000 − 250 − 60 = 690 left for the 480 open.
    const figure = figures({ ...review, deals, targets });
    expect(figure('remaining_target')).toBeCloseTo(690, 9);
    expect(figure('open_pipeline')).toBe(480);
    expect(figure('coverage')).toBeCloseTo(480 / 690, 12);
    // 310 won + a third of 480.
    expect(figure('forecast')).toBeCloseTo(470, 9);
  });

  it('takes from the running quarter what is already won in it', () => {
    // Q3: 300 planned, 60 won: 240 left for 480.
    const { periods } = performanceOf({ ...review, deals, targets });
    expect(periods[0]).toMatchObject({ label: 'Rest of FY26-Q3', coverage: 2 });
  });

  it('says zero where nothing was won since, and nothing where no deals were loaded', () => {
    expect(figures({ ...review, deals: [won('2025-12-31', 250)] })('won_since_results')).toBe(0);
    expect(figures({ asOf: '2026-02-28', deals: [won('2025-12-31', 250)] })('won_since_results')).toBe(0);
    expect(figures({ ...review, deals: undefined })('won_since_results')).toBe('missing: no deals imported');
  });

  it('judges win rate by the quarters completed at its end', () => {
    const { figures: found } = performanceOf({ ...review, deals });
    expect(found.win_rate_by_value.evidence.rows!.values).toMatchObject({
      from: { date: '2025-01-01' },
      to: { date: '2025-12-31' },
    });
  });
});

describe('the last quarter of a year, with the pipeline already in the next', () => {
  const review = { quarter: 'FY26-Q4', asOf: '2026-08-10', exports: ['2026-08-05'] };
  const targets = [
    givenTarget({ annual: 1000 }),
    givenTarget({ fiscal_year: 'FY27', agreed: '2026-07-01', annual: 2000 }),
  ];
  const deals = [won('2026-05-01', 900), won('2026-07-10', 100), open('2026-09-01', 600), open('2027-07-01', 77)];

  it('keeps results in the year reviewed and the pipeline in the year it works for', () => {
    const found = performanceOf({ ...review, deals, targets });
    const figure = figures({ ...review, deals, targets });
    expect(figure('bookings_ytd')).toBe(900);
    expect(figure('pace')).toBeCloseTo(0.9, 9);
    expect(figure('target')).toBe(1000);
    expect(figure('coverage_target')).toBe(2000);
    expect(figure('remaining_target')).toBe(1900);
    expect(figure('coverage')).toBeCloseTo(600 / 1900, 12);
    expect(found.figures.coverage.label).toBe('Coverage, rest of FY27');
    expect(found.periods.map(({ label }) => label)).toEqual([
      'Rest of FY27-Q1',
      'FY27-Q2',
      'FY27-Q3',
      'FY27-Q4',
      'Rest of FY27',
      'FY28-Q1',
      'Later',
    ]);
  });

  it('compares the forecast with the target of its own year', () => {
    // 100 won in FY27 + a third of 600 = 300 of 2,000.
    const figure = figures({ ...review, deals, targets });
    expect(figure('forecast')).toBeCloseTo(300, 9);
    expect(figure('forecast_vs_target')).toBeCloseTo(0.15, 9);
  });

  it('counts what was won since the period, across the turn of the year', () => {
    expect(figures({ ...review, deals, targets })('won_since_results')).toBe(100);
    const third = { quarter: 'FY26-Q3', asOf: '2026-08-10', exports: ['2026-08-05'] };
    // From 1 April to 5 August: 900 of FY26-Q4 and 100 of FY27.
    expect(figures({ ...third, deals, targets })('won_since_results')).toBe(1000);
  });

  it('has no coverage where the next target is not agreed yet', () => {
    const figure = figures({ ...review, deals, targets: targets.slice(0, 1) });
    expect(figure('coverage')).toBe('missing: no target for FY27');
    expect(figure('remaining_target')).toBe('missing: no target for FY27');
    expect(figure('pace')).toBeCloseTo(0.9, 9);
  });
});

describe('a day in the past', () => {
  const targets = [givenTarget({ annual: 1000 })];
  const deals = [
    won('2025-10-01', 100, { created_date: '2025-08-01' }),
    won('2026-01-20', 200, { created_date: '2025-11-01' }),
    open('2026-04-01', 400, { created_date: '2026-02-01' }),
  ];

  it('knows neither deals created later nor how deals ended later', () => {
    const figure = figures({ deals, targets, asOf: '2025-12-15' });
    expect(figure('bookings_ytd')).toBe(100);
    expect(figure('open_pipeline')).toBe(200);
    expect(figure('open_deals')).toBe(1);
  });

  it('uses the newest export before it', () => {
    const { review } = performanceOf({ deals, targets, asOf: '2025-12-15', exports: ['2025-11-30', '2026-02-28'] });
    expect(review).toMatchObject({ results: '2025-11-30', pipeline: '2025-11-30' });
  });
});
