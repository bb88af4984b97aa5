import { settingFacts, settingNamed } from '../tables/program-tables.ts';
import { currencyOf } from '../../input/import-columns/currency-words.ts';
import { cellText } from '../../input/tabular/cell-text.ts';
import type { Cell, TextRow } from '../../input/tabular/table-of-text.ts';
import { withoutGuard } from '../../output/formula-guard.ts';
import { alikeRecords } from '../../units/alike-records.ts';
import { cleanText } from '../../units/clean-text.ts';
import type { CellValue, Table, TableColumn } from '../tables/table.ts';
import { readSheetCell, type CellReading } from './cell-of-sheet.ts';

/** The rows of a table as they stand in a sheet or in a CSV file, which has no `sheet`. */
export interface WrittenRows {
  readonly table: Table;
  readonly sheet?: string;
  /** Index of each column by its name; `partner` is that of the leading one. */
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly TextRow[];
}

/** A row of a sheet as values. */
export interface ReadRow {
  readonly line: number;
  /** As it is written in the leading column; empty where nothing is. */
  readonly partner?: string;
  readonly values: Readonly<Record<string, CellValue>>;
  /** Cells that cannot be taken, by column, each with the reason; their values are their bare texts. */
  readonly unreadable: Readonly<Record<string, string>>;
}

/** The rows of a sheet as values of its table's columns. */
export function readRows(sheet: WrittenRows): readonly ReadRow[] {
  const { table, columns, rows } = sheet;
  const present = table.columns.filter(({ name, computed }) => columns.has(name) && !computed);
  const lead = table.storage.of === 'partner' ? columns.get('partner') : undefined;
  const record = alikeRecords<CellValue>(present.map(({ name }) => name));
  return rows.map(({ line, cells }) => {
    const readings = present.map((column) => readingOf(cellIn(cells, column.name, sheet), column, { cells, sheet }));
    const wrong = readings.some(({ why }) => why !== undefined);
    const partner = lead === undefined ? undefined : cleanText(cellText(cells[lead] ?? '')).trim();
    return {
      line,
      values: record(readings.map(({ value }) => value)),
      unreadable: wrong ? reasons(present, readings) : NOTHING,
      ...(table.storage.of === 'partner' && { partner: partner ?? '' }),
    };
  });
}

/** One for all rows that can be read: a hundred thousand empty ones would need room as well. */
const NOTHING: ReadRow['unreadable'] = {};

function reasons(present: readonly TableColumn[], readings: readonly CellReading[]): ReadRow['unreadable'] {
  return Object.fromEntries(
    readings.flatMap(({ why }, at) => (why === undefined ? [] : [[present[at]!.name, why] as const])),
  );
}

function cellIn(cells: readonly Cell[], name: string, { sheet, columns }: WrittenRows): Cell {
  const written = cells[columns.get(name)!] ?? '';
  return sheet === undefined && typeof written === 'string' ? withoutGuard(written) : written;
}

function readingOf(
  cell: Cell,
  column: TableColumn,
  { cells, sheet }: { readonly cells: readonly Cell[]; readonly sheet: WrittenRows },
): CellReading {
  // Each setting holds a value of its own kind.
  if (sheet.table.storage.kind === 'settings' && column.name === 'value') {
    const name = readSheetCell(cellIn(cells, 'setting', sheet), 'text').value;
    const setting = settingNamed(String(name));
    if (setting) return readSheetCell(cell, setting.kind, settingFacts(setting.setting).choices);
  }
  const reading = readSheetCell(cell, column.kind, column.choices);
  return column.name === 'currency' ? asCurrency(reading) : reading;
}

/** A currency is taken by its code alone; of another word for one the code is said. */
function asCurrency(reading: CellReading): CellReading {
  const text = String(reading.value ?? '').trim();
  if (reading.why !== undefined || text === '') return reading;
  if (/^[A-Z]{3}$/.test(text)) return { value: text };
  const code = currencyOf(text, '');
  return {
    value: text,
    why: `"${text}" is no currency; ${code === undefined ? 'use codes such as USD' : `write ${code}`}`,
  };
}
