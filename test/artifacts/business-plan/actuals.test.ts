import { describe, expect, it } from 'vitest';
import { businessPlan, plannedProfit } from '../../../src/artifacts/business-plan/index.ts';
import { blocksInOrder } from '../../../src/document/page-order.ts';
import { lost, won } from '../../domain/given.ts';
import { openSample, pagesOf } from '../sample-pages.ts';
import { givenPlanned } from './given-plan.ts';

const fact = (metric: string, period: string, value: number) => ({ metric, period, value });
const profit = (period: string, value: number) => fact('partner_profit_actual', period, value);

const actualsOf = (...given: Parameters<typeof givenPlanned>) =>
  Object.fromEntries(plannedProfit(givenPlanned(...given)).actuals.map(({ line, ...rest }) => [line, rest]));

describe('a plan meets what came of it', () => {
  it('product sold: the won deals of what it sells, against the months that are over', () => {
    const deals = [
      won('2025-06-30', 9_000),
      won('2025-07-01', 30_000),
      won('2026-02-28', 40_000),
      won('2025-09-01', 70_000, { type: 'renewal' }),
      lost('2025-09-01', 5_000),
    ];
    expect(actualsOf({ deals })['product']).toEqual({
      actual: 70_000,
      planned: 80_000,
      months: [1, 2, 3, 4, 5, 6, 7, 8],
    });
  });

  it('a running month stands on neither side', () => {
    const input = givenPlanned({
      deals: [won('2026-01-31', 1_000), won('2026-02-10', 9_000)],
      exports: ['2026-02-14'],
    });
    const product = plannedProfit(input).actuals[0]!;
    expect([product.actual, product.planned, product.months.length]).toEqual([1_000, 70_000, 7]);
  });

  it('services and own profit: what was reported, against the same months of the plan', () => {
    const facts = [fact('services_revenue', 'FY26-Q1', 2_000), profit('FY26-Q1', 6_000), profit('2025-10', -500)];
    const { services, profit: own } = actualsOf({ facts });
    expect(services).toEqual({ actual: 2_000, planned: 3_000, months: [1, 2, 3] });
    expect(own).toEqual({ actual: 5_500, planned: 10_000, months: [1, 2, 3, 4] });
  });

  it('what nobody reported is unknown, not zero', () => {
    expect(actualsOf()).toMatchObject({
      product: { actual: { missing: 'no deals imported' } },
      services: { actual: { missing: 'no services revenue reported' } },
      profit: { actual: { missing: 'no own profit reported' } },
    });
  });

  it('amounts in another currency need a rate', () => {
    const facts = [profit('FY26-Q1', 6_000)];
    expect(actualsOf({ facts, partner: { currency: 'EUR' } })['profit']!.actual).toEqual({
      missing: 'no rate from EUR to USD in cam.yaml',
    });
  });
});

describe('own profit from the start', () => {
  const lineOf = (...facts: ReturnType<typeof fact>[]) => plannedProfit(givenPlanned({ facts })).cumulativeActual;

  it('begins with what was put in; a quarter told as one figure is drawn straight', () => {
    expect(lineOf(profit('FY26-Q1', 6_000), profit('2025-10', -500))).toEqual([-5_000, -3_000, -1_000, 1_000, 500]);
  });

  it('ends where a month is missing', () => {
    expect(lineOf(profit('2025-07', 100), profit('2025-09', 900))).toEqual([-5_000, -4_900]);
    expect(lineOf(profit('2025-09', 900))).toEqual([]);
  });
});

describe('the table of plan and actuals', () => {
  const rowsOf = (edition: 'partner' | 'internal', ...given: Parameters<typeof givenPlanned>) => {
    const page = businessPlan.toDocument(businessPlan.compute(givenPlanned(...given), undefined), edition);
    const table = page.sections
      .flatMap((section) => blocksInOrder(section))
      .find((block) => block.kind === 'table' && block.id === 'actuals');
    return table?.kind === 'table' ? table.rows.map(({ cells }) => JSON.stringify(cells['what']!.value)) : [];
  };
  const facts = [profit('FY26-Q1', 6_000)];

  it('leaves out for the partner what is not known, and names it for the account manager', () => {
    expect(rowsOf('partner', { facts })).toEqual([expect.stringContaining('Net profit')]);
    expect(rowsOf('internal', { facts })).toHaveLength(3);
  });

  it('shows the own profit in the partner edition only where it is shared', () => {
    expect(rowsOf('partner', { facts }, { actuals_shared: false })).toEqual([]);
  });
});

describe('the plans of the sample territory', () => {
  it('expect to date what its facts say was planned', async () => {
    const workspace = await openSample();
    const planned = workspace.territory.partners.filter(({ businessPlans }) => businessPlans?.[0]?.agreed);
    expect(planned.length).toBeGreaterThan(3);
    for (const { id, facts: table } of planned) {
      const { input } = pagesOf(workspace, id);
      const { base } = plannedProfit(input);
      const eightMonths = base.values.get('net')!.slice(1, 9);
      const stated = table!.rows.filter(({ metric }) => metric === 'partner_profit_planned').map(({ value }) => value);
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      expect(Math.abs(sum(eightMonths) - sum(stated)), id).toBeLessThan(1);
    }
  });
});
