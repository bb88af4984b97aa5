import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countFormats, countLabels } from '../../src/document/count-label.ts';
import { formatRoughCount } from '../../src/units/format.ts';

const ROOMY = () => true;

test.each([
  [320.4, '320'],
  [17.5, '18'],
  [9.96, '10'],
  [9.64, '9.6'],
  [4, '4'],
  [3.97, '4'],
  [0.8, '0.8'],
  [0.04, '<0.1'],
  [0, '0'],
  [-0, '0'],
  [12_400, '12,400'],
  [-3.5, '−3.5'],
  [Number.NaN, 'n/a'],
  [Number.POSITIVE_INFINITY, 'n/a'],
])('a planned count of %d leads is printed as %s', (count, printed) => {
  expect(formatRoughCount(count)).toBe(printed);
});

test('a count that is more than nothing is never printed as 0', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 1e12, noNaN: true }), (count) => {
      expect(formatRoughCount(count)).not.toMatch(/^0(?:\.0)?$/);
    }),
  );
});

test('counts are printed in full where there is room, shortened where there is less, and not at all where they would touch', () => {
  const counts = [34_800, 6_600, 4, null];
  const printed = (room: number) => {
    const label = countLabels(counts, (text) => text.length <= room);
    return label && counts.map((count) => (count === null ? '' : label(count).text));
  };
  expect(printed(6)).toEqual(['34,800', '6,600', '4', '']);
  expect(printed(5)).toEqual(['35K', '6.6K', '4', '']);
  expect(printed(3)).toBeUndefined();
});

test('each count that is not whole brings the number format that prints it so in Office, and only those', () => {
  const label = countLabels([320, 0.8, 4, 0.04, null], ROOMY)!;
  expect(countFormats([320, 0.8, 4, 0.04, null], label)).toEqual({
    format: '#,##0;"−"#,##0',
    points: [
      { index: 1, format: '#,##0.0;"−"#,##0.0' },
      { index: 3, format: '"<0.1"' },
    ],
  });
  const short = countLabels([1_240_000, 6_600], (text) => text.length <= 5)!;
  expect(short(1_240_000)).toEqual({ text: '1.24M', format: '#,##0.00,,"M";"−"#,##0.00,,"M"' });
  expect(short(6_600)).toEqual({ text: '6.6K', format: '#,##0.0,"K";"−"#,##0.0,"K"' });
});
