import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/document/document.ts';
import { renderTerminal } from '../../../src/render/terminal/render-terminal.ts';
import { extremeScorecard, HOSTILE } from '../fixtures/extreme-scorecard.ts';
import { richScorecard } from '../fixtures/rich-scorecard.ts';
import { sparseScorecard } from '../fixtures/sparse-scorecard.ts';

const plain = { colour: false, unicode: true };
const GOLDEN = '../../golden';

function widest(text: string): number {
  return Math.max(
    ...stripVTControlCharacters(text)
      .split('\n')
      .map((line) => stringWidth(line)),
  );
}

describe('the scorecard on a screen', () => {
  test.each([80, 120])('reads as agreed at %i columns', async (width) => {
    await expect(renderTerminal(richScorecard, { ...plain, width })).toMatchFileSnapshot(
      `${GOLDEN}/scorecard-rich-${width}.txt`,
    );
  });

  test('says with little data what is known, and why the rest is not', async () => {
    const screen = { ...plain, width: 80 };
    await expect(renderTerminal(sparseScorecard, screen)).toMatchFileSnapshot(`${GOLDEN}/scorecard-sparse-80.txt`);
  });

  test('needs nothing beyond ASCII where the terminal has nothing else', async () => {
    const printed = renderTerminal(richScorecard, { width: 80, colour: false, unicode: false });
    expect(printed).toMatch(/^[ -~\n]+$/);
    await expect(printed).toMatchFileSnapshot(`${GOLDEN}/scorecard-rich-ascii.txt`);
  });

  test('says the same with and without colour, and each status with symbol and word', () => {
    const coloured = renderTerminal(richScorecard, { width: 80, colour: true, unicode: true });
    expect(stripVTControlCharacters(coloured)).toBe(renderTerminal(richScorecard, { ...plain, width: 80 }));
    expect(coloured).toContain('\u001b[32m▲ ahead\u001b[39m');
    expect(coloured).toContain('\u001b[31m▼ no next step\u001b[39m');
  });

  test('an internal page says so first', () => {
    const internal: Document = { ...richScorecard, edition: 'internal' };
    expect(renderTerminal(internal, { ...plain, width: 80 })).toMatch(/^Internal edition, not for the partner\n/);
  });

  test('an unknown key figure gives its reason instead of a zero', () => {
    expect(renderTerminal(sparseScorecard, { ...plain, width: 80 })).toMatch(/Plan to date +n\/a +no target for FY26/);
  });

  test('a program without deals still has a page', () => {
    const empty = { ...richScorecard, sections: [] };
    expect(renderTerminal(empty, { ...plain, width: 80 })).toContain('Results to 31 Mar 2026');
  });
});

describe('whatever a person typed', () => {
  const screens = fc.record({ width: fc.integer({ min: 20, max: 160 }), colour: fc.boolean(), unicode: fc.boolean() });
  const words = fc.oneof(
    fc.constantFrom('', ' ', HOSTILE, '漢字'.repeat(60), '👩‍👩‍👧'.repeat(40), 'a\tb\u00a0c', 'e\u0301'.repeat(90)),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  test('a line is never wider than the screen', () => {
    fc.assert(
      fc.property(screens, words, fc.integer({ min: 0, max: 12 }), (screen, text, deals) => {
        for (const document of [extremeScorecard({ deals, words: text }), richScorecard, sparseScorecard]) {
          expect(widest(renderTerminal(document, screen))).toBeLessThanOrEqual(screen.width);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('no escape sequence, line break or reversed direction of theirs reaches the terminal', () => {
    fc.assert(
      fc.property(screens, words, (screen, text) => {
        const printed = renderTerminal(extremeScorecard({ deals: 2, words: text }), screen);
        const ours = printed.replace(/\u001b\[(?:1|2|22|31|32|33|36|39)m/g, '');
        expect(ours).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u00a0]/u);
        if (!screen.unicode) expect(ours).toMatch(/^[ -~\n]*$/);
        if (!screen.colour) expect(printed).toBe(ours);
      }),
      { numRuns: 60 },
    );
  });
});
