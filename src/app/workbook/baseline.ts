import { alikeRecords } from '../../units/alike-records.ts';
import { packText, unpackLines } from '../../ooxml/packed-text.ts';
import type { CellValue, TableRow } from '../tables/table.ts';

/** Name of the very hidden sheet that remembers what a workbook held when it was written. */
export const BASELINE_SHEET = 'cam baseline';

/** What a workbook held when it was written: with it, bringing the workbook back knows what a person changed in it. */
export interface Baseline {
  /** Name of the territory, for people. */
  readonly territory: string;
  /** The day the workbook speaks of. */
  readonly asOf: string;
  /** The tables that are in the workbook, each with its rows. */
  readonly tables: readonly BaselineTable[];
  /** Set when the workbook holds some partners only: their ids. */
  readonly partners?: readonly string[];
  /** Every file of the territory, when the workbook holds all of it: comments, reviews and snapshots that no sheet shows. */
  readonly files?: readonly BaselineFile[];
}

export interface BaselineTable {
  readonly id: string;
  /** Names of the columns as they were. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface BaselineFile {
  /** Relative to the territory, with forward slashes. */
  readonly path: string;
  readonly content: string;
}

const MARK = 'cam workbook';
const FORMAT = '1';
const WARNING = 'Written by cam. With it, "cam import" knows what you changed. Please leave it as it is.';

/** The cells of the baseline's sheet, row by row: the mark, the format, words for people; then the packed rows and files. */
export function baselineCells(baseline: Baseline): readonly (readonly string[])[] {
  const packed = packText(linesOf(baseline));
  return [
    [MARK, FORMAT, baseline.territory, baseline.asOf, String(packed.length), WARNING],
    ...packed.map((cell) => [cell]),
  ];
}

/** A baseline read back: of a format that is ours, damaged, or of a later version of the tool. */
export type BaselineReading =
  | { readonly kind: 'baseline'; readonly baseline: Baseline }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'later' };

/** The baseline that the cells of a sheet hold; undefined when the sheet is not one. */
export function readBaseline(rows: readonly (readonly string[])[]): BaselineReading | undefined {
  const [mark, ...packed] = rows;
  if (mark?.[0] !== MARK) return undefined;
  if (mark[1] !== FORMAT) return { kind: 'later' };
  const cells = packed.flatMap(([cell]) => (cell ? [cell] : []));
  const lines = String(cells.length) === mark[4] ? unpackLines(cells) : undefined;
  const baseline = lines && baselineOf(lines);
  return baseline ? { kind: 'baseline', baseline } : { kind: 'damaged' };
}

/** What is told before the rows and files: whose they are, and how many. */
interface Head extends Pick<Baseline, 'territory' | 'asOf' | 'partners'> {
  readonly tables: readonly (Omit<BaselineTable, 'rows'> & { readonly rows: number })[];
  readonly files?: number;
}

/**
 * A baseline as lines of JSON: a head, the rows of each table, the files. A row is a list, its partner first, then its values by column.
 * So a hundred thousand rows are neither written nor read as one text.
 */
function* linesOf({ tables, files, ...whose }: Baseline): Generator<string> {
  const head: Head = {
    ...whose,
    tables: tables.map(({ rows, ...table }) => ({ ...table, rows: rows.length })),
    ...(files && { files: files.length }),
  };
  yield `${JSON.stringify(head)}\n`;
  for (const { columns, rows } of tables) {
    for (const { partner, values } of rows) {
      yield `${JSON.stringify([partner ?? null, ...columns.map((column) => values[column] ?? null)])}\n`;
    }
  }
  for (const { path, content } of files ?? []) yield `${JSON.stringify({ path, content })}\n`;
}

/** The lines are not those of a baseline: somebody may have written the sheet by hand. */
class NoBaseline extends Error {}

function baselineOf(text: Iterable<string>): Baseline | undefined {
  try {
    const lines = parsedLines(text);
    const { tables, files, ...whose } = headOf(lines.next().value);
    return {
      ...whose,
      tables: tables.map((table) => ({ ...table, rows: rowsOf(table, lines) })),
      ...(files !== undefined && { files: Array.from({ length: files }, () => fileOf(lines.next().value)) }),
    };
  } catch (error) {
    if (error instanceof NoBaseline) return undefined;
    throw error;
  }
}

function* parsedLines(lines: Iterable<string>): Generator<unknown, undefined> {
  for (const line of lines) {
    try {
      yield JSON.parse(line);
    } catch {
      throw new NoBaseline();
    }
  }
}

function headOf(value: unknown): Head {
  const head = value as Partial<Head> | null | undefined;
  const isSound =
    Array.isArray(head?.tables) &&
    head.tables.every(
      ({ id, columns, rows }) => typeof id === 'string' && Array.isArray(columns) && Number.isInteger(rows),
    );
  if (!isSound) throw new NoBaseline();
  return head as Head;
}

/** Different texts of one column that are kept once: the names of stages and people repeat, ids do not. */
const MOST_KEPT_ONCE = 5_000;

function rowsOf({ columns, rows }: Head['tables'][number], lines: Iterator<unknown>): TableRow[] {
  const known = ['partner', ...columns].map(() => new Map<string, string>());
  const kept = (value: CellValue, at: number): CellValue => {
    if (typeof value !== 'string') return value;
    const texts = known[at]!;
    const same = texts.get(value);
    if (same === undefined && texts.size < MOST_KEPT_ONCE) texts.set(value, value);
    return same ?? value;
  };
  const record = alikeRecords<CellValue>(columns);
  return Array.from({ length: rows }, (): TableRow => {
    const [partner, ...cells] = rowCells(lines.next().value);
    const values = record(cells.map((cell, at) => (cell === null ? undefined : kept(cell, at + 1))));
    return { ...(partner != null && { partner: String(kept(partner, 0)) }), values };
  });
}

function rowCells(value: unknown): readonly (CellValue | null)[] {
  const isRow =
    Array.isArray(value) && value.every((cell) => cell === null || /^(string|number|boolean)$/.test(typeof cell));
  if (!isRow) throw new NoBaseline();
  return value as readonly (CellValue | null)[];
}

/** A path that stays inside the territory, and a text. */
function fileOf(value: unknown): BaselineFile {
  const { path = '', content } = (value ?? {}) as Partial<BaselineFile>;
  const isInside = /^(cam|products|funds)\.yaml$|^(mappings|templates|channel|partners)(\/[^/\\:]+)+$/.test(path);
  if (!isInside || path.split('/').includes('..') || typeof content !== 'string') throw new NoBaseline();
  return { path, content };
}
