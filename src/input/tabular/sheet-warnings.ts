import { areaText, columnLetters, type Area } from '../../ooxml/workbook/cell-reference.ts';
import { firstFew } from '../../units/first-few.ts';
import { isBlank } from './cell-text.ts';
import type { FoundTable } from './find-table.ts';
import type { Block } from './sheet-blocks.ts';
import type { TextRow } from './table-of-text.ts';

/** What stands on the sheet and was not read, in clauses. */
export function besideWarnings(
  beside: readonly Block[],
  { pivots, tables }: Readonly<Record<'pivots' | 'tables', readonly Area[]>>,
): string[] {
  const warnings = [
    ...pivots.map((area) => `the pivot table in ${areaText(area)} was not read`),
    ...tables.map((area) => `the other table in ${areaText(area)} was not read`),
  ];
  if (beside.length > 0)
    warnings.push(`what stands apart from the table was not read: ${firstFew(beside.map(areaText), MOST_NAMES)}`);
  return warnings;
}

/** A column with values under no name: nobody could say what they are. */
export function headlessWarnings({ headers, rows }: FoundTable, all: readonly TextRow[], { left }: Block): string[] {
  const [first, last] = [rows[0]?.line ?? Infinity, rows.at(-1)?.line ?? 0];
  const headless = new Set<number>();
  for (const { line, cells } of all) {
    if (line < first || line > last) continue;
    for (let column = 0; column < cells.length; column += 1) {
      if ((headers[column] ?? '') === '' && !isBlank(cells[column]!)) headless.add(column);
    }
  }
  if (headless.size === 0) return [];
  const letters = [...headless].sort((a, b) => a - b).map((column) => columnLetters(left + column));
  const columns = letters.length === 1 ? 'column' : 'columns';
  return [`${columns} ${firstFew(letters, MOST_NAMES)} ${letters.length === 1 ? 'has' : 'have'} values and no header`];
}

/** In the rows a merged cell has its value once: the rows beneath it have none, and nobody knows whether it is meant for them. */
export function mergedWarnings({ rows }: FoundTable, merged: readonly Area[], { left }: Block): string[] {
  const [first, last] = [rows[0]?.line ?? Infinity, rows.at(-1)?.line ?? 0];
  const within = merged.filter(({ top, bottom }) => bottom >= first - 1 && top >= first - 1 && top <= last - 1);
  if (within.length === 0) return [];
  const areas = within.map((area) => areaText({ ...area, left: area.left + left, right: area.right + left }));
  return [`merged cells among the rows have their value in the first cell only: ${firstFew(areas, MOST_NAMES)}`];
}

/** What a filter hides is exported like the rest; sums over it differ from those a person sees. */
export function hiddenWarnings({ rows }: FoundTable, hidden: readonly number[]): string[] {
  if (hidden.length === 0) return [];
  const lines = new Set(hidden);
  const read = rows.filter(({ line }) => lines.has(line)).length;
  if (read === 0) return [];
  return [read === 1 ? 'a hidden row was read like the others' : `${read} hidden rows were read like the others`];
}

const MOST_NAMES = 5;
