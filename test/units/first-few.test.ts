import { expect, test } from 'vitest';
import { firstFew } from '../../src/units/first-few.ts';

test('a list that fits is said whole', () => {
  expect(firstFew(['Ana', 'Ben'], 2)).toBe('Ana, Ben');
  expect(firstFew([], 2)).toBe('');
});

test('what a longer list leaves out is counted', () => {
  expect(firstFew(['Ana', 'Ben', 'Cy'], 2)).toBe('Ana, Ben and 1 more');
  expect(
    firstFew(
      Array.from({ length: 1202 }, (_, at) => at),
      2,
    ),
  ).toBe('0, 1 and 1,200 more');
});

test('entries with commas of their own are set apart by another sign', () => {
  expect(firstFew(['x, y', 'z', 'w'], 2, { between: '; ', more: 'more such groups' })).toBe(
    'x, y; z and 1 more such groups',
  );
});
