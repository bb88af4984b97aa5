import { csvText } from './csv-text.ts';

/** One change to the rows of a CSV text; rows count from 0 without the header and without blank lines. */
export type CsvEdit =
  | { readonly kind: 'set'; readonly row: number; readonly cells: Readonly<Record<string, string>> }
  | { readonly kind: 'remove'; readonly row: number }
  | { readonly kind: 'add'; readonly cells: Readonly<Record<string, string>> };

export interface CsvEditing {
  readonly edits: readonly CsvEdit[];
  /** Every column the file may have, in their order. */
  readonly order: readonly string[];
  /** Columns that the file carries from now on, even where they hold nothing. */
  readonly columns?: Iterable<string>;
}

/**
 * Changes cells of a CSV text and keeps every other byte: quotes, line ends, the order of rows and columns, `1240.50` where nobody
 * changed the number. A column that the file lacks is added behind the others; a column that nobody names stays away, because an empty
 * one would say that nothing is known to be there. An empty text becomes a new file with the columns named.
 * @throws Error when an edit names a row or a column that is none: edits are planned on what was read.
 */
export function editCsv(text: string, { edits, order, columns = [] }: CsvEditing): string {
  const named = new Set([
    ...columns,
    ...edits.flatMap((edit) => (edit.kind === 'remove' ? [] : Object.keys(edit.cells))),
  ]);
  for (const column of named) if (!order.includes(column)) throw new Error(`There is no column ${column}.`);
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const lines = linesOf(text.slice(mark.length));
  const wanted = order.filter((column) => named.has(column));
  const header = lines.find(isFilled);
  if (!header) return mark + newFile(edits, wanted);
  const present = header.cells.map((cell) => contentOf(cell).trim());
  const added = wanted.filter((column) => !present.includes(column));
  return mark + applyEdits(addColumns(lines, added), [...present, ...added], edits);
}

const BYTE_ORDER_MARK = '\ufeff';

function newFile(edits: readonly CsvEdit[], columns: readonly string[]): string {
  const rows = edits.map((edit) => {
    if (edit.kind !== 'add') throw new Error('A new file has no rows to change.');
    return columns.map((column) => edit.cells[column] ?? '');
  });
  return columns.length === 0 ? '' : csvText([columns, ...rows]);
}

/** A line of the file: its cells as they are written, quotes included, and what ends it. A blank line has one empty cell. */
interface Line {
  readonly cells: readonly string[];
  readonly end: string;
}

function isFilled({ cells }: Line): boolean {
  return cells.length > 1 || contentOf(cells[0]!) !== '';
}

function addColumns(lines: readonly Line[], added: readonly string[]): readonly Line[] {
  if (added.length === 0) return lines;
  const header = lines.findIndex(isFilled);
  const names = added.map(written);
  const empty = added.map(() => '');
  return lines.map((line, index) =>
    isFilled(line) ? { ...line, cells: [...line.cells, ...(index === header ? names : empty)] } : line,
  );
}

function applyEdits(lines: readonly Line[], columns: readonly string[], edits: readonly CsvEdit[]): string {
  const changed: (Line | undefined)[] = [...lines];
  const rows = lines.flatMap((line, index) => (isFilled(line) ? [index] : [])).slice(1);
  for (const edit of edits) {
    if (edit.kind === 'add') continue;
    const index = rows[edit.row];
    const line = index === undefined ? undefined : changed[index];
    if (index === undefined || !line) throw new Error(`There is no row ${edit.row}.`);
    changed[index] = edit.kind === 'remove' ? undefined : { ...line, cells: setCells(line.cells, columns, edit.cells) };
  }
  const kept = changed.filter((line) => line !== undefined);
  const end = lines.find(isFilled)!.end || '\n';
  const appended = edits.flatMap((edit) => {
    if (edit.kind !== 'add') return [];
    return [{ cells: columns.map((column) => written(edit.cells[column] ?? '')), end }];
  });
  const last = kept.at(-1)!;
  if (appended.length > 0 && last.end === '') kept[kept.length - 1] = { ...last, end };
  return [...kept, ...appended].map((line) => line.cells.join(',') + line.end).join('');
}

function setCells(
  cells: readonly string[],
  columns: readonly string[],
  wanted: Readonly<Record<string, string>>,
): readonly string[] {
  return cells.map((cell, index) => {
    const content = wanted[columns[index]!];
    return content === undefined || contentOf(cell) === content ? cell : written(content);
  });
}

/** A cell as a file holds it. */
function written(content: string): string {
  return csvText([[content]]).slice(0, -1);
}

/** What a written cell says. */
function contentOf(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

const CELL = /"(?:[^"]|"")*"|[^",\r\n]*/y;
const LINE_END = /\r\n|\r|\n|$/y;

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < text.length;) {
    const cells: string[] = [];
    for (let more = true; more;) {
      CELL.lastIndex = at;
      cells.push(CELL.exec(text)![0]);
      at = CELL.lastIndex;
      more = text[at] === ',';
      if (more) at += 1;
    }
    LINE_END.lastIndex = at;
    const end = LINE_END.exec(text)?.[0];
    if (end === undefined) throw new Error('Only a sound CSV text can be edited.');
    at += end.length;
    lines.push({ cells, end });
  }
  return lines;
}
