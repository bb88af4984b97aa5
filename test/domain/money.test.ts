import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, type Rates } from '../../src/domain/money.ts';
import { day } from './given.ts';

const rates: Rates = [
  { from: 'EUR', to: 'USD', rate: 1.2, date: day('2026-01-01') },
  { from: 'EUR', to: 'USD', rate: 1.1, date: day('2025-07-01') },
  { from: 'USD', to: 'GBP', rate: 0.8, date: day('2025-07-01') },
];

function converted(from: string, to: string, on = '2026-02-28', stated: Rates = rates) {
  return convert(1000, { from, to, on: day(on), rates: stated });
}

describe('amounts in another currency', () => {
  it('stay as they are within one currency, rates or not', () => {
    expect(converted('USD', 'USD')).toBe(1000);
    expect(converted('JPY', 'JPY', '2026-02-28', [])).toBe(1000);
  });

  it('use the newest rate on or before the day, whatever the order of the file', () => {
    expect(converted('EUR', 'USD', '2025-12-31')).toBeCloseTo(1100, 9);
    expect(converted('EUR', 'USD', '2026-01-01')).toBeCloseTo(1200, 9);
  });

  it('use the first rate there is for days before it', () => {
    expect(converted('EUR', 'USD', '2024-01-01')).toBeCloseTo(1100, 9);
  });

  it('use the inverse where only that is stated', () => {
    expect(converted('GBP', 'USD')).toBeCloseTo(1250, 9);
    expect(converted('USD', 'EUR')).toBeCloseTo(1000 / 1.2, 9);
  });

  it('prefer the stated direction to the inverse of the other', () => {
    const both: Rates = [...rates, { from: 'USD', to: 'EUR', rate: 0.9, date: day('2025-07-01') }];
    expect(converted('USD', 'EUR', '2026-02-28', both)).toBeCloseTo(900, 9);
  });

  it('are unknown, with the reason, where no rate is stated; no rate is made up by way of a third currency', () => {
    expect(converted('EUR', 'GBP')).toEqual({ missing: 'no rate from EUR to GBP in cam.yaml' });
    expect(converted('JPY', 'USD')).toEqual({ missing: 'no rate from JPY to USD in cam.yaml' });
  });

  it('come back as they were after going there and back at one rate', () => {
    const money = fc.integer({ min: -1e14, max: 1e14 }).map((cents) => cents / 100);
    const rate = fc.double({ min: 0.001, max: 1000, noNaN: true });
    fc.assert(
      fc.property(money, rate, (amount, stated) => {
        const only: Rates = [{ from: 'EUR', to: 'USD', rate: stated, date: day('2025-01-01') }];
        const on = day('2026-01-01');
        const there = Number(convert(amount, { from: 'EUR', to: 'USD', on, rates: only }));
        const back = Number(convert(there, { from: 'USD', to: 'EUR', on, rates: only }));
        expect(Math.abs(back - amount)).toBeLessThanOrEqual(Math.abs(amount) * 1e-12);
      }),
    );
  });
});
