import { describe, expect, it } from 'vitest';
import { isKnown, isMissing, missing, whenKnown } from '../../src/units/missing.ts';
import * as value from '../../src/units/value.ts';

describe('unknown figures', () => {
  it('are not zero, empty or no', () => {
    for (const known of [0, '', false, null, undefined, {}]) expect(isMissing(known)).toBe(false);
    expect(isMissing(missing('no target for FY26'))).toBe(true);
    expect(isKnown(0)).toBe(true);
  });

  it('make every figure computed from them unknown, for the first reason found', () => {
    const share = (won: Parameters<typeof isMissing>[0], plan: Parameters<typeof isMissing>[0]): unknown =>
      whenKnown([won, plan] as [number, number], (a, b) => a / b);
    expect(share(50, 100)).toBe(0.5);
    expect(share(missing('no deals'), missing('no plan'))).toEqual(missing('no deals'));
    expect(share(50, missing('no plan'))).toEqual(missing('no plan'));
  });

  it('carry their reason onto the page', () => {
    expect(value.amount(missing('no plan'), 'USD')).toEqual({ kind: 'missing', reason: 'no plan' });
    expect(value.count(0)).toEqual({ kind: 'count', count: 0 });
    expect(value.share(0.5)).toEqual({ kind: 'share', ratio: 0.5 });
  });
});
