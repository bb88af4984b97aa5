import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitTitle } from '../../../src/render/pptx/fit-title.ts';
import { textWidth } from '../../../src/render/pptx/measure-text.ts';

const TITLE = { size: 24, bold: true };
const TITLE_WIDTH = 12.13;

describe('a slide title', () => {
  it.each([
    ['8 commitments, 3 of them ours, are reviewed together on 14 Jul 2026', 1],
    ['Coverage is 1.2x where 2.3x is needed', 1],
  ])('stays on one line up to 80 characters: %s', (title, lines) => {
    expect(fitTitle(title)).toHaveLength(lines);
  });

  it('breaks after a semicolon rather than in the exact middle', () => {
    expect(
      fitTitle('The rest of FY26 is covered 2.4x against 2.3x needed; FY27-Q1 holds $690K and has no target yet'),
    ).toEqual(['The rest of FY26 is covered 2.4x against 2.3x needed;', 'FY27-Q1 holds $690K and has no target yet']);
  });

  it('breaks before a joining word where no punctuation stands near the middle', () => {
    expect(
      fitTitle('Six asks go both ways between the two sides today and each waits for an answer before next summer')[1],
    ).toMatch(/^and /);
  });

  it('keeps a share and a day together with their numbers', () => {
    const [line] = fitTitle('Bookings reach 87 % of plan on 30 June');
    expect(line).toBe('Bookings reach 87\u00a0% of plan on 30\u00a0June');
  });

  it('is cut at a word, as a last resort, above 110 characters', () => {
    const lines = fitTitle('Bookings are ahead of plan and the forecast is too '.repeat(4).trim());
    expect(lines.join(' ').length).toBeLessThanOrEqual(110);
    expect(lines.join(' ')).toMatch(/ (?:Bookings|are|ahead|of|plan|and|the|forecast|is|too)…$/);
  });

  it('says which of several pages it is, whatever has to be cut for it', () => {
    expect(fitTitle('A long title of many words '.repeat(9), ' (2 of 3)').join(' ')).toMatch(/… \(2 of 3\)$/);
  });

  it('never is wider than its box, never longer than two lines, never empty, whatever is written', () => {
    const words = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), fc.lorem({ maxCount: 40 }));
    fc.assert(
      fc.property(
        words.filter((text) => text.trim().length > 0),
        (text) => {
          const lines = fitTitle(text.trim());
          expect(lines.length).toBeLessThanOrEqual(2);
          for (const line of lines) expect(textWidth(line, TITLE)).toBeLessThanOrEqual(TITLE_WIDTH + 1e-9);
          expect(lines.join('').length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
