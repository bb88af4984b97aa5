import { describe, expect, it } from 'vitest';
import { planModel } from '../../../src/artifacts/business-plan/forecast.ts';
import { answerQuestions } from '../../../src/artifacts/business-plan/questions.ts';
import type { PlanNumbers } from '../../../src/schema/business-plan.ts';
import type { PlanQuestion } from '../../../src/schema/plan-questions.ts';
import { only } from './one-offer.ts';
import { ASSUMPTIONS } from './starting-numbers.ts';

const asked = (numbers: PlanNumbers, question: Omit<PlanQuestion, 'id' | 'text'>) =>
  answerQuestions([{ id: 'asked', text: 'What it takes', ...question }], planModel(numbers, ASSUMPTIONS), 'USD')[0];

/** 200 of margin a deal and month. */
const reseller = only({ deals_per_month: 1 }, { initial_investment: 4_800 });

describe('what it takes', () => {
  it('in deals a month, for the money to be back within a year', () => {
    // 4,800 in 12 months are 400 a month: two deals.
    const answer = asked(reseller, { moves: 'deals', payback_by: 12 })!;
    expect(answer).toMatchObject({ planned: { kind: 'count', count: 1 }, unit: 'deals a month' });
    expect(answer.needed).toMatchObject({ kind: 'count' });
    expect((answer.needed as { count: number }).count).toBeCloseTo(2, 5);
  });

  it('is found for a plan that does better than asked, too: how little would do', () => {
    const answer = asked(reseller, { moves: 'deals', ends_at_least: 0 })!;
    expect((answer.needed as { count: number }).count).toBeCloseTo(4_800 / 36 / 200, 5);
  });

  it('in money a deal, and for people in money a year', () => {
    const size = asked(reseller, { moves: 'deal-size', payback_by: 12 })!;
    expect(size).toMatchObject({ planned: { amount: 1_000 }, unit: 'USD' });
    expect((size.needed as { amount: number }).amount).toBeCloseTo(2_000, 2);
    const agent = { title: 'Agent', fte: 0.1, annual_loaded_cost: 6_000, from_month: 1, to_month: 36 };
    const people = asked(only({}, { staff: { agent } }), { moves: 'staff-cost', breakeven_by: 1 })!;
    // 200 a month pay for a tenth of somebody who costs 24,000 a year.
    expect((people.needed as { amount: number }).amount).toBeCloseTo(24_000, 1);
    expect(people.unit).toBe('USD a year');
  });

  it('adds up the deals of several offers of one kind, and says so when kinds differ', () => {
    const two = only({}, { initial_investment: 4_800 });
    const { product } = two.product_lines;
    const both = { ...two, product_lines: { product: product!, more: product! } };
    expect(asked(both, { moves: 'deals', payback_by: 12 })).toMatchObject({
      planned: { count: 2 },
      unit: 'deals a month',
    });
    const { 'protected-seat': seats } = ASSUMPTIONS.types['msp']!.product_lines;
    const mixed = { ...two, product_lines: { product: product!, seats: seats! } };
    expect(asked(mixed, { moves: 'deals', ends_at_least: 0 })).toMatchObject({
      planned: { count: 2.6 },
      unit: 'new a month',
    });
    expect(asked(both, { moves: 'deal-size', payback_by: 12 })).toMatchObject({
      planned: { kind: 'times', ratio: 1 },
      unit: 'of the plan',
    });
  });

  it('reaches the goal with the very answer, where people are hired in steps', () => {
    const model = planModel(ASSUMPTIONS.types['msp']!, ASSUMPTIONS);
    const [answer] = answerQuestions(
      [{ id: 'asked', text: 'What it takes', moves: 'deals', payback_by: 12 }],
      model,
      'USD',
    );
    const factor = (answer!.needed as { count: number }).count / (answer!.planned as { count: number }).count;
    const withThem = model.forecast('base', ({ multiplier }) => (multiplier === 'deals' ? factor : 1));
    expect(factor).toBeGreaterThan(1);
    expect(withThem.results.payback).toMatchObject({ kind: 'month', month: 12 });
  });

  it('has words where nothing does it, and where everything does', () => {
    const worthless = only({ product_margin_percent: 0 }, { initial_investment: 1 });
    expect(asked(worthless, { moves: 'deals', payback_by: 12 })!.needed).toEqual({
      kind: 'missing',
      reason: 'none, up to 100x',
    });
    expect(asked(only({}), { moves: 'deals', ends_at_least: 0 })!.needed).toMatchObject({ reason: 'any, even near 0' });
    const agent = { title: 'Agent', fte: 1, annual_loaded_cost: 12, from_month: 1, to_month: 36 };
    const loss = only({ deals_per_month: 0 }, { staff: { agent }, initial_investment: 5 });
    expect(asked(loss, { moves: 'staff-cost', ends_at_least: 0 })!.needed).toMatchObject({
      reason: 'none, even near 0',
    });
    const cheap = only({}, { staff: { agent } });
    expect(asked(cheap, { moves: 'staff-cost', ends_at_least: 0 })!.needed).toMatchObject({
      reason: 'any, up to 100x',
    });
  });

  it('never asks for a margin above the whole', () => {
    const service = {
      title: 'Work',
      sold_with: 'product',
      attach_percent: 50,
      value_per_deal: 100,
      margin_percent: 40,
      lag_months: 0,
    };
    const numbers = only({ product_margin_percent: 0 }, { services: { work: service }, initial_investment: 5_000 });
    expect(asked(numbers, { moves: 'services-margin', ends_at_least: 0 })!.needed).toMatchObject({
      reason: 'none, up to 2.5x',
    });
  });

  it('is not asked of what the plan does not have', () => {
    expect(asked(reseller, { moves: 'churn', ends_at_least: 0 })).toBeUndefined();
  });
});
