import { describe, expect, it } from 'vitest';
import { readSheetCell } from '../../../src/app/workbook/cell-of-sheet.ts';

describe('a cell of a workbook as a value of its column', () => {
  it.each([
    ['an empty cell says that nothing is known', '  ', 'amount', undefined],
    ['an amount is a number', 1240.5, 'amount', 1240.5],
    ['the noise of a formula is no digit of an amount', 3702.2999999999997, 'amount', 3702.3],
    ['a percentage is in per cent, whether the cell shows % or not', { value: 35, percent: true }, 'percent', 35],
    ['a percentage typed as a number is in per cent', 35, 'percent', 35],
    ['a percentage typed as text is understood', '35 %', 'percent', 35],
    ['a day', '2026-02-28', 'date', '2026-02-28'],
    ['a day with a time of day is that day', '2026-02-28 14:30:00', 'date', '2026-02-28'],
    ['a day as the number spreadsheets count', 46081, 'date', '2026-02-28'],
    ['a day in words', '28 Feb 2026', 'date', '2026-02-28'],
    ['a day that is the same in either order', '28/02/2026', 'date', '2026-02-28'],
    ['a month that the program made a day of', '2026-02-01', 'month', '2026-02'],
    ['a fiscal year in small letters', 'fy26-q3', 'period', 'FY26-Q3'],
    ['yes as a tick of another program', 'TRUE', 'yes-no', true],
    ['no in a word', 'No', 'yes-no', false],
    ['a choice however it is spelled', 'Best Case', 'choice', 'best-case'],
    ['numbers of a list, however they are spaced', '20;45; 40 ;17.5;', 'numbers', '20; 45; 40; 17.5'],
    ['a single number of a list', 20, 'numbers', '20'],
    ['an id that is a number stays as it is shown', 12345678901, 'text', '12345678901'],
    ['a text of several lines', 'One\r\nTwo', 'text', 'One\nTwo'],
  ] as const)('%s', (_, cell, kind, value) => {
    expect(readSheetCell(cell, kind, ['commit', 'best-case'])).toEqual(value === undefined ? {} : { value });
  });

  it.each([
    ['03/04/2026', 'date', '"03/04/2026" is no date as it is written here: 2026-02-28'],
    ['2026-02-30', 'date', '"2026-02-30" is no date as it is written here: 2026-02-28'],
    ['March', 'month', '"March" is no month as it is written here: 2026-02'],
    ['1,240', 'amount', '"1,240" is no number as it is written here: 1240.50, without thousands or currency'],
    ['20; 4,5', 'numbers', '"4,5" is no number as it is written here: 17.5; 50; 60, set apart by semicolons'],
    ['perhaps', 'yes-no', '"perhaps" is neither yes nor no'],
    ['#REF!', 'text', 'holds the error #REF!'],
  ] as const)('refuses %s as a %s', (cell, kind, why) => {
    expect(readSheetCell(cell, kind)).toEqual({ value: cell, why });
  });
});
