import { describe, expect, it } from 'vitest';
import { chooseRule, conditionHolds, fillPattern, type StoryFigures } from '../../src/domain/story.ts';
import { parseExpression } from '../../src/expression/parse.ts';
import { formatSentence } from '../../src/units/format.ts';
import { amount, count, none, share, text } from '../../src/units/value.ts';

const format = { locale: 'en-GB' } as const;
const figures: StoryFigures = {
  values: {
    pace: share(0.9),
    deals: count(1),
    won: amount(1200, 'USD'),
    coverage: { kind: 'missing', reason: 'no target' },
    nothing: none,
    partner: text('Braces {pace} & Sons'),
  },
  columns: new Set(['next_step']),
};

type Line = readonly [when: string, text: string];

function rules(lines: readonly Line[]) {
  return lines.map(([when, pattern]) => ({ when: parseExpression(when), text: pattern }));
}

function chosen(...lines: readonly Line[]): string | undefined {
  const found = chooseRule(rules(lines), figures);
  return found && formatSentence(found.sentence, format);
}

describe('the sentence a page says', () => {
  it('is the first whose condition holds', () => {
    expect(chosen(['pace >= 1', 'ahead'], ['pace >= 0.8', 'near'], ['otherwise', 'behind'])).toBe('near');
  });

  it('is never one that speaks of an unknown figure, even where its condition holds', () => {
    expect(chosen(['otherwise', 'coverage of {coverage}'], ['otherwise', 'plain'])).toBe('plain');
    expect(chosen(['otherwise', 'of {not_a_figure}'], ['otherwise', 'plain'])).toBe('plain');
    expect(chosen(['otherwise', 'of {nothing}'])).toBeUndefined();
  });

  it('does not take unknown for zero, nor for not zero', () => {
    expect(chosen(['coverage == 0', 'zero'], ['coverage != 0', 'not zero'], ['not known(coverage)', 'unknown'])).toBe(
      'unknown',
    );
  });

  it('prints a count with the right word', () => {
    expect(chosen(['deals > 0', '{deals|deal is|deals are} open'])).toBe('1 deal is open');
  });

  it('prints braces in a name as they are', () => {
    expect(chosen(['otherwise', 'We meet {partner}'])).toBe('We meet Braces {pace} & Sons');
  });

  it('is none where no condition holds', () => {
    expect(chosen(['pace > 1', 'ahead'])).toBeUndefined();
    expect(chosen()).toBeUndefined();
  });

  it('may ask whether a column of the deals was loaded', () => {
    expect(conditionHolds(parseExpression('column_loaded(next_step)'), figures)).toBe(true);
    expect(conditionHolds(parseExpression('column_loaded(last_activity)'), figures)).toBe(false);
  });
});

describe('a sentence that has to fit', () => {
  const long = `Bookings ${'reach '.repeat(20)}{pace}`;
  const fitting = (...lines: readonly Line[]) =>
    formatSentence(chooseRule(rules(lines), figures, { characters: 30, format })!.sentence, format);

  it('gives way to the next one that holds and fits, measured with its figures filled in', () => {
    expect(fitting(['otherwise', long], ['pace > 1', 'wrong'], ['otherwise', 'short {pace}'])).toBe('short 90\u00a0%');
  });

  it('stays where none fits: a page cuts it rather than saying nothing', () => {
    expect(fitting(['otherwise', long], ['otherwise', `${long} again`])).toMatch(/^Bookings reach/);
    expect(fitting(['otherwise', long], ['otherwise', `${long} again`])).not.toMatch(/again/);
  });

  it('of exactly the allowed length fits', () => {
    expect(fitting(['otherwise', 'x'.repeat(30)], ['otherwise', 'next'])).toBe('x'.repeat(30));
    expect(fitting(['otherwise', 'x'.repeat(31)], ['otherwise', 'next'])).toBe('next');
  });
});

describe('a pattern filled with figures', () => {
  it('keeps the typed values beside the words', () => {
    expect(fillPattern('{won} won', figures)).toEqual({ pattern: '{won} won', values: { won: amount(1200, 'USD') } });
  });

  it('does not mistake what every object inherits for a figure', () => {
    expect(fillPattern('{constructor}', figures)).toBeUndefined();
    expect(conditionHolds(parseExpression('known(toString)'), figures)).toBe(false);
  });
});
