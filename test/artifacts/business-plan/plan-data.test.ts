import { describe, expect, it } from 'vitest';
import type { ArtifactInput } from '../../../src/artifacts/artifact.ts';
import { businessPlan } from '../../../src/artifacts/business-plan/index.ts';
import type { PlanNumbers } from '../../../src/schema/business-plan.ts';
import { documentData } from '../../../src/render/json/document-data.ts';
import { givenInput } from '../given-input.ts';
import { only } from './one-offer.ts';

function dataOf(input: ArtifactInput) {
  return documentData(businessPlan.toDocument(businessPlan.compute(input, undefined), 'partner'));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('a plan as data for scripts', () => {
  const { figures, model } = dataOf(givenInput());

  it('has its profit and loss by month, quarter and year, in every scenario', () => {
    expect(Object.keys(model!.scenarios)).toEqual(['base', 'conservative', 'stretch']);
    for (const lines of Object.values(model!.scenarios)) {
      const { net, cumulative } = lines;
      expect([net!.months, net!.quarters, net!.years].map((list) => list.length)).toEqual([36, 12, 3]);
      expect(sum(net!.quarters)).toBeCloseTo(sum(net!.months), 6);
      expect(sum(net!.years)).toBeCloseTo(sum(net!.months), 6);
      expect(cumulative!.years).toEqual([11, 23, 35].map((index) => cumulative!.months[index]));
      expect(cumulative!.quarters.at(-1)).toBe(cumulative!.months.at(-1));
    }
    expect(model!.scenarios['base']!['cumulative']!.years.at(-1)).toBe(figures['end']);
  });

  it('says when the money is back to the fraction of a month, and what it takes to have it back in a year', () => {
    expect(Math.ceil(Number(figures['payback_exact']))).toBe(figures['payback']);
    expect(figures).toHaveProperty('needed_deals_for_a_year');
  });
});

describe('a plan of very many offers', () => {
  it('is worked out like one of a few: no formula is too long', () => {
    const numbers: PlanNumbers = only({});
    const { product } = numbers.product_lines;
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`a-rather-long-name-${index}`, product!]),
    );
    const investments = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`investment-${index}`, { title: 'Kit', month: 1, amount: 1 }]),
    );
    const input = givenInput();
    const types = {
      ...input.planAssumptions.types,
      var: { title: 'Reseller', ...numbers, product_lines: many, investments },
    };
    const { model } = dataOf({
      ...input,
      planAssumptions: { ...input.planAssumptions, types, questions: [], tier_terms: {} },
    });
    // 60 offers of 200 of margin a month; 60 investments of 1 in the first.
    expect(model!.scenarios['base']!['net']!.months.slice(0, 2)).toEqual([11_940, 12_000]);
  });
});
