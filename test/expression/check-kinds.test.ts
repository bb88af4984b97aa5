import { describe, expect, it } from 'vitest';
import { checkKinds, type ExpressionKind } from '../../src/expression/check-kinds.ts';
import { ExpressionError } from '../../src/expression/expression.ts';
import { parseExpression } from '../../src/expression/parse.ts';

const KINDS: Readonly<Record<string, ExpressionKind>> = { amount: 'number', stage: 'text', won: 'flag' };
const kindOf = (text: string) => checkKinds(parseExpression(text), (name) => KINDS[name]);

describe('the kinds of an expression are checked before any figure is there', () => {
  it.each([
    ['amount * 2 + 1', 'number'],
    ['min(amount, 3)', 'number'],
    ['-amount', 'number'],
    ['"Propose"', 'text'],
    ['amount > 3 and not won', 'flag'],
    ['known(stage) or stage == "Propose"', 'flag'],
    ['if(won, amount, 0)', 'number'],
    ['if(won, amount, stage)', undefined],
    ['stage < "P"', 'flag'],
  ])('%s is a %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it.each([
    ['amount > "much"', '> orders two numbers or two texts, but here are a number and a text.'],
    ['won < won', '< orders two numbers or two texts, but here are a yes or no and a yes or no.'],
    ['stage + 1', '+ works on numbers, but this is a text.'],
    ['amount and won', 'and joins conditions, but this is a number.'],
    ['not stage', 'not is put before a condition, but this is a text.'],
    ['if(amount, 1, 2)', 'if() starts with a condition, but this is a number.'],
    ['won and (amount > 1 or stage)', 'or joins conditions, but this is a text.'],
  ])('%s is refused where evaluating would stop only with data', (text, message) => {
    expect(() => kindOf(text)).toThrow(new ExpressionError(message, 0).message);
  });
});
