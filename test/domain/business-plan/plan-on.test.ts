import { describe, expect, it } from 'vitest';
import { monthOfPlan, runningPlan } from '../../../src/domain/business-plan/plan-on.ts';
import { businessPlanFileSchema, type BusinessPlan } from '../../../src/schema/business-plan-file.ts';
import { ASSUMPTIONS } from '../../artifacts/business-plan/starting-numbers.ts';
import { day, year } from '../given.ts';

const { title: _, note: __, ...NUMBERS } = ASSUMPTIONS.types['var']!;
const { conservative, stretch } = ASSUMPTIONS.scenarios.multipliers;

function plan(changes: Readonly<Record<string, unknown>> = {}): BusinessPlan {
  return businessPlanFileSchema.parse({
    fiscal_year: 'FY26',
    starts: '2025-10-01',
    status: 'agreed',
    begun: '2025-08-01',
    agreed: { on: '2025-09-01', partner: 'Ann', vendor: 'Ines' },
    currency: 'USD',
    numbers: { ...NUMBERS, initial_investment: 9000 },
    scenarios: { conservative: { multipliers: conservative }, stretch: { multipliers: stretch } },
    ...changes,
  });
}

const on = (text: string, plans: readonly BusinessPlan[] = [plan()], fiscal = 'FY26') =>
  runningPlan(plans, { year: year(fiscal), day: day(text) });

describe('the plan that runs on a day', () => {
  it('does not exist before it was begun, and is a draft until it was agreed', () => {
    expect(on('2025-07-31')).toBeUndefined();
    expect(on('2025-08-31')).toMatchObject({ status: 'draft' });
    expect(on('2025-08-31')).not.toHaveProperty('agreed');
    expect(on('2025-09-01')).toMatchObject({ status: 'agreed', agreed: { partner: 'Ann' } });
  });

  it('is in progress from its first month on, and completed once that was noted', () => {
    expect(on('2025-10-01')).toMatchObject({ status: 'in-progress' });
    const done = plan({ status: 'completed', completed: '2026-01-31' });
    expect(on('2026-01-30', [done])).toMatchObject({ status: 'in-progress' });
    expect(on('2026-01-31', [done])).toMatchObject({ status: 'completed' });
  });

  it('has the numbers of that day: what was changed later is undone, the last change first', () => {
    const changed = plan({
      numbers: { ...NUMBERS, initial_investment: 12_000 },
      changes: [
        { on: '2025-11-01', at: 'initial_investment', was: 9000, is: 10_000 },
        { on: '2025-12-01', at: 'initial_investment', was: 10_000, is: 12_000 },
        { on: '2025-12-01', at: 'product_lines.platform.rebate_percent', is: 1 },
      ],
    });
    const investment = (text: string) => on(text, [changed])?.numbers.initial_investment;
    expect(['2025-10-31', '2025-11-01', '2025-12-01'].map(investment)).toEqual([9000, 10_000, 12_000]);
    expect(on('2025-11-30', [changed])?.numbers.product_lines['platform']).not.toHaveProperty('rebate_percent');
    expect(on('2025-11-30', [changed])?.changes).toHaveLength(1);
  });

  it('is that of the fiscal year, else the newest whose 36 months reach the day', () => {
    const older = plan({ fiscal_year: 'FY25', starts: '2024-07-01', begun: '2024-06-01' });
    expect(on('2026-02-28', [older, plan()])?.fiscal_year).toBe(year('FY26'));
    expect(on('2026-08-01', [older, plan()], 'FY27')?.fiscal_year).toBe(year('FY26'));
    expect(on('2027-06-30', [older], 'FY27')?.fiscal_year).toBe(year('FY25'));
    expect(on('2027-07-01', [older], 'FY28')).toBeUndefined();
    expect(on('2026-02-28', [plan({ fiscal_year: 'FY27', begun: '2026-02-01' })])).toBeUndefined();
  });
});

describe('the month of a plan', () => {
  it('counts from 1 over the turn of a year, and is below 1 before it starts', () => {
    const month = (text: string) => monthOfPlan(day('2025-10-01'), day(text));
    expect(['2025-09-30', '2025-10-31', '2026-02-28', '2028-09-30'].map(month)).toEqual([0, 1, 5, 36]);
  });
});
