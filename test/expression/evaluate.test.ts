import { describe, expect, it } from 'vitest';
import { evaluate, holds } from '../../src/expression/evaluate.ts';
import { ExpressionError, type ExpressionValue } from '../../src/expression/expression.ts';
import { parseExpression } from '../../src/expression/parse.ts';
import { scopeOf } from './scope-of.ts';

const figures = {
  pace: 0.85,
  coverage: 1.8,
  required_coverage: 2.6,
  bookings_ytd: 0,
  plan_to_date: 120_000,
  open_deals: 4,
  keep_at_risk: 2,
  top_tier: true,
  plan_agreed: false,
  close_date: '2026-02-15',
  as_of: '2026-02-28',
  next_step: '',
  'next.base_margin': 0.21,
  'now.base_margin': 0.18,
};
const worth = (text: string): ExpressionValue => evaluate(parseExpression(text), scopeOf(figures, ['next_step']));
const mistakeIn = (run: () => unknown): ExpressionError => {
  try {
    run();
  } catch (error) {
    if (error instanceof ExpressionError) return error;
  }
  throw new Error('An ExpressionError was expected.');
};

describe('conditions of the storyline', () => {
  it.each([
    ['pace >= 0.8 and keep_at_risk > 0', true],
    ['pace >= 1 and coverage >= required_coverage', false],
    ['coverage >= 0.7 * required_coverage', false],
    ['coverage < 0.7 * required_coverage', true],
    ['bookings_ytd == 0 and plan_to_date > 0', true],
    ['known(bookings_ytd) and not known(forecast)', true],
    ['top_tier == true', true],
    ['plan_agreed == true', false],
    ['plan_agreed == false', true],
    ['not plan_agreed and top_tier', true],
    ['close_date < as_of', true],
    ['next_step == "" and column_loaded(next_step)', true],
    ['next_step == "" and column_loaded(registration_id)', false],
    ['(open_deals >= 5 and pace > 0) or keep_at_risk > 1', true],
    ['open_deals + keep_at_risk > 5', true],
    ['otherwise', true],
  ])('%s: %s', (text, expected) => {
    expect(holds(parseExpression(text), scopeOf(figures, ['next_step']))).toBe(expected);
  });
});

describe('formulas', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['100 / 10 / 5', 2],
    ['2 * -3', -6],
    ['-2 - -3', 1],
    ['- - 4', 4],
    ['min(3, 1, 2)', 1],
    ['max(3, 1 + 3, 2)', 4],
    ['max(5)', 5],
    ['if(open_deals > 3, 10, 20)', 10],
    ['if(open_deals > 4, 10, if(top_tier, 15, 20))', 15],
    ['if(true, "yes", 0)', 'yes'],
    ['100000 * (next.base_margin - now.base_margin)', 3000],
    ['"a ""quoted"" word"', 'a "quoted" word'],
    ['0 * -1', 0],
  ])('%s is %j', (text, expected) => {
    const result = worth(text);
    if (typeof expected === 'number') expect(result).toBeCloseTo(expected, 9);
    else expect(result).toBe(expected);
  });

  it('recomputes the worth of the next tier as tiers.yaml states it', () => {
    const formula =
      'product_new * (next.base_margin - now.base_margin) + product_renewal * (next.renewal_margin - now.renewal_margin)' +
      ' + product_registered_new * (next.registration_margin - now.registration_margin)' +
      ' + (product_new + product_renewal) * (next.rebate - now.rebate)';
    const silverToGold = {
      product_new: 420_000,
      product_renewal: 180_000,
      product_registered_new: 250_000,
      'now.base_margin': 0.18,
      'now.renewal_margin': 0.1,
      'now.registration_margin': 0.04,
      'now.rebate': 0.01,
      'next.base_margin': 0.21,
      'next.renewal_margin': 0.12,
      'next.registration_margin': 0.05,
      'next.rebate': 0.015,
    };
    expect(evaluate(parseExpression(formula), scopeOf(silverToGold))).toBeCloseTo(21_700, 6);
  });

  it('reads and before or, not before both, and comparisons before not', () => {
    expect(worth('true or false and false')).toBe(true);
    expect(worth('(true or false) and false')).toBe(false);
    expect(worth('not false and false')).toBe(false);
    expect(worth('not 1 > 2')).toBe(true);
    expect(worth('not not true')).toBe(true);
    expect(worth('1 + 1 == 2 and 2 * 2 > 3')).toBe(true);
  });
});

describe('unknown is not zero', () => {
  it.each([
    'forecast > 1',
    'forecast <= 1',
    'forecast == 0',
    'forecast != 0',
    '1 < forecast',
    'forecast == forecast',
    'forecast != "x"',
  ])('no comparison with an unknown figure holds: %s', (text) => {
    expect(worth(text)).toBe(false);
  });

  it('denies a comparison that does not hold, so the negation of an unknown comparison holds', () => {
    expect(worth('not (forecast > 1)')).toBe(true);
    expect(worth('not forecast')).toBe(true);
    expect(worth('known(forecast) and not (forecast > 1)')).toBe(false);
  });

  it.each([
    'forecast + 1',
    '0 * forecast',
    '-forecast',
    'min(1, forecast)',
    'max(forecast, 5)',
    'if(true, forecast, 1)',
    'forecast',
  ])('a figure computed from an unknown one is unknown: %s', (text) => {
    expect(worth(text)).toBeUndefined();
  });

  it('counts an unknown side of and, or and if as not holding', () => {
    expect(worth('forecast and true')).toBe(false);
    expect(worth('forecast or true')).toBe(true);
    expect(worth('forecast or false')).toBe(false);
    expect(worth('if(forecast, 1, 2)')).toBe(2);
    expect(holds(parseExpression('forecast'), scopeOf({}))).toBe(false);
  });

  it('knows a zero, an empty text and a no', () => {
    for (const known of ['bookings_ytd', 'next_step', 'plan_agreed']) expect(worth(`known(${known})`)).toBe(true);
    expect(worth('known(forecast)')).toBe(false);
  });

  it('divides by zero into the unknown', () => {
    expect(worth('pace / bookings_ytd')).toBeUndefined();
    expect(worth('0 / 0')).toBeUndefined();
    expect(worth('1 / 0 > 5')).toBe(false);
    expect(worth('1 / 0 < 5')).toBe(false);
  });

  it('takes a figure that is no number for unknown', () => {
    for (const broken of [Number.NaN, Infinity, -Infinity]) {
      expect(evaluate(parseExpression('x'), scopeOf({ x: broken }))).toBeUndefined();
      expect(evaluate(parseExpression('known(x)'), scopeOf({ x: broken }))).toBe(false);
    }
  });

  it('counts no column as loaded where nothing says so', () => {
    expect(evaluate(parseExpression('column_loaded(next_step)'), { value: () => undefined })).toBe(false);
  });
});

describe('kinds that do not fit', () => {
  it.each([
    ['close_date > 3', 11, '> orders two numbers or two texts, but here are a text and a number.'],
    ['top_tier < plan_agreed', 9, '< orders two numbers or two texts, but here are a yes or no and a yes or no.'],
    ['1 + close_date', 4, '+ works on numbers, but this is a text.'],
    ['-top_tier', 1, '- works on numbers, but this is a yes or no.'],
    ['min(1, close_date)', 7, 'min() works on numbers, but this is a text.'],
    ['pace and top_tier', 0, 'and joins conditions, but this is a number.'],
    ['plan_agreed or close_date', 15, 'or joins conditions, but this is a text.'],
    ['not pace', 4, 'not is put before a condition, but this is a number.'],
    ['if(pace, 1, 2)', 3, 'if() starts with a condition, but this is a number.'],
    ['forecast + close_date', 11, '+ works on numbers, but this is a text.'],
  ])('%s is an error at %d: %s', (text, offset, message) => {
    const error = mistakeIn(() => worth(text));
    expect([error.offset, error.message]).toEqual([offset, message]);
  });

  it('asks a condition of whoever writes one', () => {
    const error = mistakeIn(() => holds(parseExpression('  pace * 2'), scopeOf(figures)));
    expect([error.offset, error.message]).toEqual([7, 'A condition is needed, but this is a number.']);
  });

  it('finds different kinds unequal without complaint', () => {
    expect(worth('close_date == 3')).toBe(false);
    expect(worth('close_date != 3')).toBe(true);
    expect(worth('top_tier == "true"')).toBe(false);
    expect(worth('1 == true')).toBe(false);
  });

  it('looks no further once a side has decided', () => {
    expect(worth('plan_agreed and close_date + 1 > 2')).toBe(false);
    expect(worth('top_tier or close_date + 1 > 2')).toBe(true);
    expect(worth('if(top_tier, 1, close_date + 1)')).toBe(1);
  });
});
