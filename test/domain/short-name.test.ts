import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHORT_NAME_CHARACTERS, shortName } from '../../src/domain/short-name.ts';

const characters = (text: string) => Array.from(text).length;

describe('a name short enough for footers', () => {
  it.each([
    ['Larkmoor Managed Services', 'Larkmoor Managed Services'],
    ['Smith Network Integration Group, Inc.', 'Smith Network Integration'],
    ['Meridian Distribution Partners GmbH', 'Meridian Distribution'],
    ['Northern Bureau of the Interior Ministries', 'Northern Bureau'],
    ['Hargreaves Computing Systems and Company', 'Hargreaves Computing Systems'],
    ['Bakersfield Cloud Services & Co.', 'Bakersfield Cloud Services'],
    ['Donaudampfschifffahrtsgesellschaft', 'Donaudampfschifffahrtsgesel…'],
  ])('%s is shortened to %s', (name, expected) => {
    expect(shortName({ name })).toBe(expected);
  });

  it('is the one the owner gives, when it fits', () => {
    expect(shortName({ name: 'Continental Trade Distribution and Logistics', short_name: 'Continental Trade' })).toBe(
      'Continental Trade',
    );
  });

  it('cuts a given one that is too long by the same rule', () => {
    expect(
      characters(shortName({ name: 'X', short_name: 'A very long short name that never ends' })),
    ).toBeLessThanOrEqual(28);
  });

  it('takes a company of the sample to its first words, not ending in a word that waits for another', () => {
    const name =
      'Continental Trade Distribution and Logistics Services for Information Technology of the Greater Meridian Region, Incorporated';
    expect(shortName({ name })).toBe('Continental Trade');
  });

  it('does not cut a character that takes two code units in half', () => {
    const short = shortName({ name: '🚀'.repeat(40) });
    expect(() => encodeURIComponent(short)).not.toThrow();
    expect(characters(short)).toBeLessThanOrEqual(SHORT_NAME_CHARACTERS);
  });

  it('is never too long, never empty and, where it was shortened, never ends in a loose word or a comma', () => {
    const word = fc.constantFrom(
      'and',
      'of',
      'the',
      'for',
      '&',
      ',',
      '-',
      'Inc',
      'Ltd',
      'Meridian',
      'IT',
      'Trade',
      'Ørsted',
      'Logistics',
    );
    const anything = fc.string({ minLength: 1, maxLength: 120, unit: 'grapheme' }).filter((text) => text.trim() !== '');
    const name = fc.oneof(
      fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => `Acme ${words.join(' ')}`),
      anything,
    );
    fc.assert(
      fc.property(name, (text) => {
        const short = shortName({ name: text });
        expect(characters(short)).toBeLessThanOrEqual(SHORT_NAME_CHARACTERS);
        expect(short).not.toBe('');
        if (short !== text.trim()) expect(short).not.toMatch(/(?:^|\s)(?:and|of)$|,$/i);
      }),
      { numRuns: 2000 },
    );
  });
});
