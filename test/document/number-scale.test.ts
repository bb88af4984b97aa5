import { expect, test } from 'vitest';
import { numberScale } from '../../src/document/number-scale.ts';

test.each([
  [[900, 1_200], 'USD', '1,200'],
  [[118_000, 1_200], 'USD thousand', '1'],
  [[12_340_000, 1_200_000], 'USD million', '1.2'],
  [[98_000_000_000, 1_200_000_000], 'USD billion', '1.2'],
])('amounts up to %j are printed in %s', (amounts, unit, printed) => {
  const scale = numberScale(amounts, 'USD');
  expect(scale.unit).toBe(unit);
  expect(scale.print(amounts[1]!)).toBe(printed);
});

test('a small amount never reads as nothing, and nothing reads as zero', () => {
  const { print } = numberScale([500_000], 'USD');
  expect(print(400)).toBe('<1');
  expect(print(0)).toBe('0');
  expect(print(-400)).toBe('>−1');
  expect(print(-12_400)).toBe('−12');
});

test('gaps do not count', () => {
  expect(numberScale([null, null], 'EUR').unit).toBe('EUR');
});
