import * as z from 'zod';
import { singleLine } from '../units/clean-text.ts';
import { parsePlainDate, type PlainDate } from '../units/plain-date.ts';

// Cells of the tool's own CSV files. Each carries in its metadata what it holds, so that a workbook made from a table knows its columns.

/** What a cell of a CSV file holds, as `meta({ cell })` says it. */
export type CellKind = 'text' | 'number' | 'date' | 'choice';

/** Text, empty where nothing is known. */
export const text = z
  .string()
  .max(2000, 'at most 2,000 characters')
  .transform((cell) => singleLine(cell) || undefined)
  .meta({ cell: 'text' });

/** Text that must be there. */
export const requiredText = z
  .string()
  .max(2000)
  .transform(singleLine)
  .pipe(z.string().min(1, 'must not be empty'))
  .meta({ cell: 'text' });

/** A number with a point and without thousands, or nothing. */
export const number = z
  .string()
  .regex(/^\s*(-?\d+(\.\d+)?)?\s*$/, 'a number is written with a point and without thousands, for example 1240.50')
  .transform((cell) => (cell.trim() === '' ? undefined : Number(cell)))
  .refine((value) => value === undefined || Math.abs(value) <= 1e15, 'the number is too large')
  .meta({ cell: 'number' });

const isDate = (cell: string): boolean => parsePlainDate(cell.trim()) !== undefined;

/** A day, or nothing. */
export const date = z
  .string()
  .refine((cell) => cell.trim() === '' || isDate(cell), 'a date is written YYYY-MM-DD')
  .transform((cell): PlainDate | undefined => parsePlainDate(cell.trim()))
  .meta({ cell: 'date' });

/** A day that must be there. */
export const requiredDate = z
  .string()
  .refine(isDate, 'a date is written YYYY-MM-DD')
  .transform((cell): PlainDate => parsePlainDate(cell.trim())!)
  .meta({ cell: 'date' });

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
