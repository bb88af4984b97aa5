import { placeOf } from '../../input/tabular/place-of.ts';
import { cellText, isBlank } from '../../input/tabular/cell-text.ts';
import type { WorkbookSheet, WorkbookSheets } from '../../input/tabular/read-sheets.ts';
import type { TextRow, TextTable } from '../../input/tabular/table-of-text.ts';
import { nearest } from '../../input/nearest.ts';
import { nameOfHeader } from '../export/column-header.ts';
import { TABLES } from '../tables/registry.ts';
import type { Table } from '../tables/table.ts';
import { readRows, type ReadRow } from './read-rows.ts';

/** A table of ours as somebody's sheet, or CSV file, holds it. */
export interface SheetTable {
  readonly table: Table;
  readonly file: string;
  /** Left out for a CSV file. */
  readonly sheet?: string;
  /** Index of each column by its name; `partner` is that of the leading one. */
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly ReadRow[];
  /** Where a row, or a cell of it, stands, in a sheet that is laid out otherwise than a row a line. */
  placeOf?(line: number, column?: string): string;
}

/** Something a person should know, with its place. */
export interface PlacedWords {
  readonly where: string;
  readonly message: string;
}

export interface SheetTables {
  readonly tables: readonly SheetTable[];
  readonly notes: readonly PlacedWords[];
}

/** Rows above the headers that are looked at: somebody may have put a title there. */
const ROWS_ABOVE = 20;
/** A CSV file of ours is known by nearly all of its columns: a few headers alone may be anybody's. */
const MAY_LACK = 0.25;
/** With fewer headings a sheet of another name may be anybody's. */
const LEAST_HEADINGS = 6;

/** The sheets of a workbook that are tables of ours, by their names. */
export function sheetTables({ file, sheets }: WorkbookSheets): SheetTables {
  const notes: PlacedWords[] = [];
  const named = new Map(sheets.map((sheet) => [sheet, tableOfName(sheet)]));
  const taken = new Set(named.values());
  const tables = sheets.flatMap((sheet): readonly SheetTable[] => {
    const table = named.get(sheet) ?? tableOfHeadings(sheet);
    if (!table) return [];
    if (!named.get(sheet)) {
      const isCopy = taken.has(table);
      const message = isCopy
        ? `is laid out as the sheet ${table.title}, which is there as well: only ${table.title} was read`
        : `was read as the sheet ${table.title}, whose headings it has`;
      notes.push({ where: `${file} ${sheet.name}`, message });
      if (isCopy) return [];
      taken.add(table);
    }
    const found = tableInSheet(table, { file, sheet });
    notes.push(...found.notes);
    return found.table ? [found.table] : [];
  });
  return { tables, notes };
}

function tableOfName(sheet: WorkbookSheet): Table | undefined {
  return TABLES.find(({ title, id }) => [title, id].some((name) => plain(name) === plain(sheet.name)));
}

/** The table whose headings all stand in a sheet that somebody gave another name, or copied. */
function tableOfHeadings({ rows }: WorkbookSheet): Table | undefined {
  const above = rows
    .slice(0, ROWS_ABOVE)
    .map(({ cells }) => new Set(cells.map((cell) => nameOfHeader(cellText(cell)))));
  return TABLES.find((table) => {
    const own = headersOf(table);
    return own.length >= LEAST_HEADINGS && above.some((names) => own.every((name) => names.has(name)));
  });
}

/** A CSV file whose columns are those of a table of ours, a few may be gone; undefined when it is something else. */
export function csvAsTable({
  file,
  headers,
  rows,
}: Pick<TextTable, 'file' | 'headers' | 'rows'>): SheetTable | undefined {
  const table = TABLES.find((candidate) => {
    const own = headersOf(candidate);
    // What is there for reading only is not missed.
    const reading = candidate.columns.filter(({ computed }) => computed).map(({ name }) => name);
    const lacking = own.filter((name) => !headers.includes(name) && !reading.includes(name));
    return (
      headers[0] === own[0] &&
      headers.every((header) => own.includes(header)) &&
      lacking.length <= own.length * MAY_LACK &&
      candidate.key.every((name) => headers.includes(name))
    );
  });
  if (!table) return undefined;
  const columns = new Map(headers.map((header, index) => [header, index]));
  const filled = rows.filter(({ cells }) => !cells.every(isBlank));
  return { table, file, columns, rows: readRows({ table, columns, rows: filled }) };
}

/** Where a row, or a cell of it, stands. */
export function placeIn(table: SheetTable, line: number, column?: string): string {
  const { file, sheet, columns } = table;
  if (table.placeOf) return table.placeOf(line, column);
  return placeOf(
    { file, ...(sheet !== undefined && { sheet }) },
    line,
    column === undefined ? undefined : columns.get(column),
  );
}

function tableInSheet(
  table: Table,
  { file, sheet }: { readonly file: string; readonly sheet: WorkbookSheet },
): { readonly table?: SheetTable; readonly notes: readonly PlacedWords[] } {
  const own = headersOf(table);
  const known = (row: TextRow) => row.cells.filter((cell) => own.includes(nameOfHeader(cellText(cell)))).length;
  const header = sheet.rows
    .slice(0, ROWS_ABOVE)
    .reduce<TextRow | undefined>((best, row) => (known(row) > (best ? known(best) : 0) ? row : best), undefined);
  const where = `${file} ${sheet.name}`;
  if (!header) {
    if (sheet.rows.length === 0) return { notes: [] };
    return {
      notes: [{ where, message: `has none of the headings ${own.slice(0, 4).join(', ')} …, so it was not read` }],
    };
  }
  const columns = new Map<string, number>();
  const notes: PlacedWords[] = [];
  header.cells.forEach((cell, index) => {
    const name = nameOfHeader(cellText(cell));
    const place = placeOf({ file, sheet: sheet.name }, header.line, index);
    if (name === '') return;
    if (!own.includes(name)) notes.push({ where: place, message: unknownColumn(cellText(cell), name, own) });
    else if (columns.has(name))
      notes.push({ where: place, message: `the column ${name} stands here a second time; only the first was read` });
    else columns.set(name, index);
  });
  const gone = own.filter(
    (name) => !columns.has(name) && !table.columns.some((column) => column.name === name && column.computed),
  );
  if (gone.length > 0) {
    const what = gone.length === 1 ? `the column ${gone[0]} is` : `the columns ${gone.join(', ')} are`;
    notes.push({
      where,
      message: `${what} not in it: their values stay as they are`.replace(
        'their values stay',
        gone.length === 1 ? 'its values stay' : 'their values stay',
      ),
    });
  }
  // What somebody wrote beside the table, or below it in columns of their own, is no row of it.
  const places = [...columns.values()];
  const isRow = ({ line, cells }: TextRow) => line > header.line && places.some((at) => !isBlank(cells[at] ?? ''));
  const rows = sheet.rows.filter(isRow);
  const found = { table, sheet: sheet.name, columns };
  return { table: { file, ...found, rows: readRows({ ...found, rows }) }, notes };
}

function unknownColumn(header: string, name: string, own: readonly string[]): string {
  const near = nearest(name, own);
  const hint = near === undefined ? '' : `; did you mean ${near}?`;
  return `there is no column "${header}" in this table, so it was passed over${hint}`;
}

/** The headers of a table's sheet as names. */
function headersOf({ storage, columns }: Table): readonly string[] {
  const names = columns.map(({ name }) => name);
  return storage.of === 'partner' ? ['partner', ...names] : names;
}

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}
