import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { Pen } from '../../../src/render/terminal/pen.ts';

const { measure } = new Pen({ width: 80, colour: false, unicode: true });

describe('the columns a text takes on the screen', () => {
  it('are those of the library for every sign behind a letter', () => {
    const wrong: string[] = [];
    for (let code = 0x20; code < 0x2600; code += 1) {
      const text = `a${String.fromCodePoint(code)}`;
      if (measure(text) !== stringWidth(text)) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it('count amounts with their signs and hard blanks, wide signs and accents of their own', () => {
    expect(measure('−$1.24M · 32\u{a0}%')).toBe(14);
    expect(measure('Nørdhavn – “Ligué…”')).toBe(19);
    expect(measure('日本')).toBe(4);
    expect(measure('e\u{301}')).toBe(1);
  });
});
