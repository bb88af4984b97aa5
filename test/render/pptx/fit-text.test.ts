import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLines, fitParagraphs, heightOf, type Paragraph, type Run } from '../../../src/render/pptx/fit-text.ts';
import { lineHeight, textWidth } from '../../../src/render/pptx/measure-text.ts';

const run = (text: string, size = 12, bold = false): Run => ({ text, size, bold, colour: 'tx1' });
const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.lorem({ maxCount: 40 }));
const runs = fc.array(
  fc.record({ text: words, size: fc.constantFrom(12, 14, 24), bold: fc.boolean(), colour: fc.constant('tx1') }),
  { minLength: 1, maxLength: 3 },
);
const paragraphs: fc.Arbitrary<Paragraph[]> = fc.array(
  fc.record({
    runs,
    lines: fc.integer({ min: 1, max: 4 }),
    spaceBefore: fc.integer({ min: 0, max: 15 }),
    bullet: fc.boolean(),
  }),
  { maxLength: 6 },
);

describe('the width of a text', () => {
  it.each([
    ['12 points', 12, false, 13],
    ['12 points bold', 12, true, 12.5],
    ['14 points', 14, false, 11],
    ['24 points bold', 24, true, 6.6],
  ])('is about that of the house rule of characters an inch at %s', (_, size, bold, perInch) => {
    const text = 'Bookings of the partner stand above plan to date, carried by the third quarter';
    expect(text.length / textWidth(text, { size, bold })).toBeGreaterThan(perInch * 0.85);
    expect(text.length / textWidth(text, { size, bold })).toBeLessThan(perInch * 1.25);
  });

  it('counts full-width characters and pictographs as a whole em, marks over a letter as nothing', () => {
    expect(textWidth('統', { size: 72 })).toBeCloseTo(1.015, 3);
    expect(textWidth('e\u0301', { size: 72 })).toBe(textWidth('e', { size: 72 }));
    expect(textWidth('\u00a0', { size: 72 })).toBe(textWidth(' ', { size: 72 }));
  });
});

describe('a text in a box', () => {
  it('that fits is left as it is', () => {
    const [fitted] = fitParagraphs([{ runs: [run('Harrow Logistics, $240K')] }], { w: 3, h: 0.3 });
    expect(fitted!.runs).toEqual([run('Harrow Logistics, $240K')]);
  });

  it('is cut at a word and ends with an ellipsis', () => {
    const [fitted] = fitParagraphs([{ runs: [run('All open and won deals are registered by now')] }], { w: 2, h: 0.3 });
    expect(fitted!.runs[0]!.text).toMatch(/^All open and won( deals( are)?)?…$/);
  });

  it('uses every line it may have', () => {
    const text = 'Open pipeline closing by the end of the fiscal year over what is left of the target of the year';
    const [fitted] = fitParagraphs([{ runs: [run(text)], lines: 2 }], { w: 3, h: 1 });
    expect(countLines(fitted!.runs, 3)).toBe(2);
  });

  it('keeps the style of each run and cuts from the end', () => {
    const [fitted] = fitParagraphs(
      [{ runs: [run('Why it matters  ', 12, true), run('One vertical, one message: the second deal repeats')] }],
      { w: 3, h: 0.3 },
    );
    expect(fitted!.runs[0]).toEqual(run('Why it matters  ', 12, true));
    expect(fitted!.runs[1]!.bold).toBe(false);
    expect(fitted!.runs[1]!.text).toMatch(/…$/);
  });

  it('never is higher or wider than the box, whatever is written', () => {
    fc.assert(
      fc.property(
        paragraphs,
        fc.double({ min: 0.5, max: 8, noNaN: true }),
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        (given, w, h) => {
          const fitted = fitParagraphs(given, { w, h });
          const lines = fitted.map((paragraph) => ({ ...paragraph, lines: Infinity }));
          expect(heightOf(lines, w)).toBeLessThanOrEqual(Math.max(h, 0) + 0.003);
          expect(fitted.length).toBeLessThanOrEqual(given.length);
        },
      ),
    );
  });

  it('never invents words: what is printed is the beginning of what was written', () => {
    fc.assert(
      fc.property(words, fc.double({ min: 1, max: 6, noNaN: true }), (text, w) => {
        const [fitted] = fitParagraphs([{ runs: [run(text)], lines: 2 }], { w, h: 1 });
        const printed = fitted!.runs.map((part) => part.text).join('');
        expect(text === printed || text.startsWith(printed.replace(/…$/, ''))).toBe(true);
      }),
    );
  });

  it('leaves out the last paragraphs when there is no room for them', () => {
    const three = ['one', 'two', 'three'].map((text) => ({ runs: [run(text)] }));
    expect(fitParagraphs(three, { w: 2, h: 2.5 * lineHeight(12) }).map((line) => line.runs[0]!.text)).toEqual([
      'one',
      'two',
    ]);
  });
});
