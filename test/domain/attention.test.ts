import { describe, expect, it } from 'vitest';
import { attentionOf } from '../../src/domain/attention.ts';
import { givenConfig, givenTarget, open, performanceOf, won, type Case } from './given.ts';

// Plan to 28 February: 243 of 365 days of 365,000 = 243,000. Nothing closed in four quarters, so 3.0x is needed.
const targets = [givenTarget({ annual: 365_000 })];
const attention = (given: Case) => attentionOf(performanceOf({ targets, ...given }), given.config ?? givenConfig());
const words = (given: Case) => attention(given).statuses.map(({ word }) => word);

describe("what needs the channel manager's eye", () => {
  it('is nothing where results and pipeline are good', () => {
    const good = attention({ deals: [won('2026-02-01', 250_000), open('2026-04-01', 345_000)] });
    expect(good).toEqual({ statuses: [], atStake: 0 });
  });

  it('is the part of the remaining target that the open pipeline does not cover', () => {
    // 115,000 is left and needs 345,000; 172,500 is open: half of the need, so half of what is left.
    const half = attention({ deals: [won('2026-02-01', 250_000), open('2026-04-01', 172_500)] });
    expect(half.atStake).toBeCloseTo(57_500, 6);
    expect(half.statuses.map(({ word }) => word)).toEqual(['short']);
  });

  it('is all that remains where nothing is open', () => {
    expect(attention({ deals: [won('2026-02-01', 250_000)] }).atStake).toBe(115_000);
  });

  it('is not known without a target, nor without deals or amounts: unknown is not nothing at stake', () => {
    expect(attention({ targets: [], deals: [] }).atStake).toEqual({ missing: 'no target' });
    expect(attention({ deals: undefined }).atStake).toHaveProperty('missing');
    const noAmounts = attention({ deals: [won('2026-02-01', 1000), open('2026-04-01', undefined)] });
    expect(noAmounts.atStake).toEqual({ missing: 'open pipeline unknown' });
  });

  it('names the worst first', () => {
    // 200,000 of 243,000 is 82 %: near plan. 165,000 is left, a little open: short.
    expect(words({ deals: [won('2026-02-01', 200_000), open('2026-04-01', 1000)] })).toEqual(['short', 'near plan']);
    // Behind plan and thin.
    expect(words({ deals: [won('2026-02-01', 65_000), open('2026-04-01', 700_000)] })).toEqual(['behind', 'thin']);
  });

  it("is counted in the territory's currency, and unknown where no rate says how", () => {
    const deals = [won('2026-02-01', 250_000), open('2026-04-01', 172_500)];
    const partner = { currency: 'EUR' };
    const config = givenConfig({ rates: [{ from: 'EUR', to: 'USD', rate: 1.1, date: '2025-07-01' }] });
    expect(attention({ deals, partner, config }).atStake).toBeCloseTo(63_250, 6);
    expect(attention({ deals, partner }).atStake).toHaveProperty('missing');
  });

  it('is nothing once the target is met, whatever is open', () => {
    expect(attention({ deals: [won('2026-02-01', 400_000)] })).toEqual({ statuses: [], atStake: 0 });
  });
});
