import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideDecimalSign, readNumber } from '../../../src/input/import-columns/number-column.ts';

describe('the decimal sign of a column', () => {
  it.each([
    ['both signs in one number', ['1.234', '1.234,56'], { kind: 'decided', sign: ',' }],
    ['a sign used twice', ['1,234', '1,234,567'], { kind: 'decided', sign: '.' }],
    ['two digits after it', ['12,50'], { kind: 'decided', sign: ',' }],
    ['four digits after it', ['300000.0000'], { kind: 'decided', sign: '.' }],
    ['three digits behind a zero', ['0.125'], { kind: 'decided', sign: '.' }],
    ['a dollar before thousands', ['$1,234', '$500'], { kind: 'decided', sign: '.' }],
    ['no sign at all', ['1234', '', 'n/a'], { kind: 'no sign needed' }],
    ['only numbers that could be either', ['5', '1.234'], { kind: 'ambiguous', example: '1.234' }],
    ['both styles', ['1.5', '1,5'], { kind: 'contradictory', comma: '1,5', point: '1.5' }],
  ] as const)('is settled by %s', (_, cells, decision) => {
    expect(decideDecimalSign(cells)).toEqual(decision);
  });

  it.each([
    [['£2,000.50', '1.200 €'], { kind: 'contradictory', comma: '1.200 €', point: '£2,000.50' }],
    [['12,50', '1,200'], { kind: 'contradictory', comma: '12,50', point: '1,200' }],
    [['0.125', '1.200'], { kind: 'decided', sign: '.' }],
    [['1.234,56', '1.234'], { kind: 'decided', sign: ',' }],
    [['$1,234.50', '1,200'], { kind: 'decided', sign: '.' }],
  ] as const)('is asked for where thousands stand among cents: %j', (cells, decision) => {
    expect(decideDecimalSign(cells, { isMoney: true })).toEqual(decision);
  });

  it('counts three decimals as decimals where it is no money', () => {
    expect(decideDecimalSign(['12.5', '3.125'])).toEqual({ kind: 'decided', sign: '.' });
  });
});

describe('a number', () => {
  it.each([
    ['1240.50', '.', 1240.5],
    ['1.240,50', ',', 1240.5],
    ['1 240,50', ',', 1240.5],
    ["1'240.50", '.', 1240.5],
    ['12,34,567.8', '.', 1_234_567.8],
    ['(500)', '.', -500],
    ['-$500', '.', -500],
    ['$(500.25)', '.', 'unreadable'],
    ['500-', '.', -500],
    ['\u2212500', '.', -500],
    ['(0)', '.', 0],
    ['1.234.567', ',', 1_234_567],
    ['1,2,3', '.', 'unreadable'],
    ['1.2E+05', '.', 'unreadable'],
    ['about 5', '.', 'unreadable'],
    ['.', '.', 'unreadable'],
    ['9'.repeat(20), '.', 'unreadable'],
    ['-', '.', undefined],
  ] as const)('%j with the sign %s is %s', (cell, sign, value) => {
    const number = readNumber(cell, sign);
    expect(typeof number === 'object' ? number.value : number).toBe(value);
  });

  it.each([
    ['$5', '$'],
    ['€ 5', '€'],
    ['5 EUR', 'EUR'],
    ['USD 5', 'USD'],
    ['US$5', 'US$'],
    ['5', undefined],
  ])('%j names the currency %s', (cell, currency) => {
    expect(readNumber(cell, '.')).toMatchObject({ value: 5, ...(currency === undefined ? {} : { currency }) });
  });

  it('is the same in both styles, whatever its size', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const value = cents / 100;
        const english = value.toLocaleString('en-US', { minimumFractionDigits: 2 });
        const german = value.toLocaleString('de-DE', { minimumFractionDigits: 2 });
        expect(readNumber(english, '.')).toMatchObject({ value });
        expect(readNumber(german, ',')).toMatchObject({ value });
        if (Math.abs(cents) >= 100_000) expect(readNumber(german, '.')).toBe('unreadable');
      }),
    );
  });
});

describe('a number of a workbook', () => {
  it('is read as it is, whatever the decimal sign of the file', () => {
    expect(readNumber(1234.5, ',')).toEqual({ value: 1234.5 });
    expect(readNumber({ value: 45, percent: true }, ',')).toEqual({ value: 45, percent: true });
    expect(readNumber({ value: -5, currency: 'EUR' }, '.')).toEqual({ value: -5, currency: 'EUR' });
  });

  it('settles no decimal sign', () => {
    expect(decideDecimalSign([1234.567, 0.5])).toEqual({ kind: 'no sign needed' });
  });

  it('is refused where no money is that large', () => {
    expect(readNumber(2e15, '.')).toBe('unreadable');
  });
});
