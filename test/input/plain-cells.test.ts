import fc from 'fast-check';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { PARTNER_TABLES } from '../../src/input/partner-tables.ts';
import { plainCellOf } from '../../src/schema/csv-cells.ts';

const COLUMNS = Object.entries(PARTNER_TABLES).flatMap(([table, { schema }]) =>
  Object.entries(schema.shape).map(([column, check]) => ({ name: `${table}.${column}`, check: check as z.ZodType })),
);
const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ minLength: 1995, maxLength: 2005 }),
  fc.stringMatching(/^ ?-?\d{1,17}(\.\d{1,3})? ?$/),
  fc.stringMatching(/^ ?\d{4}-[01]\d-[0-3]\d ?$/),
  fc.constantFrom('', ' ', '-0', '1e3', '2024-02-29', '2023-02-29', 'a\u00a0b', 'two\nlines'),
);

describe('cells that are read without their schema', () => {
  it('hold what the schema says they hold, in every column of every table', () => {
    fc.assert(
      fc.property(cell, (written) => {
        for (const { name, check } of COLUMNS) {
          const plain = plainCellOf(check)?.(written);
          if (plain === undefined) continue;
          expect({ name, ...z.safeParse(check, written) }).toEqual({ name, success: true, data: plain });
        }
      }),
    );
  });

  it('are most of what a table of deals holds', () => {
    const { shape } = PARTNER_TABLES.deals.schema;
    expect(plainCellOf(shape.name)?.('Edge, big')).toBe('Edge, big');
    expect(plainCellOf(shape.amount)?.('1240.50')).toBe(1240.5);
    expect(plainCellOf(shape.close_date)?.('2026-02-28')).toBe('2026-02-28');
    expect(plainCellOf(shape.status)).toBeUndefined();
  });
});
