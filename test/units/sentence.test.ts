import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOfPattern } from '../../src/units/sentence.ts';

describe('patterns of sentences', () => {
  it('parts words from figures', () => {
    expect(partsOfPattern('Pace is {pace} with {months_left|month|months} to go')).toEqual([
      { literal: 'Pace is ' },
      { name: 'pace' },
      { literal: ' with ' },
      { name: 'months_left', one: 'month', many: 'months' },
      { literal: ' to go' },
    ]);
  });

  it('keeps figures that touch, and one that stands alone', () => {
    expect(partsOfPattern('{a}{b}')).toEqual([{ name: 'a' }, { name: 'b' }]);
    expect(partsOfPattern('')).toEqual([]);
    expect(partsOfPattern('plain')).toEqual([{ literal: 'plain' }]);
  });

  it('leaves braces without a name as they are', () => {
    for (const text of ['{}', '{ pace }', '{1}', '{pace', 'pace}', '{a|b}', '{a|b|c|d}', '{{', '{pa-ce}'])
      expect(partsOfPattern(text), text).toEqual([{ literal: text }]);
    expect(partsOfPattern('{{pace}}')).toEqual([{ literal: '{' }, { name: 'pace' }, { literal: '}' }]);
  });

  it('loses no character', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{', '}', '|', 'a', 'b_1', ' ', '😀')), (pieces) => {
        const pattern = pieces.join('');
        const again = partsOfPattern(pattern)
          .map((part) => {
            if ('literal' in part) return part.literal;
            return part.one === undefined ? `{${part.name}}` : `{${part.name}|${part.one}|${part.many}}`;
          })
          .join('');
        expect(again).toBe(pattern);
      }),
    );
  });
});
