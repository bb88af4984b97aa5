import { describe, expect, it } from 'vitest';
import { givenTarget, performanceOf, plain, won, type Case } from '../given.ts';

interface Row {
  readonly name: string;
  readonly target?: Parameters<typeof givenTarget>[0];
  /** Undefined: nothing was loaded. */
  readonly won: readonly (readonly [day: string, amount: number])[] | undefined;
  readonly asOf?: string;
  /** Plan to date, pace, attainment, run-rate; words where there is no number. */
  readonly plan: number | string;
  readonly pace: number | string;
  readonly attainment: number | string;
  readonly runRate: number | string;
  readonly status: string;
}

const MONTHS = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120].map((thousands) => thousands * 1000);

// A July year: 28 February 2026 is its 243rd day of 365.
const ROWS: readonly Row[] = [
  {
    // 730,000 / 365 = 2,000 a day, 243 days planned; 243,000 won is 1,000 a day.
    name: 'half of a target for the year',
    target: { annual: 730_000 },
    won: [['2025-09-01', 243_000]],
    plan: 486_000,
    pace: 0.5,
    attainment: 243 / 730,
    runRate: 365_000,
    status: 'behind',
  },
  {
    name: 'exactly as planned by days',
    target: { annual: 730_000 },
    won: [['2026-02-28', 486_000]],
    plan: 486_000,
    pace: 1,
    attainment: 486 / 730,
    runRate: 730_000,
    status: 'ahead',
  },
  {
    // 90,000 + 90,000 + two months of the third quarter at 30,000 = 240,000; 80 % of it is 192,000.
    name: '80 % of a plan by quarters, to the dollar',
    target: { quarters: [90_000, 90_000, 90_000, 120_000] },
    won: [['2025-12-31', 192_000]],
    plan: 240_000,
    pace: 0.8,
    attainment: 192 / 390,
    runRate: 288_395.061_728,
    status: 'near plan',
  },
  {
    name: 'a dollar less than 80 % of it',
    target: { quarters: [90_000, 90_000, 90_000, 120_000] },
    won: [['2025-12-31', 191_999]],
    plan: 240_000,
    pace: 0.799_995_833,
    attainment: 191_999 / 390_000,
    runRate: (191_999 / 243) * 365,
    status: 'behind',
  },
  {
    // Seven months to January are 280,000; 14 of 28 days of February's 80,000 are 40,000. 229 days have passed.
    name: 'a plan by months in the middle of one',
    target: { months: MONTHS },
    won: [['2026-01-20', 320_000]],
    asOf: '2026-02-14',
    plan: 320_000,
    pace: 1,
    attainment: 320 / 780,
    runRate: 510_043.668_122,
    status: 'ahead',
  },
  {
    name: 'nothing won yet',
    target: { annual: 730_000 },
    won: [],
    plan: 486_000,
    pace: 0,
    attainment: 0,
    runRate: 0,
    status: 'behind',
  },
  {
    // −24,300 / 486,000; −100 a day.
    name: 'returns outweigh what was won',
    target: { annual: 730_000 },
    won: [
      ['2025-08-01', 10_000],
      ['2025-10-01', -34_300],
    ],
    plan: 486_000,
    pace: -0.05,
    attainment: -24.3 / 730,
    runRate: -36_500,
    status: 'behind',
  },
  {
    // 365,000 for the year is 243,000 to date.
    name: 'a target that is met already',
    target: { annual: 365_000 },
    won: [['2025-07-15', 486_000]],
    plan: 243_000,
    pace: 2,
    attainment: 486 / 365,
    runRate: 730_000,
    status: 'ahead',
  },
  {
    name: 'a target of zero',
    target: { annual: 0 },
    won: [['2025-09-01', 24_300]],
    plan: 0,
    pace: 'missing: nothing was planned to date',
    attainment: 'missing: the target is zero',
    runRate: 36_500,
    status: 'no plan',
  },
  {
    name: 'a plan that begins in the last quarter',
    target: { quarters: [0, 0, 0, 100_000] },
    won: [['2025-09-01', 24_300]],
    plan: 0,
    pace: 'missing: nothing was planned to date',
    attainment: 0.243,
    runRate: 36_500,
    status: 'no plan',
  },
  {
    name: 'no target',
    won: [['2025-09-01', 24_300]],
    plan: 'missing: no target for FY26',
    pace: 'missing: no target for FY26',
    attainment: 'missing: no target for FY26',
    runRate: 36_500,
    status: 'no plan',
  },
  {
    name: 'nothing loaded',
    target: { annual: 730_000 },
    won: undefined,
    plan: 486_000,
    pace: 'missing: no deals imported',
    attainment: 'missing: no deals imported',
    runRate: 'missing: no deals imported',
    status: 'no data',
  },
  {
    name: 'the first day of the year',
    target: { annual: 365_000 },
    won: [['2025-07-01', 500]],
    asOf: '2025-07-01',
    plan: 1000,
    pace: 0.5,
    attainment: 500 / 365_000,
    runRate: 182_500,
    status: 'behind',
  },
  {
    name: 'the last day of the year: pace is attainment, and the run-rate is what is won',
    target: { quarters: [90_000, 90_000, 90_000, 120_000] },
    won: [['2026-06-30', 351_000]],
    asOf: '2026-06-30',
    plan: 390_000,
    pace: 0.9,
    attainment: 0.9,
    runRate: 351_000,
    status: 'near plan',
  },
  {
    // 29 February 2024 is the 244th day of 366.
    name: 'the leap day',
    target: { fiscal_year: 'FY24', agreed: '2023-06-01', annual: 366_000 },
    won: [['2024-02-29', 122_000]],
    asOf: '2024-02-29',
    plan: 244_000,
    pace: 0.5,
    attainment: 122 / 366,
    runRate: 183_000,
    status: 'behind',
  },
  {
    // February has 29 days: a plan of 29,000 for it is 28,000 on the 28th.
    name: 'a plan by months on the day before the leap day',
    target: { fiscal_year: 'FY24', agreed: '2023-06-01', months: [0, 0, 0, 0, 0, 0, 0, 29_000, 0, 0, 0, 0] },
    won: [['2024-02-28', 14_000]],
    asOf: '2024-02-28',
    plan: 28_000,
    pace: 0.5,
    attainment: 14 / 29,
    runRate: 21_086.419_753,
    status: 'behind',
  },
];

describe('plan to date, pace, attainment and run-rate, worked by hand', () => {
  it.each(ROWS)('$name', ({ target, won: deals, asOf, plan, pace, attainment, runRate, status }) => {
    const given: Case = {
      deals: deals?.map(([day, amount]) => won(day, amount)),
      targets: target ? [givenTarget(target)] : [],
      ...(asOf !== undefined && { asOf }),
    };
    const { figures } = performanceOf(given);
    const found = [figures.plan_to_date, figures.pace, figures.attainment, figures.run_rate].map(({ value }) =>
      plain(value),
    );
    for (const [index, expected] of [plan, pace, attainment, runRate].entries()) {
      if (typeof expected === 'number') expect(found[index]).toBeCloseTo(expected, 6);
      else expect(found[index]).toBe(expected);
    }
    expect(figures.pace.status!.word).toBe(status);
  });
});
