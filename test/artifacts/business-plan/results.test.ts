import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { internalRate } from '../../../src/artifacts/business-plan/internal-rate.ts';
import { monthlyRate, planResults, presentValue } from '../../../src/artifacts/business-plan/results.ts';

/** Results of a plan of which only the profit by month matters. */
function resultsOf(net: readonly number[], initial = 0, rate = 0) {
  const cumulative = [-initial];
  for (const profit of net) cumulative.push(cumulative.at(-1)! + profit);
  const zeros = [0, ...net.map(() => 0)];
  const keys = ['invested', 'monthly_recurring', 'product_dollars', 'own_dollars', 'gross_profit', 'revenue', 'fte'];
  const values = new Map<string, readonly number[]>(keys.map((key) => [key, zeros]));
  return planResults(values.set('net', [0, ...net]).set('cumulative', cumulative), { rate, initial });
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

const year = (...profits: number[]) => [
  ...profits,
  ...Array.from({ length: 36 - profits.length }, () => profits.at(-1)!),
];

describe('payback', () => {
  it('is the first month in which the money is back, with the fraction of that month', () => {
    // −100, then 30 a month: −70, −40, −10, +20; two thirds… no: 10 of the 30 of month 4.
    expect(resultsOf(year(30), 100).payback).toEqual({ kind: 'month', month: 4, exact: 3 + 10 / 30 });
  });

  it('on the last cent of a month is that month', () => {
    expect(resultsOf(year(25), 100).payback).toEqual({ kind: 'month', month: 4, exact: 4 });
  });

  it('is never when the money stays below zero', () => {
    expect(resultsOf(year(1), 100).payback).toEqual({ kind: 'never' });
  });

  it('is not needed when the money never was below zero', () => {
    expect(resultsOf(year(5)).payback).toEqual({ kind: 'nothing to pay back' });
  });

  it('followed by a loss that stays is no success', () => {
    const net = [60, 60, ...Array.from({ length: 34 }, () => -10)];
    expect(resultsOf(net, 100).payback).toEqual({ kind: 'lost again', month: 2, lostIn: 5 });
  });

  it('followed by a loss that is made up again counts from the first time', () => {
    const net = [120, -50, ...Array.from({ length: 34 }, () => 40)];
    expect(resultsOf(net, 100).payback).toMatchObject({ kind: 'month', month: 1 });
  });
});

describe('operating breakeven', () => {
  it('tells the first month without a loss from the first that is followed by none', () => {
    expect(resultsOf([-5, 1, -1, ...Array.from({ length: 33 }, () => 2)], 10).breakeven).toEqual({
      first: 2,
      lasting: 4,
    });
  });

  it('is unknown where every month loses', () => {
    expect(resultsOf(year(-1)).breakeven).toEqual({
      first: { missing: 'no month without a loss' },
      lasting: { missing: 'the last month still loses money' },
    });
  });
});

describe('money that is needed', () => {
  it('is the deepest point and its month', () => {
    expect(resultsOf([-20, -30, ...Array.from({ length: 34 }, () => 10)], 100).peakFunding).toEqual({
      amount: 150,
      month: 2,
    });
  });

  it('is nothing where the money never goes below zero', () => {
    expect(resultsOf(year(1)).peakFunding).toEqual({ amount: 0, month: 0 });
  });

  it('returned is measured by everything invested, and unknown where nothing is', () => {
    expect(resultsOf(year(10), 100).returnOnInvestment).toBe(2.6); // 36 × 10 − 100 = 260
    expect(resultsOf(year(10)).returnOnInvestment).toEqual({ missing: 'nothing is invested' });
  });
});

describe('present value', () => {
  it('at 10 % a year a payment after twelve months is worth a tenth less', () => {
    const flows = [-100, ...Array.from({ length: 11 }, () => 0), 110];
    expect(presentValue(flows, monthlyRate(0.1))).toBeCloseTo(0, 10);
  });

  it('without a rate is the plain sum', () => {
    expect(resultsOf(year(10), 100).netPresentValue).toBeCloseTo(260, 10);
  });
});

describe('the internal rate of return', () => {
  it('is the yearly rate at which money out and money back are worth the same', () => {
    const flows = [-100, ...Array.from({ length: 11 }, () => 0), 125];
    expect(internalRate(flows)).toBeCloseTo(0.25, 9);
  });

  it('may be negative', () => {
    expect(internalRate([-100, ...Array.from({ length: 11 }, () => 0), 80])).toBeCloseTo(-0.2, 9);
  });

  it('makes money put in first and money earned later worth the same, in months without either too', () => {
    fc.assert(
      fc.property(fc.nat(90), fc.array(fc.nat(60), { minLength: 1, maxLength: 36 }), (more, earned) => {
        const flows = [-10 - more, 0, -5, ...earned];
        const rate = internalRate(flows);
        if (typeof rate !== 'number') {
          expect(sumOf(earned)).toBe(0);
          return;
        }
        // Near a total loss a year, next to nothing of the money is left: a rate keeps few digits of that, so that it is tried a little to each side.
        const room = 1e-9 * (1 + rate) + 1e-15;
        expect(presentValue(flows, monthlyRate(rate - room))).toBeGreaterThan(0);
        expect(presentValue(flows, monthlyRate(rate + room))).toBeLessThan(0);
      }),
      {
        examples: [
          [10, [1]],
          [0, [0]],
        ],
      },
    );
  });

  it('is not given where two rates fit', () => {
    // −1, 2.2, −1.2095…: worth nothing at 5 % and at 15 % a month.
    const flows = [-1, 1.05 + 1.15, -1.05 * 1.15];
    expect(internalRate(flows)).toEqual({
      missing: '2 rates would fit, because the money changes direction more than once',
    });
  });

  it('is not given where no money is put in, or none comes back', () => {
    expect(internalRate([0, 5, 5])).toEqual({ missing: 'no money is put in' });
    expect(internalRate([-10, -5])).toEqual({ missing: 'no money comes back' });
  });
});
