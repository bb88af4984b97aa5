import { describe, expect, it } from 'vitest';
import { businessFigures, businessPlan, plannedProfit } from '../../../src/artifacts/business-plan/index.ts';
import { yearsTable } from '../../../src/artifacts/business-plan/plan-blocks.ts';
import { formatSentence } from '../../../src/units/format.ts';
import type { Sentence } from '../../../src/units/sentence.ts';
import { amount, numberIn } from '../../../src/units/value.ts';
import { givenInput } from '../given-input.ts';
import { givenPlan, givenPlanned } from './given-plan.ts';

const FILES = ['partners/acme/business-plans/FY26.yaml', 'templates/business-plan-assumptions.yaml'];

const figuresOf = (...given: Parameters<typeof givenPlanned>) => businessFigures(plannedProfit(givenPlanned(...given)));
const told = (words: readonly Sentence[] = []) =>
  words.map((each) => formatSentence(each, { locale: 'en-US', precision: 'full' }).replaceAll('\u00a0', ' '));

describe('why a figure of the business plan is what it is', () => {
  it('every one has a formula and names the file of the plan', () => {
    const figures = figuresOf();
    for (const [name, { evidence }] of Object.entries(figures)) {
      expect(evidence.formula, name).not.toBe('');
      expect(told(evidence.sources), name).toEqual(expect.arrayContaining(FILES));
    }
    expect(Object.keys(figures).length).toBeGreaterThan(30);
  });

  it('has the very numbers of the page', () => {
    const result = businessPlan.compute(givenPlanned(), undefined);
    const figures = businessFigures(result);
    for (const name of [
      'payback',
      'end',
      'net_present_value',
      'return_on_investment',
      'ending_recurring',
      'gross_margin',
    ])
      expect(figures[`business_${name}`]!.value, name).toEqual(result.values[name]);
    const rows = new Map(yearsTable(result).rows.map(({ cells }) => [numberlessText(cells['what']!.value), cells]));
    for (const [title, name] of [
      ['Product revenue', 'product_revenue'],
      ['Gross profit', 'gross_profit'],
      ['Net profit', 'net_profit'],
      ['Cumulative', 'cumulative'],
    ] as const)
      for (const year of [1, 2, 3])
        expect(figures[`business_year_${year}_${name}`]!.value).toEqual(rows.get(title)![`year${year}`]!.value);
  });

  it('a sum of the whole plan names its parts: 12 × 10,000 of product and 12 × 1,000 of services', () => {
    const { business_year_1_revenue: revenue } = figuresOf();
    expect(revenue!.value).toEqual(amount(132_000, 'USD'));
    expect(revenue!.evidence.formula).toBe(
      'Product revenue + Services revenue + Recurring revenue; months 1 to 12 of the base case, added',
    );
    expect(told(revenue!.evidence.parts)).toEqual([
      'Product revenue: $120,000',
      'Services revenue: $12,000',
      'Recurring revenue: $0',
    ]);
  });

  it('a line of offers names each with its formula, and the numbers it rests on with where they are from', () => {
    const { business_year_2_services_revenue: services } = figuresOf();
    expect(told(services!.evidence.parts)).toEqual(['Set-up (Sold 0 months earlier): $12,000']);
    const numbers = told(services!.evidence.plan);
    expect(numbers).toContain('Set-up: value $1,000 a deal (as written in the plan)');
    expect(numbers).toContain('Platform: months to full pace 1 month (as written in the plan)');
    expect(numbers.join()).not.toContain('product margin');
  });

  it('costs stand with their sign, as on the page', () => {
    const seller = { title: 'Seller', fte: 0.5, annual_loaded_cost: 48_000 };
    const numbers = { ...givenPlan().numbers, staff: { seller } };
    const { business_year_1_people: people } = figuresOf({}, { numbers });
    expect(people!.value).toEqual(amount(-24_000, 'USD'));
    expect(told(people!.evidence.parts)).toEqual([expect.stringMatching(/^Seller \(.*\): −\$24,000$/)]);
  });

  it('payback shows the two months between which the money is back', () => {
    const { business_payback: payback } = figuresOf();
    expect(numberIn(payback!.value)).toBe(2);
    expect(told([payback!.evidence.workings!])).toEqual(['cumulative profit of month 1: −$2,500, of month 2: $0']);
    const { business_payback: never } = figuresOf({}, { numbers: { ...givenPlan().numbers, initial_investment: 1e6 } });
    expect(never!.value).toEqual({ kind: 'missing', reason: 'not within 36 months' });
  });

  it('own profit stands beside what was planned for the months that were reported', () => {
    const facts = [{ metric: 'partner_profit_actual', period: 'FY26-Q1', value: 6_000 }];
    const { business_profit_ytd: profit } = figuresOf({ facts });
    expect(profit!.value).toEqual(amount(6_000, 'USD'));
    expect(told(profit!.evidence.beside)[0]).toBe('base case for the same 3 months: $7,500');
    expect(figuresOf()['business_profit_ytd']!.value).toEqual({ kind: 'missing', reason: 'no own profit reported' });
  });

  it('an example has none: nobody said it', () => {
    expect(businessFigures(plannedProfit(givenInput()))).toEqual({});
  });
});

function numberlessText(value: { readonly kind: string; readonly text?: string }): string {
  return value.text ?? '';
}
