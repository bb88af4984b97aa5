import { describe, expect, it } from 'vitest';
import { numberCell } from '../../../src/ooxml/workbook/cell-value.ts';
import { readNumberFormat } from '../../../src/ooxml/workbook/number-format.ts';

const DATE = { kind: 'date', showsTime: false };
const DATE_TIME = { kind: 'date', showsTime: true };
const TIME = { kind: 'time' };
const PLAIN = { kind: 'plain' };
const PERCENT = { kind: 'percent' };
const money = (currency: string): unknown => ({ kind: 'currency', currency });

describe('a number format', () => {
  it.each([
    ['General', PLAIN],
    ['0.00', PLAIN],
    ['#,##0.00_);[Red](#,##0.00)', PLAIN],
    ['0.00E+00', PLAIN],
    ['# ?/?', PLAIN],
    ['@', PLAIN],
    ['0 "days"', PLAIN],
    ['0 "T€"', PLAIN],
    ['_-* #,##0.00 _€_-;-* #,##0.00 _€_-', PLAIN],
    ['yyyy-mm-dd', DATE],
    ['[$-407]d. mmmm yyyy;@', DATE],
    ['[$-F800]dddd, mmmm dd, yyyy', DATE],
    ['mmm-yy', DATE],
    ['mmmm', DATE],
    ['dd\\.mm\\.yyyy', DATE],
    ['[Red]dd/mm/yy', DATE],
    ['yyyy"年"m"月"d"日"', DATE],
    ['m/d/yy h:mm', DATE_TIME],
    ['dd/mm/yyyy\\ hh:mm:ss', DATE_TIME],
    ['h:mm AM/PM', TIME],
    ['hh:mm:ss', TIME],
    ['[h]:mm:ss', PLAIN],
    ['[mm]:ss', PLAIN],
    ['0%', PERCENT],
    ['0.0 %;[Red]-0.0 %', PERCENT],
    ['0" %"', PLAIN],
    ['00000', { kind: 'padded', digits: 5 }],
    ['0', PLAIN],
    ['#,##0.00 [$€-407]', money('€')],
    ['[$€-2] #,##0.00', money('€')],
    ['[$EUR] #,##0', money('EUR')],
    ['[$CHF-807] #,##0.00', money('CHF')],
    ['[$$-409]#,##0.00', money('USD')],
    ['[$$-1009]#,##0.00', money('CAD')],
    ['[$kr-41D]#,##0', money('SEK')],
    ['[$kr]#,##0', money('kr')],
    ['"$"#,##0.00_);\\("$"#,##0.00\\)', money('$')],
    ['\\$#,##0', money('$')],
    ['_("$"* #,##0.00_);_("$"* \\(#,##0.00\\)', money('$')],
    ['#,##0.00\\ "€"', money('€')],
    ['£#,##0', money('£')],
    ['"USD" #,##0', money('USD')],
    ['"R$" #,##0', money('R$')],
    ['"a;b" 0;[Red]yyyy', PLAIN],
  ])('%s', (code, format) => {
    expect(readNumberFormat(164, code)).toEqual(format);
  });

  it.each([
    [0, PLAIN],
    [2, PLAIN],
    [5, PLAIN],
    [9, PERCENT],
    [10, PERCENT],
    [14, DATE],
    [17, DATE],
    [18, TIME],
    [22, DATE_TIME],
    [27, DATE],
    [44, PLAIN],
    [46, PLAIN],
    [47, PLAIN],
    [57, DATE],
  ])('built in as number %i', (id, format) => {
    expect(readNumberFormat(id, undefined)).toEqual(format);
  });
});

describe('a number under a date format', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [36_526, '2000-01-01'],
    [36_585, '2000-02-29'],
    [46_095, '2026-03-14'],
    [46_095.99, '2026-03-14'],
    [73_050, '2099-12-31'],
    [2_958_465, '9999-12-31'],
    [2_958_466, 2_958_466],
    [-1, -1],
    [0, '1900-01-00'],
  ])('%d is %s', (value, cell) => {
    expect(numberCell(value, { kind: 'date', showsTime: false }, false)).toBe(cell);
  });

  it('is the same day as the calendar counts it, every day of two centuries', () => {
    for (let day = 61; day < 73_415; day += 1) {
      const expected = new Date((day - 25_569) * 86_400_000).toISOString().slice(0, 10);
      expect(numberCell(day, { kind: 'date', showsTime: false }, false)).toBe(expected);
    }
  });

  it('has its time to the second, without the noise of fractions', () => {
    const cell = (value: number): unknown => numberCell(value, { kind: 'date', showsTime: true }, false);
    expect([46_095.5, 46_095 + 1 / 3, 46_095.999_999_9, 46_095].map(cell)).toEqual([
      '2026-03-14 12:00:00',
      '2026-03-14 08:00:00',
      '2026-03-15',
      '2026-03-14',
    ]);
  });

  it('counts from 1904 where the workbook says so', () => {
    expect(numberCell(44_633, { kind: 'date', showsTime: false }, true)).toBe('2026-03-14');
    expect(numberCell(0, { kind: 'date', showsTime: false }, true)).toBe('1904-01-01');
  });

  it('is a time of day where only that is shown', () => {
    expect(numberCell(0.75, { kind: 'time' }, false)).toBe('18:00:00');
    expect(numberCell(46_095.75, { kind: 'time' }, false)).toBe('2026-03-14 18:00:00');
  });
});

it('an id padded with noughts is the text a person sees; what is no such id stays a number', () => {
  const cell = (value: number): unknown => numberCell(value, { kind: 'padded', digits: 5 }, false);
  expect([123, 123_456, 1.5, -3].map(cell)).toEqual(['00123', '123456', 1.5, -3]);
});
