import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { cellError } from '../../../src/input/tabular/cell-error.ts';
import { NO_RESULT } from '../../../src/ooxml/workbook/cell-value.ts';
import { cellText, isBlank } from '../../../src/input/tabular/cell-text.ts';
import { placeOf } from '../../../src/input/tabular/place-of.ts';

describe('a number of a workbook as text', () => {
  it.each([
    [12_345, '12345'],
    [-0, '0'],
    [0.1 + 0.2, '0.3'],
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0.00000015'],
    [-2.5e-7, '-0.00000025'],
    [9_007_199_254_740_991, '9007199254740991'],
    [{ value: 45, percent: true as const }, '45%'],
    [{ value: 1234.5, currency: 'EUR' }, '1234.5'],
    ['00123', '00123'],
  ])('%j is %s, as a person sees an id', (cell, text) => {
    expect(cellText(cell)).toBe(text);
  });

  it('never has an exponent and is the same number to fifteen digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = cellText(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-14 + Number.MIN_VALUE);
      }),
    );
  });

  it('is never blank, nought neither', () => {
    expect([0, { value: 0 }, 'x'].map(isBlank)).toEqual([false, false, false]);
    expect(['', ' \u00a0\n'].map(isBlank)).toEqual([true, true]);
  });
});

describe('what a failed formula leaves', () => {
  it.each([
    ['#N/A', 'holds the error #N/A'],
    [' #div/0! ', 'holds the error #div/0!'],
    [NO_RESULT, 'holds a formula without a result; open the file in Excel and save it'],
    ['Deal #12', undefined],
    ['#1 Reseller', undefined],
    [0, undefined],
  ])('%j: %s', (cell, error) => {
    expect(cellError(cell)).toBe(error);
  });
});

describe('a place in a file', () => {
  it.each([
    [{ file: 'a.csv' }, 12, 3, 'a.csv:12'],
    [{ file: 'a.xlsx', sheet: 'Pipeline' }, 12, undefined, 'a.xlsx Pipeline!12'],
    [{ file: 'a.xlsx', sheet: 'Pipeline' }, 12, 2, 'a.xlsx Pipeline!C12'],
    [{ file: 'a.xlsx', sheet: 'Pipeline', firstColumn: 1 }, 12, 25, 'a.xlsx Pipeline!AA12'],
    [{ file: 'a.xlsx', sheet: "Ines' deals", firstColumn: 0 }, 1, 0, "a.xlsx 'Ines'' deals'!A1"],
  ])('%j, line %s, column %s is %s', (table, line, column, place) => {
    expect(placeOf(table, line, column)).toBe(place);
  });
});
