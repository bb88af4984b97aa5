import { describe, expect, it } from 'vitest';
import { calculatedValues } from '../../../src/document/calculation/calculated-values.ts';
import type { Calculation } from '../../../src/document/calculation/calculation.ts';
import { parseExpression } from '../../../src/expression/parse.ts';
import { formula, givenCalculation, typed } from './given-calculation.ts';

const at = (calculation: Calculation, place: string) => {
  const [sheet, column, row] = place.split('.') as [string, string, string];
  return calculatedValues(calculation).at({ sheet, column, row });
};

/** One sheet with one column of these cells. */
const column = (rows: Readonly<Record<string, string | number>>): Calculation => {
  const { sheets, ...rest } = givenCalculation();
  const entries = Object.entries(rows).map(
    ([key, cell]) => [key, typeof cell === 'number' ? typed(cell) : formula(cell)] as const,
  );
  const one = {
    ...sheets[0]!,
    columns: [{ key: 'all', title: 'All', entries: new Map(entries) }],
    rows: Object.keys(rows).map((key) => ({ key, label: key, kind: 'number' as const })),
  };
  return { ...rest, sheets: [one] };
};

describe('a calculation in columns', () => {
  it('works out every column, its total, and what other sheets make of both', () => {
    const whole = givenCalculation(0.25);
    expect(at(whole, 'tactics.webinar.leads')).toBe(80);
    expect(at(whole, 'tactics.event.leads')).toBe(15);
    expect(at(whole, 'tactics.total.leads')).toBe(95);
    // Not the sum of 50 and 400: the costs over the leads.
    expect(at(whole, 'tactics.total.each')).toBeCloseTo(10_000 / 95, 12);
    expect(at(whole, 'front.all.cost_per_lead')).toBeCloseTo(10_000 / 95, 12);
    expect(at(whole, 'front.all.webinar_leads')).toBe(80);
  });

  it('leaves unknown what follows from something unknown, for the same reason, and counts the rest', () => {
    const partly = givenCalculation();
    const reason = { missing: 'nobody has run one yet' };
    expect(at(partly, 'tactics.event.leads')).toEqual(reason);
    expect(at(partly, 'tactics.total.leads')).toEqual(reason);
    expect(at(partly, 'front.all.leads')).toEqual(reason);
    expect(at(partly, 'front.all.spend')).toBe(10_000);
  });

  it('is unknown, not infinite, where it divides by nothing', () => {
    expect(at(givenCalculation(0), 'tactics.event.each')).toEqual({ missing: 'it would be divided by nothing' });
  });

  it('leaves a cell empty that neither its column nor its row fills', () => {
    expect(at(givenCalculation(), 'tactics.total.rate')).toBeUndefined();
  });

  it('says by how much a check misses', () => {
    const { difference } = calculatedValues(givenCalculation());
    expect(difference(parseExpression('tactics.total.cost - front.spend - 1'))).toBe(-1);
  });

  it('does not wait for itself, and does not ask for what is not there', () => {
    expect(() => at(column({ a: 'b + 1', b: 'a + 1' }), 'front.all.a')).toThrow('front.all.a waits for itself.');
    expect(() => at(column({ a: 'c + 1' }), 'front.all.a')).toThrow(
      'A formula of front asks for c, which stands nowhere.',
    );
  });
});
