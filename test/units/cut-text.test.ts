import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutApart, cutMiddle, cutText } from '../../src/units/cut-text.ts';

const family = '👨‍👩‍👧‍👦';
const accented = 'e\u0301';
const characters = (text: string): string[] =>
  Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text), (part) => part.segment);
const byCharacter = (text: string): number => characters(text).length;
const anyText = fc
  .array(fc.constantFrom('a', 'word', ' ', '\u00a0', '1,240', '.', '-', family, accented, '漢', '🇩🇪', 'ß'), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(''));

describe('cutting a text', () => {
  it('leaves what fits', () => {
    expect(cutText('Kestrel Systems', 15)).toBe('Kestrel Systems');
    expect(cutText('', 0)).toBe('');
  });

  it('cuts at a word that ends in the last third', () => {
    expect(cutText('Network renewal for the northern region', 24)).toBe('Network renewal for the…');
    expect(cutText('Network renewal for the northern region', 27)).toBe('Network renewal for the…');
  });

  it('cuts inside a word where the last word began too early', () => {
    expect(cutText('The Bundesversicherungsanstalt', 20)).toBe('The Bundesversicher…');
    expect(cutText('Donaudampfschifffahrt', 10)).toBe('Donaudamp…');
  });

  it('takes the comma before the cut with it', () => {
    expect(cutText('Greywater Utilities, region 2', 24)).toBe('Greywater Utilities…');
    expect(cutText('Phase one - hardware', 13)).toBe('Phase one…');
  });

  it('never shows part of a number as if it were the number', () => {
    expect(cutText('Bookings of $1,240,000', 17)).toBe('Bookings of…');
    expect(cutText('Bookings of $1,240,000', 14)).toBe('Bookings of…');
    expect(cutText('Half is 0.575 of it', 12)).toBe('Half is…');
    expect(cutText('Bookings of 87\u00a0% of plan', 16)).toBe('Bookings of…');
    expect(cutText('Closed on 12/31/2026 by Jo', 19)).toBe('Closed on…');
    expect(cutText('Bookings €1,240,000', 11)).toBe('Bookings…');
    expect(cutText('1234567890 Ontario Inc.', 8)).toBe('1234567…');
  });

  it('does not part a day from its month', () => {
    expect(cutText('Answer by 30\u00a0June at the latest', 14)).toBe('Answer by…');
  });

  it('never cuts inside a character made of several', () => {
    expect(cutText(`ab${family}cd`, 4, byCharacter)).toBe(`ab${family}…`);
    expect(cutText(`ab${family}cdefghij`, 7)).toBe('ab…');
    expect(cutText(`caf${accented}s and bars`, 5, byCharacter)).toBe(`caf${accented}…`);
  });

  it('measures as it is told: a wide character costs two cells of a terminal', () => {
    const cells = (text: string): number =>
      Array.from(text, (c) => (c >= '\u3000' ? 2 : 1)).reduce<number>((a, b) => a + b, 0);
    expect(cutText('漢字漢字漢字', 7, cells)).toBe('漢字漢…');
  });

  it('gives nothing where not even the mark of the cut fits', () => {
    expect(cutText('abc', 0)).toBe('');
    expect(cutText('abc', 1)).toBe('…');
    expect(cutText('abc', -5)).toBe('');
  });

  it('never exceeds the width, and what is left is the beginning of the text', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 30 }), (text, width) => {
        const cut = cutText(text, width, byCharacter);
        expect(byCharacter(cut)).toBeLessThanOrEqual(width);
        if (cut === text) return;
        const kept = characters(cut.replace(/…$/, ''));
        expect(characters(text).slice(0, kept.length)).toEqual(kept);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('cutting the names of a list', () => {
  const cut = (names: readonly string[]) => [
    ...cutApart(names, { atEnd: (name) => cutText(name, 20), inMiddle: (name) => cutMiddle(name, 20) }).values(),
  ];

  it('cuts a name at its end, where it stands apart from the others by its beginning', () => {
    expect(cut(['Hollowbrook Credit Union', 'Umberfield Insurance Brokers', 'Plumstone Leasing'])).toEqual([
      'Hollowbrook Credit…',
      'Umberfield Insuranc…',
      'Plumstone Leasing',
    ]);
  });

  it('cuts names in their middle that differ only at their end', () => {
    expect(cut(['Greywater Utilities, region 2', 'Greywater Utilities, region 3', 'Northolme Leasing'])).toEqual([
      'Greywater…, region 2',
      'Greywater…, region 3',
      'Northolme Leasing',
    ]);
  });

  it('takes a name that comes twice for one', () => {
    expect(cut(['Hollowbrook Credit Union', 'Hollowbrook Credit Union'])).toEqual(['Hollowbrook Credit…']);
  });
});

describe('cutting in the middle', () => {
  it('keeps the end, in which the names of a list differ', () => {
    expect(cutMiddle('Greywater Utilities Holding, region 2', 26)).toBe('Greywater Utili…, region 2');
    expect(cutMiddle('Greywater Utilities Holding, region 3', 26)).toBe('Greywater Utili…, region 3');
  });

  it('leaves what fits, and cuts at the end where there is no room for both', () => {
    expect(cutMiddle('Greywater', 9)).toBe('Greywater');
    expect(cutMiddle('Greywater Utilities Holding, region 2', 10)).toBe('Greywater…');
  });

  it('never exceeds the width', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 40 }), (text, width) => {
        expect(byCharacter(cutMiddle(text, width, byCharacter))).toBeLessThanOrEqual(width);
      }),
    );
  });
});
