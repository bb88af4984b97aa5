import { expect, it } from 'vitest';
import { signedAmount } from '../../src/cli/signed-amount.ts';

it.each([
  ['+12000', 12_000],
  ['12,000.50', 12_000.5],
  ['-500', -500],
  ['− 1,250', -1250],
])('%s is %d', (typed, amount) => {
  expect(signedAmount(typed)).toBe(amount);
});

it.each(['', '0', '12k', '1,2', '12.000,50', '1e5', '++3', 'twelve', '9'.repeat(17)])('"%s" is no amount', (typed) => {
  expect(signedAmount(typed)).toBeUndefined();
});
