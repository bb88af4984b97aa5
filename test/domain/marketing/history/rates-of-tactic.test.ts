import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StepHistory } from '../../../../src/domain/marketing/history/lead-history.ts';
import {
  ratesOfTactic,
  type RateSources,
  type StepRate,
  type WaterfallCase,
} from '../../../../src/domain/marketing/history/rates-of-tactic.ts';
import { rateFigure } from '../../../../src/domain/marketing/waterfall/waterfall-figures.ts';
import { formatSentence } from '../../../../src/units/format.ts';
import { isKnown, missing } from '../../../../src/units/missing.ts';
import { sentence } from '../../../../src/units/sentence.ts';

const STAGES = ['inquiry', 'mql', 'sal', 'sql', 'won'];
const LIBRARY: RateSources['library'] = {
  base: { rates: [0.175, 0.5, 0.6, 0.25], source: 'midpoints' },
  conservative: { rates: [0.1, 0.4, 0.5, 0.2], source: 'floors' },
  stretch: { rates: [0.25, 0.6, 0.7, 0.3], source: 'ceilings' },
};

function counted(step: number, passed: number, entered: number): StepHistory {
  return {
    from: STAGES[step]!,
    to: STAGES[step + 1]!,
    entered,
    passed,
    rate: entered > 0 ? passed / entered : missing('none'),
    words: sentence('leads'),
  };
}

const history = (...counts: readonly (readonly [number, number])[]) =>
  counts.map(([passed, entered], step) => counted(step, passed, entered));

const ratesOf = (sources: Partial<RateSources> = {}, scenario?: WaterfallCase) =>
  ratesOfTactic({ stages: STAGES, library: LIBRARY, fromLeads: 20, ...sources }, scenario);
const told = (rates: readonly StepRate[]) =>
  rates.map(({ rate, source }) => `${Number(rate).toFixed(4)} ${formatSentence(source, { locale: 'en-US' })}`);

describe('which rate holds', () => {
  it("is the library's waterfall where nobody knows better", () => {
    expect(told(ratesOf())).toEqual(['0.1750 midpoints', '0.5000 midpoints', '0.6000 midpoints', '0.2500 midpoints']);
    expect(told(ratesOf({}, 'conservative'))[0]).toBe('0.1000 floors');
    expect(told(ratesOf({}, 'stretch'))[3]).toBe('0.3000 ceilings');
  });

  it("is the strongest source, step by step: the plan's word, runs of the tactic, own leads, the tactic, the library", () => {
    const rates = ratesOf({
      plan: { rates: [0.3], source: 'written in the plan' },
      runs: history([9, 30], [12, 40], [1, 19]),
      history: history([5, 100], [6, 100], [7, 100], [4, 19]),
      tactic: { rates: [undefined, 0.4, 0.4, 0.4], source: 'telemarketing' },
    });
    expect(rates.map(({ origin }) => origin)).toEqual(['plan', 'runs', 'history', 'tactic']);
    expect(told(rates)).toEqual([
      '0.3000 written in the plan',
      '0.3000 earlier runs: 12 of 40 leads',
      '0.0700 own history: 7 of 100 leads',
      '0.4000 telemarketing',
    ]);
  });

  it('is the own rate from twenty leads of that step on, not from nineteen', () => {
    expect(ratesOf({ history: history([3, 19], [3, 20]) }).map(({ origin }) => origin)).toEqual([
      'library',
      'history',
      'library',
      'library',
    ]);
  });

  it('of own leads is not that of another kind of tactic: 14 % where 17.5 % is usual is 32 % where 40 % is', () => {
    const own = history([14, 100]).map((step) => ({ ...step, usual: 0.175 }));
    const renewals = { rates: [0.4, 0.7, 0.7, 0.4], source: 'renewals' };
    expect(told(ratesOf({ history: own, tactic: renewals }))[0]).toBe(
      '0.3200 own history: 14 of 100 leads × 40% ÷ 17.5%',
    );
    expect(told(ratesOf({ history: own }))[0]).toBe('0.1400 own history: 14 of 100 leads');
    // In the slow case 10 of 17.5 of it, as everywhere.
    expect(Number(ratesOf({ history: own, tactic: renewals }, 'conservative')[0]!.rate)).toBeCloseTo(0.128 / 0.7, 12);
    const good = history([60, 100]).map((step) => ({ ...step, usual: 0.175 }));
    expect(ratesOf({ history: good, tactic: renewals })[0]!.rate).toBe(1);
  });

  it('of nobody in twenty is 0 %, not unknown', () => {
    expect(ratesOf({ history: history([0, 20]) })[0]).toMatchObject({ rate: 0, origin: 'history' });
  });

  it('is unknown where not even the library has one', () => {
    const short = { rates: [0.2], source: 'x' };
    const [first, second] = ratesOf({ library: { base: short, conservative: short, stretch: short } });
    expect([first!.rate, second!.rate]).toEqual([0.2, missing('no rate for this step')]);
  });
});

describe('the rate in another case', () => {
  it("moves as far as the library's waterfall moves at that step", () => {
    const tactic = { rates: [0.35, 0.6, 0.6, 0.28], source: 'workshop' };
    // 35 × 10 / 17.5 = 20; 60 × 40 / 50 = 48; 60 × 50 / 60 = 50; 28 × 20 / 25 = 22.4
    const conservative = ratesOf({ tactic }, 'conservative').map(({ rate }) => Number(rate));
    for (const [step, rate] of [0.2, 0.48, 0.5, 0.224].entries()) expect(conservative[step]).toBeCloseTo(rate, 12);
    expect(told(ratesOf({ tactic }, 'conservative'))[1]).toBe('0.4800 workshop × 80%');
  });

  it('holds for own and for written rates too', () => {
    const own = ratesOf(
      { history: history([5, 20]), plan: { rates: [undefined, 1], source: 'written' } },
      'conservative',
    );
    expect(own[0]!.rate).toBeCloseTo((0.25 * 0.1) / 0.175, 12);
    expect(own[1]!.rate).toBeCloseTo(0.8, 12);
  });

  it('never is above 100 %', () => {
    expect(ratesOf({ plan: { rates: [0.9], source: 'written' } }, 'stretch')[0]!.rate).toBe(1);
  });

  it('stays where the library gives no direction', () => {
    const library = { ...LIBRARY, base: { rates: [0, 0.5, 0.6, 0.25], source: 'x' } };
    expect(ratesOf({ library, plan: { rates: [0.4], source: 'y' } }, 'stretch')[0]!.rate).toBe(0.4);
  });

  it('keeps its order: conservative ≤ base ≤ stretch, whoever stated the rate', () => {
    const rate = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined });
    const four = fc.array(rate, { minLength: 4, maxLength: 4 });
    const counts = fc.array(
      fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => [Math.min(a, b), b] as const),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(four, four, counts, (planned, ofTactic, own) => {
        const sources = {
          plan: { rates: planned, source: 'plan' },
          tactic: { rates: ofTactic, source: 'tactic' },
          history: history(...own),
        };
        const [low, base, high] = (['conservative', 'base', 'stretch'] as const).map((each) => ratesOf(sources, each));
        for (const [step, { rate: middle }] of base!.entries()) {
          expect(low![step]!.rate).toBeLessThanOrEqual(Number(middle));
          expect(high![step]!.rate).toBeGreaterThanOrEqual(Number(middle));
          for (const each of [low, base, high]) expect(isKnown(each![step]!.rate)).toBe(true);
        }
      }),
    );
  });
});

describe('the reasons of a rate', () => {
  it('name the leads that were counted', () => {
    const own = ratesOf({ history: history([5, 20]) })[0]!;
    const figure = rateFigure(own, { titles: new Map([['inquiry', 'Inquiry']]), sources: [] });
    expect(figure).toMatchObject({ label: 'Inquiry to mql', value: { kind: 'share', ratio: 0.25, precise: true } });
    expect(formatSentence(figure.evidence.workings!, { locale: 'en-GB' })).toBe('own history: 5 of 20 leads');
    expect(figure.evidence.rows).toBeDefined();
  });
});
