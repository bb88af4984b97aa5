import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetNames, sheetRange } from '../../../src/render/xlsx/sheet-names.ts';

describe('names of sheets', () => {
  it('stay as they are where Excel takes them', () => {
    expect(sheetNames(['Read me', 'Deals', 'Former names'])).toEqual(['Read me', 'Deals', 'Former names']);
  });

  it('lose what no name may hold, and never become History or nothing', () => {
    expect(sheetNames(["'Q1/Q2'", 'History', '***', 'a: [b]?'])).toEqual(['Q1 Q2', 'History 2', 'Sheet', 'a b']);
  });

  it('are told apart where they differ only in case or beyond 31 characters', () => {
    const long = 'Continental Trade Distribution and Logistics';
    expect(sheetNames(['Deals', 'DEALS', long, `${long} Services`])).toEqual([
      'Deals',
      'DEALS 2',
      'Continental Trade Distribution',
      'Continental Trade Distributio 2',
    ]);
  });

  it('are always names that Excel takes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 20 }), (titles) => {
        const names = sheetNames(titles);
        const lower = names.map((name) => name.toLowerCase());
        return (
          new Set(lower).size === titles.length &&
          names.every((name) => name.length >= 1 && name.length <= 31 && !/[[\]:*?/\\]|^'|'$/.test(name)) &&
          !lower.includes('history')
        );
      }),
    );
  });

  it('are quoted in formulas', () => {
    expect(sheetRange("Jo's deals", '$A$1:$A$9')).toBe("'Jo''s deals'!$A$1:$A$9");
  });
});
