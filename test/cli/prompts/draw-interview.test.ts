import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import stringWidth from 'string-width';
import { drawInterview } from '../../../src/cli/prompts/interview/draw-interview.ts';
import { start, type Interview } from '../../../src/domain/interview/interview.ts';
import { view } from '../../../src/domain/interview/view.ts';
import { EVERY_KIND, levels, pressAll, proposal, scales } from '../../domain/interview/given-questions.ts';

const PLAIN = { width: 80, height: 24, unicode: true, colour: false };

function drawn(interview: Interview, space = PLAIN, beside?: string) {
  const seen = view(interview);
  if (seen.stage === 'over') throw new Error('Nothing is drawn of an interview that is over.');
  return drawInterview({ title: 'Bluefjord IT · Capability', opening: [], view: seen, beside }, space);
}

describe('a question on the screen', () => {
  it('shows position and time, every level, the way around it, and the keys last', () => {
    const seen = drawn(pressAll(start(scales(13), { notApplicable: 'This does not apply to us' }), '123', '<down>'));
    expect(seen.lines).toEqual([
      'Bluefjord IT · Capability',
      '',
      'Section 2   question 4 of 13 · about 3 minutes left',
      '',
      '  How far is q4?',
      '',
      '› 1  not yet  ',
      '  2  a little',
      '  3  in part',
      '  4  mostly',
      '  5  fully',
      '',
      '  x  This does not apply to us',
      '',
      '  1–5 answer   Enter next   s skip   b back   q save and quit',
    ]);
    expect(seen.cursor).toBeUndefined();
  });

  it('carries the score beside the title, where there is room', () => {
    const [first] = drawn(start(scales(2)), PLAIN, 'score so far 72').lines;
    expect(first).toMatch(/^Bluefjord IT · Capability +score so far 72$/);
    expect(stringWidth(first!)).toBe(79);
  });

  it('puts the cursor where the next letter goes', () => {
    const sellers = EVERY_KIND.filter(({ id }) => id === 'sellers');
    const { lines, cursor } = drawn(pressAll(start(sellers), '12', '<left>'));
    expect(lines[cursor!.row]).toBe('  › 12');
    expect(cursor!.column).toBe(5);
  });

  it('says what stood there last time', () => {
    const previous = new Map([['q1', { value: 3 }]]);
    expect(drawn(start(scales(1), { previous })).lines).toContain('› 3  in part · last time  ');
  });

  it('does without signs and colours on a plain terminal', () => {
    const text = drawn(start(scales(13)), { ...PLAIN, unicode: false }).lines.join('\n');
    expect(text).toMatch(/^[\n -~]*$/);
    expect(text).toContain('question 1 of 13 - about 4 minutes left');
  });

  it('keeps the line that stands out in sight where the screen is too low for all', () => {
    const text = 'a text that takes more than one row on a narrow screen, as some of them do';
    const long = levels('long', { levels: [1, 2, 3, 4, 5].map((level) => ({ level, text: `${level} ${text}` })) });
    const { lines } = drawn(pressAll(start([long]), '<up>'), { ...PLAIN, width: 44, height: 14 });
    expect(lines).toHaveLength(14);
    expect(lines.join('\n')).toContain('› 5  5 a text');
    expect(lines.join('\n')).toMatch(/… \d+ more lines/);
    expect(lines.at(-1)).toContain('q save and quit');
  });
});

describe('any screen', () => {
  const QUESTIONS = [...EVERY_KIND, ...['Train', 'Plan'].map(proposal)];

  it('is never wider or higher than the terminal, whatever was pressed', () => {
    const pressed = fc.array(fc.constantFrom(...'12345ynsxbg?=Ada ', '<enter>', '<down>', '<escape>'), {
      maxLength: 25,
    });
    const space = fc.record({
      width: fc.integer({ min: 60, max: 130 }),
      height: fc.integer({ min: 16, max: 50 }),
      unicode: fc.boolean(),
      colour: fc.constant(false),
    });
    fc.assert(
      fc.property(pressed, space, (words, room) => {
        const interview = pressAll(start(QUESTIONS), ...words);
        if (view(interview).stage === 'over') return;
        const { lines } = drawn(interview, room);
        expect(lines.length).toBeLessThanOrEqual(room.height);
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(room.width);
      }),
    );
  });
});
