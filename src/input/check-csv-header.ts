import type * as z from 'zod';
import { detailsOf, quote } from './check-values.ts';
import type { PlaceProblem, Problem, TextRange } from './problem.ts';
import type { CsvRow } from './split-csv.ts';

/** The columns of a table in their order, and where its first row of data starts. */
export interface CsvHeader {
  readonly columns: readonly string[];
  readonly next: number;
  readonly problems: readonly Problem[];
}

/** Checks the row of column names: each known, none twice, none of the required ones missing. */
export function checkHeader(row: CsvRow | undefined, schema: z.ZodObject, place: PlaceProblem): CsvHeader {
  const known = Object.keys(schema.shape);
  if (!row) {
    const message = 'the file is empty; its first row names the columns';
    return { columns: [], next: 0, problems: [place(undefined, { message, allowed: known })] };
  }
  if (row.mistake)
    return { columns: [], next: 0, problems: [place(row.mistake.range, { message: row.mistake.message })] };
  const columns = row.cells.map((cell) => cell.trim());
  const wrongColumns = columns.flatMap((column, index) => {
    const words = wordsAbout(column, columns.indexOf(column) < index, known);
    return words ? [place(rangeOfCell(row, index), words)] : [];
  });
  const missing = known.filter((column) => !columns.includes(column) && isRequired(schema.shape[column]!));
  const range = { start: row.starts[0]!, end: row.next };
  const missingColumns = missing.map((column) => place(range, { message: `the column ${quote(column)} is missing` }));
  return { columns, next: row.next, problems: [...wrongColumns, ...missingColumns] };
}

function wordsAbout(column: string, again: boolean, known: readonly string[]) {
  if (column === '') return { message: 'the column has no name' };
  if (again) return { message: `the column ${quote(column)} stands here a second time`, written: column };
  if (known.includes(column)) return undefined;
  return {
    message: `${quote(column)} is not a column of this file`,
    ...detailsOf({ written: column, allowed: known }),
  };
}

function rangeOfCell(row: CsvRow, index: number): TextRange {
  return { start: row.starts[index]!, end: (row.starts[index + 1] ?? row.next) - 1 };
}

function isRequired(schema: z.core.$ZodType): boolean {
  return schema._zod.optin !== 'optional';
}
