import * as z from 'zod';
import { plainCellOf, type PlainCell } from '../schema/csv-cells.ts';
import type { Table } from '../schema/territory.ts';
import { onceFor } from '../units/once-for.ts';
import { blankRecord } from '../units/alike-records.ts';
import { allowedBy, clauseAbout, detailsOf, quote } from './check-values.ts';
import { checkHeader } from './check-csv-header.ts';
import { checkIdentity } from './check-csv-identity.ts';
import { plainWords } from './describe-issue.ts';
import { placeProblemsIn, type PlaceProblem, type Problem, type ProblemDetails } from './problem.ts';
import { readCsvRow, type CsvRow } from './split-csv.ts';

/** A table, or everything that is wrong with it. */
export interface TableReading<T> {
  /** Undefined when the file has an error. */
  readonly value?: Table<T>;
  readonly problems: readonly Problem[];
  /** A problem at a cell, for checks that need other files; `row` counts from 0. */
  problemAt(row: number, column: keyof T, details: ProblemDetails): Problem;
}

export interface TableRequest<S extends z.ZodObject> {
  /** One field a column; a column that is not optional must be there. */
  readonly schema: S;
  /** Columns that together name a row; two rows with the same are a problem. */
  readonly identity: readonly (keyof z.output<S> & string)[];
}

interface Cells {
  readonly text: string;
  readonly columns: readonly string[];
  /** Offsets of the data rows. */
  readonly offsets: number[];
  readonly rows: Record<string, unknown>[];
  readonly problems: Problem[];
  readonly place: PlaceProblem;
}

/** Different texts of one column that are remembered, from file to file: few words are chosen from, and many cells are empty. */
const MOST_REMEMBERED = 1000;
/** Further problems of a file are counted, not listed. */
const MOST_PROBLEMS = 100;

/**
 * Reads one of the tool's own CSV files: comma, quotes as in RFC 4180, UTF-8, column names in the first row. A column that is
 * absent was not loaded, an empty cell holds nothing. Every problem is named with line, column and the column's name.
 */
export function readCsvTable<S extends z.ZodObject>(
  text: string,
  file: string,
  { schema, identity }: TableRequest<S>,
): TableReading<z.output<S>> {
  const place = placeProblemsIn(file, text);
  const header = checkHeader(nextRow(text, 0), schema, place);
  const cells: Cells = { text, columns: header.columns, offsets: [], rows: [], problems: [...header.problems], place };
  if (header.problems.length === 0) readRows(header.next, schema, cells);
  const problemAt: TableReading<z.output<S>>['problemAt'] = (row, column, details) =>
    placeCell(cells, { offset: cells.offsets[row]!, column: String(column) }, details);
  if (cells.problems.length === 0) {
    cells.problems.push(...checkIdentity(cells.rows, identity, { problemAt, lineOf: (row) => lineOf(cells, row) }));
  }
  const sound = cells.problems.length === 0;
  const table = { path: file, columns: new Set(header.columns), rows: cells.rows } as unknown as Table<z.output<S>>;
  return { ...(sound && { value: table }), problems: limited(cells.problems, file), problemAt };
}

function readRows(start: number, schema: z.ZodObject, cells: Cells): void {
  const checks = cells.columns.map((column) => checkOf(schema.shape[column]!));
  const blank = blankRecord(cells.columns);
  for (let row = nextRow(cells.text, start); row; row = nextRow(cells.text, row.next)) {
    const offset = row.starts[0]!;
    if (row.mistake) {
      cells.problems.push(cells.place(row.mistake.range, { message: row.mistake.message }));
    } else if (row.cells.length !== cells.columns.length) {
      const message = `the row has ${row.cells.length} cells, the first row has ${cells.columns.length} columns`;
      cells.problems.push(cells.place({ start: offset, end: row.next }, { message, remedy: REMEDY_FOR_CELLS }));
    } else {
      cells.offsets.push(offset);
      cells.rows.push(checkRow(row, { checks, blank }, cells));
    }
  }
}

const REMEDY_FOR_CELLS = 'Put a cell that holds a comma in quotes.';

function checkRow(
  row: CsvRow,
  { checks, blank }: { readonly checks: readonly CellCheck[]; readonly blank: Readonly<Record<string, undefined>> },
  cells: Cells,
): Record<string, unknown> {
  const values: Record<string, unknown> = { ...blank };
  cells.columns.forEach((column, index) => {
    const written = row.cells[index]!;
    const { plain, full } = checks[index]!;
    const quick = plain?.(written);
    const outcome = quick === undefined ? full(written) : undefined;
    if (!outcome) values[column] = quick;
    else if (outcome.success) values[column] = outcome.data;
    else cells.problems.push(...outcome.error.issues.map((issue) => cellProblem(issue, { row, index, column }, cells)));
  });
  return values;
}

function cellProblem(
  issue: z.core.$ZodIssue,
  { row, index, column }: { readonly row: CsvRow; readonly index: number; readonly column: string },
  { place }: Cells,
): Problem {
  const written = row.cells[index]!;
  const start = row.starts[index]!;
  return place(
    { start, end: (row.starts[index + 1] ?? row.next) - 1 },
    {
      path: column,
      message: clauseAbout(quote(written), issue.message),
      ...detailsOf({ written, allowed: allowedBy(issue) }),
    },
  );
}

interface CellCheck {
  /** For cells written as most are. */
  readonly plain: PlainCell | undefined;
  readonly full: (cell: string) => z.ZodSafeParseResult<unknown>;
}

const checkOf = onceFor((schema: z.core.$ZodType): CellCheck => ({
  plain: plainCellOf(schema),
  full: rememberedCheck(schema),
}));

function rememberedCheck(schema: z.core.$ZodType): CellCheck['full'] {
  const remembered = new Map<string, z.ZodSafeParseResult<unknown>>();
  return (cell) => {
    const known = remembered.get(cell);
    if (known) return known;
    // Handing the words in costs as much again as the check itself: only for what fails.
    const quick = z.safeParse(schema, cell);
    const outcome = quick.success ? quick : z.safeParse(schema, cell, { error: plainWords });
    if (remembered.size < MOST_REMEMBERED) remembered.set(cell, outcome);
    return outcome;
  };
}

/** The row at an offset, blank lines passed over; undefined at the end of the text. */
function nextRow(text: string, offset: number): CsvRow | undefined {
  for (let at = offset; at < text.length;) {
    const row = readCsvRow(text, at);
    if (row.mistake || row.cells.length > 1 || row.cells[0] !== '') return row;
    at = row.next;
  }
  return undefined;
}

function placeCell(
  { text, columns, place }: Cells,
  { offset, column }: { readonly offset: number; readonly column: string },
  details: ProblemDetails,
): Problem {
  const { starts, next } = readCsvRow(text, offset);
  const index = columns.indexOf(column);
  return place({ start: starts[index]!, end: (starts[index + 1] ?? next) - 1 }, { path: column, ...details });
}

function lineOf({ offsets, place }: Cells, row: number): number {
  const start = offsets[row]!;
  return place({ start, end: start + 1 }, { message: '' }).line!;
}

function limited(problems: readonly Problem[], file: string): readonly Problem[] {
  if (problems.length <= MOST_PROBLEMS) return problems;
  const message = `${problems.length - MOST_PROBLEMS} further problems of this file are not listed`;
  return [...problems.slice(0, MOST_PROBLEMS), { severity: 'error', file, message }];
}
