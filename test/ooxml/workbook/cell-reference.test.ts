import { describe, expect, it } from 'vitest';
import { areaOf, areaText, columnIndex, columnLetters } from '../../../src/ooxml/workbook/cell-reference.ts';

describe('a column', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('number %i is %s, there and back', (index, letters) => {
    expect(columnLetters(index)).toBe(letters);
    expect(columnIndex(`${letters}12`)).toBe(index);
    expect(columnIndex(letters.toLowerCase())).toBe(index);
  });

  it('is none where a reference has no letters', () => {
    expect(columnIndex('12')).toBe(-1);
  });
});

describe('an area', () => {
  it.each([
    ['B2:D4', { top: 1, left: 1, bottom: 3, right: 3 }, 'B2:D4'],
    ['$D$4:$B$2', { top: 1, left: 1, bottom: 3, right: 3 }, 'B2:D4'],
    ['C5', { top: 4, left: 2, bottom: 4, right: 2 }, 'C5'],
  ])('%s', (reference, area, text) => {
    expect(areaOf(reference)).toEqual(area);
    expect(areaText(area)).toBe(text);
  });

  it('is none in a reference that names no cells', () => {
    expect([areaOf('A:C'), areaOf(''), areaOf('Sheet!A1')]).toEqual([undefined, undefined, undefined]);
  });
});
