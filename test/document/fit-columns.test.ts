import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitColumns } from '../../src/document/fit-columns.ts';

const fixed = (natural: number) => ({ natural, least: natural, soft: false });

test('columns that fit keep their natural widths', () => {
  expect(fitColumns([fixed(10), fixed(20)], 40, 2)).toEqual([10, 20]);
});

test('a soft column gives up half of its width before a name gives any', () => {
  const columns = [{ natural: 30, least: 10, soft: false }, { natural: 20, least: 8, soft: true }, fixed(10)];
  expect(fitColumns(columns, 50, 2)).toEqual([26, 10, 10]);
});

test('a number is never narrowed: a soft column leaves, then the last one, never the first', () => {
  const soft = { natural: 20, least: 8, soft: true };
  expect(fitColumns([fixed(10), soft, fixed(10)], 24, 2)).toEqual([10, undefined, 10]);
  expect(fitColumns([fixed(10), fixed(10), fixed(10)], 23, 2)).toEqual([10, 10, undefined]);
  expect(fitColumns([fixed(99)], 23, 2)).toEqual([23]);
});

test('the columns of a table are never wider than the table, and no column is below its least', () => {
  const column = fc
    .record({
      natural: fc.integer({ min: 0, max: 300 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
      soft: fc.boolean(),
    })
    .map(({ natural, part, soft }) => ({ natural, least: Math.round(natural * part), soft }));
  fc.assert(
    fc.property(
      fc.array(column, { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 1, max: 400 }),
      (columns, width) => {
        const widths = fitColumns(columns, width, 2);
        const kept = widths.filter((w) => w !== undefined);
        expect(widths[0]).toBeDefined();
        expect(kept.reduce((sum, w) => sum + w, (kept.length - 1) * 2)).toBeLessThanOrEqual(
          Math.max(width, widths[0]!) + 1e-6,
        );
        widths.forEach((w, index) => {
          if (w !== undefined) expect(w).toBeGreaterThanOrEqual(Math.min(columns[index]!.least, width) - 1e-6);
        });
      },
    ),
  );
});
