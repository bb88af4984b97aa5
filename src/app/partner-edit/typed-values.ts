import { parsePlainDate } from '../../units/plain-date.ts';
import { Failure } from '../../units/failure.ts';
import { nearest } from '../../input/nearest.ts';
import { periodText, readPeriod } from '../../input/import-columns/period-words.ts';
import type { CellValue, Table, TableColumn } from '../tables/table.ts';
import { readSheetCell, type CellReading } from '../workbook/cell-of-sheet.ts';
import { columnsOf } from './editable.ts';
import type { Pair } from './partner-edit.ts';

/** Values by column; `undefined` takes one out. */
export type TypedValues = Readonly<Record<string, CellValue | undefined>>;

/**
 * The values of what was typed, each as its column holds it. All that cannot be read is said at once.
 * @param what names the row in words: `certification`
 * @throws Failure (usage) for a key that is none, with the nearest one; for a value that cannot be read, with its form
 */
export function typedValues(pairs: readonly Pair[], table: Table, what: string): TypedValues {
  const values: Record<string, CellValue | undefined> = {};
  const problems: string[] = [];
  for (const { key, value } of pairs) {
    const column = columnNamed(key, table, what);
    const reading = readTyped(value, column);
    if (column.name in values) problems.push(`${column.name} is given twice`);
    if (reading.why !== undefined) problems.push(`${column.name}: ${reading.why}`);
    values[column.name] = reading.value;
  }
  if (problems.length > 0) throw new Failure('usage', `${what}: ${problems.join('; ')}.`);
  return values;
}

/** Reads one value as it is typed; an empty one says that nothing is known. */
export function readTyped(typed: string, { name, kind, choices }: TableColumn): CellReading {
  // The periods of facts are plain text in their file: a quarter is one however it is spelt.
  if (name === 'period' && kind === 'text') return periodOf(typed.trim());
  return readSheetCell(typed.trim(), kind, choices);
}

function periodOf(typed: string): CellReading {
  if (typed === '') return {};
  const period = parsePlainDate(typed) ? undefined : readPeriod(typed);
  return { value: (period && periodText(period)) ?? typed };
}

/** A column by its name, in any case, or by its first word where that is enough: `coverage` is coverage_tier. */
function columnNamed(typed: string, table: Table, what: string): TableColumn {
  const columns = columnsOf(table);
  const plain = typed
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  const exact = columns.find(({ name }) => name === plain);
  if (exact) return exact;
  const beginning = columns.filter(({ name }) => name.startsWith(`${plain}_`));
  if (beginning.length === 1) return beginning[0]!;
  const names = columns.map(({ name }) => name);
  const near = nearest(plain, names);
  const message = `${what}: "${typed}" is no value of it.${near === undefined ? '' : ` Did you mean ${near}?`}`;
  throw new Failure('usage', message, `It has: ${names.join(', ')}.`);
}
