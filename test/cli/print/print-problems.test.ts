import stringWidth from 'string-width';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/app/territory/check-territory.ts';
import { printProblems } from '../../../src/cli/print/print-problems.ts';
import { placeProblemsIn } from '../../../src/input/problem.ts';

const screen = { width: 80, colour: false, unicode: true, interactive: false };
const problemIn = (text: string, mark: string, message = 'is wrong'): Problem => {
  const start = text.indexOf(mark);
  return placeProblemsIn('partners/acme/partner.yaml', text)({ start, end: start + mark.length }, { message });
};

describe('a problem on the screen', () => {
  it('marks the place under double-width characters', () => {
    const lines = printProblems([problemIn('name: 医療機関 X\n', 'X')], screen).split('\n');
    const [line, carets] = [lines.find((text) => text.includes('医'))!, lines.find((text) => text.includes('^'))!];
    expect(stringWidth(carets.slice(0, carets.indexOf('^')))).toBe(stringWidth(line.slice(0, line.indexOf('X'))));
  });

  it('speaks in plain characters where the terminal knows no others', () => {
    const text = printProblems([problemIn('a: b\n', 'b')], { ...screen, unicode: false });
    expect(text).toMatch(/^[\u0000-\u007f]*$/);
    expect(text).toContain(' > 1 | a: b');
  });

  it('colours the sign, the place and the words only where the screen has colours', () => {
    const text = printProblems([problemIn('a: b\n', 'b')], { ...screen, colour: true });
    expect(text).toContain('\u001b[31mb\u001b[39m');
    expect(printProblems([problemIn('a: b\n', 'b')], screen)).not.toContain('\u001b');
  });

  it('never lets the text of a file move the cursor or turn the line around', () => {
    const hostile = 'a: \u001b[2J\u202egnp.exe\u0007\tb\n';
    const text = printProblems([problemIn(hostile, 'b', 'the \u001b[31mvalue')], screen);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  it('stays within the screen, wherever in a line the place is', () => {
    const line = fc.array(fc.constantFrom('word ', '医', 'é', '🙂', 'x', '\t', ', '), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(line, fc.nat(), fc.nat(300), fc.integer({ min: 40, max: 120 }), (parts, at, length, width) => {
        const text = `a: 1\n${parts.join('')}\nb: 2\n`;
        const start = 5 + (at % parts.join('').length);
        const problem = placeProblemsIn('partner.yaml', text)({ start, end: start + length }, { message: 'is wrong' });
        for (const printed of printProblems([problem], { ...screen, width }).split('\n')) {
          expect(stringWidth(printed)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});
