import * as z from 'zod';
import { singleLine } from '../units/clean-text.ts';
import { parsePlainDate, type PlainDate } from '../units/plain-date.ts';

// Cells of the tool's own CSV files. Each carries in its metadata what it holds, so that a workbook made from a table knows its columns.

/** What a cell of a CSV file holds, as `meta({ cell })` says it. */
export type CellKind = 'text' | 'number' | 'date' | 'choice';

/** The value of a cell that is written as most are; undefined for one that its schema must judge. */
export type PlainCell = (cell: string) => string | number | undefined;

/** Cells that can be read without their schema, which takes several times as long: a table of deals has thousands of each kind. */
const plainCells = z.registry<{ read: PlainCell }>();

/** How the cells of a column are read without its schema; undefined where nothing of it can be. */
export function plainCellOf(column: z.core.$ZodType): PlainCell | undefined {
  const known = plainCells.get(column)?.read;
  return known ?? (column instanceof z.ZodOptional ? plainCellOf(column.def.innerType) : undefined);
}

const LONGEST_TEXT = 2000;
const LARGEST_NUMBER = 1e15;

const plainText: PlainCell = (cell) => (cell.length <= LONGEST_TEXT ? singleLine(cell) || undefined : undefined);

const plainNumber: PlainCell = (cell) => {
  const value = /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : NaN;
  return Math.abs(value) <= LARGEST_NUMBER ? value : undefined;
};

/** Text, empty where nothing is known. */
export const text = z
  .string()
  .max(LONGEST_TEXT, 'at most 2,000 characters')
  .transform((cell) => singleLine(cell) || undefined)
  .meta({ cell: 'text' })
  .register(plainCells, { read: plainText });

/** Text that must be there. */
export const requiredText = z
  .string()
  .max(LONGEST_TEXT)
  .transform(singleLine)
  .pipe(z.string().min(1, 'must not be empty'))
  .meta({ cell: 'text' })
  .register(plainCells, { read: plainText });

/** A number with a point and without thousands, or nothing. */
export const number = z
  .string()
  .regex(/^\s*(-?\d+(\.\d+)?)?\s*$/, 'a number is written with a point and without thousands, for example 1240.50')
  .transform((cell) => (cell.trim() === '' ? undefined : Number(cell)))
  .refine((value) => value === undefined || Math.abs(value) <= LARGEST_NUMBER, 'the number is too large')
  .meta({ cell: 'number' })
  .register(plainCells, { read: plainNumber });

const plainPercent: PlainCell = (cell) => {
  const value = plainNumber(cell) as number | undefined;
  return value !== undefined && value >= 0 && value <= 100 ? value : undefined;
};

/** A share of a whole in percent, or nothing. */
export const percent = number
  .refine(
    (value) => value === undefined || (value >= 0 && value <= 100),
    'a percentage lies from 0 to 100, for example 45',
  )
  .meta({ cell: 'number' })
  .register(plainCells, { read: plainPercent });

const isDate = (cell: string): boolean => parsePlainDate(cell.trim()) !== undefined;

/** A day, or nothing. */
export const date = z
  .string()
  .refine((cell) => cell.trim() === '' || isDate(cell), 'a date is written YYYY-MM-DD')
  .transform((cell): PlainDate | undefined => parsePlainDate(cell.trim()))
  .meta({ cell: 'date' })
  .register(plainCells, { read: parsePlainDate });

/** A day that must be there. */
export const requiredDate = z
  .string()
  .refine(isDate, 'a date is written YYYY-MM-DD')
  .transform((cell): PlainDate => parsePlainDate(cell.trim())!)
  .meta({ cell: 'date' })
  .register(plainCells, { read: parsePlainDate });

/** One of a few words, or nothing. */
export const oneOf = <const T extends readonly string[]>(allowed: T) =>
  z
    .string()
    .refine((cell) => cell.trim() === '' || allowed.includes(cell.trim()), {
      message: 'is not one of the allowed values',
      params: { allowed },
    })
    .transform((cell) => (cell.trim() === '' ? undefined : (cell.trim() as T[number])))
    .meta({ cell: 'choice', allowed });
