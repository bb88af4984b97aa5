import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlapDays, planInForce, type Plan } from '../../src/domain/targets.ts';
import type { Target } from '../../src/schema/partner.ts';
import { addDays } from '../../src/units/plain-date.ts';
import { day, givenTarget, year } from './given.ts';

const calendar = { startMonth: 7, namedAfter: 'end' } as const;
const MONTHS = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];

function planOf(targets: readonly Target[], on = '2026-02-28', fiscalYear = 'FY26'): Plan | undefined {
  return planInForce(targets, { year: year(fiscalYear), on: day(on), calendar });
}

function planned(plan: Plan | undefined, from: string, to: string): number {
  return plan!.between({ from: day(from), to: day(to) });
}

describe('the plan in force on a day', () => {
  const history = [
    givenTarget({ agreed: '2026-03-10', annual: 1_500_000 }),
    givenTarget({ agreed: '2025-07-01', annual: 1_000_000 }),
    givenTarget({ agreed: '2025-12-01', annual: 1_200_000 }),
  ];

  it('is the newest entry agreed by then: a target raised in March does not rewrite the January deck', () => {
    expect(planOf(history, '2026-01-15')!.total).toBe(1_200_000);
    expect(planOf(history, '2026-03-09')!.total).toBe(1_200_000);
    expect(planOf(history, '2026-03-10')!.total).toBe(1_500_000);
    expect(planOf(history, '2025-11-30')!.agreed).toBe('2025-07-01');
  });

  it('does not exist before anything was agreed, nor for a year without a target', () => {
    expect(planOf(history, '2025-06-30')).toBeUndefined();
    expect(planOf(history, '2026-03-10', 'FY27')).toBeUndefined();
    expect(planOf([])).toBeUndefined();
  });

  it('leaves the order of the entries as they were', () => {
    const agreed = history.map((entry) => entry.agreed);
    planOf(history);
    expect(history.map((entry) => entry.agreed)).toEqual(agreed);
  });
});

describe('a plan by months', () => {
  const plan = planOf([givenTarget({ months: MONTHS })]);

  it('sums to the year', () => {
    expect(plan!.total).toBe(780);
    expect(planned(plan, '2025-07-01', '2026-06-30')).toBeCloseTo(780, 9);
  });

  it('counts full months as planned and the running month by its days', () => {
    // July to January: 10 + 20 + 30 + 40 + 50 + 60 + 70 = 280; February has 28 days of 80.
    expect(planned(plan, '2025-07-01', '2026-01-31')).toBeCloseTo(280, 9);
    expect(planned(plan, '2025-07-01', '2026-02-07')).toBeCloseTo(280 + (80 * 7) / 28, 9);
    expect(planned(plan, '2025-07-01', '2026-02-28')).toBeCloseTo(360, 9);
  });

  it('plans nothing outside its fiscal year', () => {
    expect(planned(plan, '2024-07-01', '2025-06-30')).toBe(0);
    expect(planned(plan, '2026-06-01', '2026-12-31')).toBeCloseTo(120, 9);
  });

  it('counts the 29 days of February in a leap year', () => {
    const leap = planOf(
      [givenTarget({ fiscal_year: 'FY24', agreed: '2023-07-01', months: MONTHS })],
      '2024-02-29',
      'FY24',
    );
    expect(planned(leap, '2024-02-01', '2024-02-29')).toBeCloseTo(80, 9);
    expect(planned(leap, '2024-02-01', '2024-02-28')).toBeCloseTo((80 * 28) / 29, 9);
  });
});

describe('a plan by quarters', () => {
  const plan = planOf([givenTarget({ quarters: [300, 600, 900, 1200] })]);

  it('is a third of the quarter each month', () => {
    expect(plan!.months.map(({ amount }) => amount)).toEqual([
      100, 100, 100, 200, 200, 200, 300, 300, 300, 400, 400, 400,
    ]);
    expect(plan!.total).toBe(3000);
    expect(planned(plan, '2025-07-01', '2026-02-28')).toBeCloseTo(1500, 9);
    expect(plan!.basis).toBe('months');
  });
});

describe('a plan of the year alone', () => {
  const plan = planOf([givenTarget({ annual: 365_000 })]);

  it('counts every day alike, the as-of day included', () => {
    // 1 July 2025 to 28 February 2026 are 31 + 31 + 30 + 31 + 30 + 31 + 31 + 28 = 243 days of 365.
    expect(planned(plan, '2025-07-01', '2026-02-28')).toBeCloseTo(243_000, 6);
    expect(planned(plan, '2025-07-01', '2025-07-01')).toBeCloseTo(1000, 6);
    expect(plan!.basis).toBe('days');
  });

  it('spreads over 366 days in a leap year', () => {
    const leap = planOf(
      [givenTarget({ fiscal_year: 'FY24', agreed: '2023-07-01', annual: 366_000 })],
      '2024-06-30',
      'FY24',
    );
    expect(planned(leap, '2024-02-01', '2024-02-29')).toBeCloseTo(29_000, 6);
  });

  it('of zero is a plan of zero, not the absence of one', () => {
    const zero = planOf([givenTarget({ annual: 0 })]);
    expect(zero!.total).toBe(0);
    expect(planned(zero, '2025-07-01', '2026-02-28')).toBe(0);
  });
});

describe('spans of days', () => {
  it('add up: a year split on any day plans the same as the year', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 363 }), (months, days) => {
        const plan = planOf([givenTarget({ months })]);
        const split = addDays(day('2025-07-01'), days);
        const parts = planned(plan, '2025-07-01', split) + planned(plan, addDays(split, 1), '2026-06-30');
        expect(parts).toBeCloseTo(plan!.total, 4);
      }),
    );
  });

  it('share the days both hold, both ends counted, and never less than none', () => {
    const range = (from: string, to: string) => ({ from: day(from), to: day(to) });
    expect(overlapDays(range('2026-01-01', '2026-01-31'), range('2026-01-31', '2026-02-28'))).toBe(1);
    expect(overlapDays(range('2026-01-01', '2026-01-31'), range('2026-02-01', '2026-02-28'))).toBe(0);
    expect(overlapDays(range('2026-02-01', '2026-02-28'), range('2025-01-01', '2027-01-01'))).toBe(28);
  });
});
