import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MGO_DRIVERS, MGO_RELATIONS } from '../../../../src/domain/marketing/mgo/mgo-relations.ts';
import { solveMgo, type MgoSolution } from '../../../../src/domain/marketing/mgo/solve-mgo.ts';
import type { MgoName } from '../../../../src/schema/mgo.ts';

/** The illustrative fill of the worksheet. */
const FILL: Readonly<Record<MgoName, number>> = {
  partners: 350,
  campaigns: 4,
  contacts: 1_500,
  reached: 2_100_000,
  response_rate: 0.02,
  responses: 42_000,
  mgo_rate: 0.3,
  mgos: 12_600,
  close_rate: 0.08,
  deals: 1_008,
  average_deal: 9_921,
  revenue: 1_008 * 9_921,
};
const RESULTS = MGO_RELATIONS.map(({ whole }) => whole);

const without = (unknown: MgoName, goals: readonly MgoName[], numbers = FILL) =>
  new Map([...MGO_DRIVERS, ...goals].filter((name) => name !== unknown).map((name) => [name, numbers[name]]));

function solved(given: ReadonlyMap<MgoName, number>): MgoSolution {
  const solution = solveMgo(given);
  if ('kind' in solution) throw new Error(JSON.stringify(solution));
  return solution;
}

describe('the worksheet of marketing-generated opportunities', () => {
  it('comes from 350 partners to 12,600 opportunities and 10 million', () => {
    const { values } = solved(without('revenue', []));
    expect(values.mgos).toBeCloseTo(12_600, 9);
    expect(values.deals).toBeCloseTo(1_008, 9);
    expect(Math.round(values.revenue / 1e5)).toBe(100);
  });

  it.each(MGO_DRIVERS)('gives back the %s of the fill from all the others and the revenue', (unknown) => {
    const { values, formulas, solved: answer } = solved(without(unknown, ['revenue']));
    expect(values[unknown]).toBeCloseTo(FILL[unknown], 8);
    expect(answer).toBe(unknown);
    // The unknown one and the five products, but for the one that is the goal.
    expect(formulas.size).toBe(MGO_RELATIONS.length);
  });

  it.each(RESULTS)('works the driver before it out from the goal %s', (goal) => {
    const unknown = MGO_RELATIONS.find(({ whole }) => whole === goal)!.parts.at(-1)!;
    expect(solved(without(unknown, [goal])).values[unknown]).toBeCloseTo(FILL[unknown], 8);
  });

  it('needs a deal of 9,921 for 12,600 opportunities and 10 million, of which 8 % are won', () => {
    const given = new Map<MgoName, number>([...without('average_deal', []), ['revenue', 10_000_000]]);
    expect(Math.ceil(solved(given).values.average_deal)).toBe(9_921);
  });

  it('works out two numbers where a goal lies between them', () => {
    const given = without('contacts', ['mgos', 'revenue']);
    given.delete('average_deal');
    const { values } = solved(given);
    expect([values.contacts, values.average_deal]).toEqual([1_500, 9_921]);
  });

  it('solves for any driver what it computed before', () => {
    const rate = fc.integer({ min: 1, max: 1_000 }).map((thousandths) => thousandths / 1_000);
    const many = fc.integer({ min: 1, max: 100_000 });
    const drivers = fc.record({
      partners: many,
      campaigns: many,
      contacts: many,
      response_rate: rate,
      mgo_rate: rate,
      close_rate: rate,
      average_deal: many,
    });
    fc.assert(
      fc.property(drivers, fc.constantFrom(...MGO_DRIVERS), fc.constantFrom(...RESULTS), (numbers, unknown, goal) => {
        const whole = solved(new Map(Object.entries(numbers) as [MgoName, number][])).values;
        const solution = solveMgo(without(unknown, [goal], whole));
        // A goal before the number says nothing of it.
        if ('kind' in solution) expect(['no-goal', 'contradiction', 'above-whole']).toContain(solution.kind);
        else expect(Math.abs(solution.values[unknown] / whole[unknown] - 1)).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('a worksheet that cannot be worked out', () => {
  it('has nothing unknown', () => {
    expect(solveMgo(without('reached', ['revenue']))).toEqual({ kind: 'nothing-unknown' });
  });

  it('leaves two numbers unknown', () => {
    const given = without('contacts', ['revenue']);
    given.delete('close_rate');
    expect(solveMgo(given)).toEqual({ kind: 'too-many-unknown', unknown: ['contacts', 'close_rate'] });
  });

  it('has no goal behind the unknown number', () => {
    expect(solveMgo(without('close_rate', ['mgos']))).toEqual({
      kind: 'no-goal',
      unknown: 'close_rate',
      goals: ['deals', 'revenue'],
    });
  });

  it('contradicts itself', () => {
    const given = new Map([...without('close_rate', []), ['mgos', 15_000] as const]);
    expect(solveMgo(given)).toMatchObject({ kind: 'contradiction', whole: 15_000 });
  });

  it('divides by nothing', () => {
    const given = new Map([...without('close_rate', ['revenue']), ['campaigns', 0] as const]);
    expect(solveMgo(given)).toEqual({ kind: 'divided-by-nothing', unknown: 'close_rate', zero: 'mgos' });
  });

  it('would need a rate above 100 %', () => {
    const given = new Map([...without('close_rate', []), ['deals', 25_200] as const]);
    expect(solveMgo(given)).toEqual({ kind: 'above-whole', unknown: 'close_rate', ratio: 2 });
  });
});
