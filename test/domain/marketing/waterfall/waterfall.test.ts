import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backwardWaterfall, roundUp } from '../../../../src/domain/marketing/waterfall/backward.ts';
import {
  addWaterfalls,
  countAt,
  forwardWaterfall,
  inquiriesOf,
  rateBetween,
  type StageCount,
} from '../../../../src/domain/marketing/waterfall/waterfall.ts';
import { missing, type Known } from '../../../../src/units/missing.ts';

const STAGES = ['inquiry', 'mql', 'sal', 'sql', 'won'];
const USUAL = { stages: STAGES, rates: [0.175, 0.5, 0.6, 0.25] };

const numbers = (counts: readonly StageCount[]) => counts.map(({ count }) => count);
const needs = (...given: Parameters<typeof backwardWaterfall>) =>
  Object.fromEntries(backwardWaterfall(...given).map(({ of, total }) => [of, total]));

describe('the waterfall forward', () => {
  it('takes each stage from the one before and keeps its fraction', () => {
    // 1,500 × 4 % = 60; × 17.5 % = 10.5; × 50 % = 5.25; × 60 % = 3.15; × 25 % = 0.7875
    const inquiries = inquiriesOf({ audience: 1500, responseRate: 0.04 });
    const worked = [60, 10.5, 5.25, 3.15, 0.7875];
    for (const [index, count] of numbers(forwardWaterfall(inquiries, USUAL)).entries()) {
      expect(count).toBeCloseTo(worked[index]!, 12);
    }
  });

  it('starts from a budget where that is how a tactic is bought', () => {
    expect(inquiriesOf({ budget: 5400, costPerLead: 90 })).toBe(60);
    expect(inquiriesOf({ budget: 0, costPerLead: 90 })).toBe(0);
    expect(inquiriesOf({ budget: 5400, costPerLead: 0 })).toEqual(missing('a lead costs nothing'));
  });

  it('loses nobody at 100 % and everybody at 0 %', () => {
    expect(numbers(forwardWaterfall(8, { stages: STAGES, rates: [1, 1, 1, 1] }))).toEqual([8, 8, 8, 8, 8]);
    expect(numbers(forwardWaterfall(8, { stages: STAGES, rates: [1, 0, 1, 1] }))).toEqual([8, 8, 0, 0, 0]);
    expect(numbers(forwardWaterfall(0, USUAL))).toEqual([0, 0, 0, 0, 0]);
  });

  it('does not know what lies behind an unknown rate, and says why', () => {
    const why = missing('no own leads yet');
    expect(numbers(forwardWaterfall(10, { stages: STAGES, rates: [0.5, why, 1, 1] }))).toEqual([10, 5, why, why, why]);
    expect(numbers(forwardWaterfall(why, USUAL))).toEqual([why, why, why, why, why]);
    // Nobody is left to be lost.
    expect(numbers(forwardWaterfall(10, { stages: STAGES, rates: [0, why, 1, 1] }))).toEqual([10, 0, 0, 0, 0]);
  });

  it('has as many stages as the vendor names', () => {
    expect(numbers(forwardWaterfall(10, { stages: ['lead', 'order'], rates: [0.3] }))).toEqual([10, 3]);
    const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(countAt(forwardWaterfall(64, { stages: seven, rates: Array(6).fill(0.5) as number[] }), 'g')).toBe(1);
    expect(countAt([], 'g')).toEqual(missing('the waterfall has no stage g'));
  });

  it('adds tactics stage by stage; a stage unknown in one of them is unknown in all', () => {
    const [one, other] = [forwardWaterfall(100, USUAL), forwardWaterfall(20, USUAL)];
    expect(countAt(addWaterfalls([one, other], STAGES), 'mql')).toBeCloseTo(21, 12);
    const unknown = forwardWaterfall(missing('no audience'), USUAL);
    expect(countAt(addWaterfalls([one, unknown], STAGES), 'mql')).toEqual(missing('no audience'));
    expect(numbers(addWaterfalls([], STAGES))).toEqual([0, 0, 0, 0, 0]);
  });

  it('knows what share comes from any stage to any later one', () => {
    expect(rateBetween(USUAL, 'inquiry', 'won')).toBeCloseTo(0.013125, 15);
    expect(rateBetween(USUAL, 'sal', 'won')).toBeCloseTo(0.15, 15);
    expect(rateBetween(USUAL, 'sal', 'sal')).toBe(1);
  });
});

describe('the waterfall backward', () => {
  it('asks for what a revenue needs at every stage, and for the people to speak to', () => {
    // 240,000 ÷ 24,000 = 10 deals; ÷ 25 % = 40; ÷ 60 % = 66.67; ÷ 50 % = 133.33; ÷ 17.5 % = 761.9; ÷ 4 % = 19,047.6
    const found = backwardWaterfall({ revenue: 240_000, averageDeal: 24_000 }, USUAL, { responseRate: 0.04 });
    expect(found.map(({ of, total }) => [of, roundUp(Number(total))])).toEqual([
      ['won', 10],
      ['sql', 40],
      ['sal', 67],
      ['mql', 134],
      ['inquiry', 762],
      ['contacts', 19_048],
    ]);
  });

  it('rounds only what is shown: each need comes from the exact one before it', () => {
    // 67 ÷ 50 % would be 134 as well, but 134 ÷ 17.5 % = 765.7, not 761.9.
    expect(needs({ deals: 10 }, USUAL)['inquiry']).toBeCloseTo(10 / 0.013125, 9);
  });

  it('spreads a target over quarters, months and weeks', () => {
    const [won] = backwardWaterfall({ deals: 52 }, USUAL, { quarters: 4 });
    expect(won).toEqual({ of: 'won', total: 52, perQuarter: 13, perMonth: 13 / 3, perWeek: 1 });
    const [ofAQuarter] = backwardWaterfall({ deals: 6 }, USUAL);
    expect(ofAQuarter).toMatchObject({ perQuarter: 6, perMonth: 2 });
    expect(roundUp(Number(ofAQuarter!.perWeek))).toBe(1);
  });

  it('has no number of leads for a step that nobody passes', () => {
    const why = missing('the rate from mql to sal is 0 %');
    expect(needs({ deals: 2 }, { stages: STAGES, rates: [0.5, 0, 1, 1] }, { responseRate: 0.1 })).toEqual({
      won: 2,
      sql: 2,
      sal: 2,
      mql: why,
      inquiry: why,
      contacts: why,
    });
    expect(needs({ deals: 2 }, USUAL, { responseRate: 0 })['contacts']).toEqual(
      missing('the rate of those spoken to is 0 %'),
    );
    expect(needs({ revenue: 100, averageDeal: 0 }, USUAL)['won']).toEqual(missing('the average deal is worth nothing'));
  });

  it('needs nothing for nothing, and as many as deals where nobody is lost', () => {
    expect(Object.values(needs({ deals: 0 }, { stages: STAGES, rates: [0, 0, 0, 0] }))).toEqual([0, 0, 0, 0, 0]);
    expect(Object.values(needs({ deals: 7 }, { stages: STAGES, rates: [1, 1, 1, 1] }))).toEqual([7, 7, 7, 7, 7]);
  });

  it('gains none where a division is exact but for the noise of binary numbers', () => {
    // In doubles 0.3 ÷ 0.1 is 2.9999999999999996 and 2.1 ÷ 0.7 is 3.0000000000000004.
    expect(roundUp(0.3 / 0.1)).toBe(3);
    expect(roundUp(2.1 / 0.7)).toBe(3);
    expect(roundUp(1_008 / 0.08)).toBe(12_600);
    expect(roundUp((0.1 + 0.2) * 10)).toBe(3);
    expect(roundUp(3.000001)).toBe(4);
    expect(roundUp(0)).toBe(0);
    expect(Object.is(roundUp(-0.2), 0)).toBe(true);
    expect(roundUp(1e-9)).toBe(1);
  });

  it('gives whole needs back for every whole number of leads and every rate in whole percent', () => {
    const chains = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), chains, (leads, percents) => {
        const rates = percents.map((percent) => percent / 100);
        const stages = ['lead', ...percents.map((_, index) => `step-${index}`)];
        const won = forwardWaterfall(leads, { stages, rates }).at(-1)!.count;
        expect(roundUp(Number(backwardWaterfall({ deals: won }, { stages, rates }).at(-1)!.total))).toBe(leads);
      }),
    );
  });
});

describe('what holds for every waterfall', () => {
  const rate = fc.double({ min: 0.001, max: 1, noNaN: true });
  const waterfall = fc.array(rate, { minLength: 1, maxLength: 6 }).map((rates) => ({
    stages: ['lead', ...rates.map((_, index) => `step-${index}`)],
    rates,
  }));
  const leads = fc.double({ min: 0.01, max: 1e7, noNaN: true });

  it('forward and then backward gives the leads back', () => {
    fc.assert(
      fc.property(leads, waterfall, (count, given) => {
        const won = forwardWaterfall(count, given).at(-1)!.count;
        const back = Number(backwardWaterfall({ deals: won }, given).at(-1)!.total);
        expect(Math.abs(back - count)).toBeLessThanOrEqual(count * 1e-12);
      }),
    );
  });

  it('a better rate never wins fewer, and never needs more', () => {
    fc.assert(
      fc.property(leads, waterfall, rate, fc.nat(), (count, given, better, at) => {
        const step = at % given.rates.length;
        const raised = {
          ...given,
          rates: given.rates.map((each, index) => (index === step ? Math.max(each, better) : each)),
        };
        const wonOf = (each: typeof given) => Number(forwardWaterfall(count, each).at(-1)!.count);
        const needOf = (each: typeof given) => Number(backwardWaterfall({ deals: count }, each).at(-1)!.total);
        expect(wonOf(raised)).toBeGreaterThanOrEqual(wonOf(given));
        expect(needOf(raised)).toBeLessThanOrEqual(needOf(given));
      }),
    );
  });

  it('never shows what is not a number', () => {
    const anyRate: fc.Arbitrary<Known<number>> = fc.oneof(rate, fc.constantFrom(0, 1, missing('not known')));
    fc.assert(
      fc.property(leads, fc.array(anyRate, { minLength: 4, maxLength: 4 }), (count, rates) => {
        const given = { stages: STAGES, rates };
        const all = [
          ...numbers(forwardWaterfall(count, given)),
          ...Object.values(needs({ deals: count }, given, { responseRate: rates[0]! })),
        ];
        for (const each of all) expect(typeof each === 'object' || Number.isFinite(each)).toBe(true);
      }),
    );
  });
});
