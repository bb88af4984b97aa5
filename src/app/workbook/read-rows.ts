import { settingFacts, settingNamed } from '../tables/program-tables.ts';
import { cellText } from '../../input/tabular/cell-text.ts';
import { withoutGuard } from '../../output/formula-guard.ts';
import { cleanText } from '../../units/clean-text.ts';
import type { CellValue, TableColumn } from '../tables/table.ts';
import { readSheetCell, type CellReading } from './cell-of-sheet.ts';
import type { SheetTable } from './sheet-tables.ts';

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
export function readRows(sheet: SheetTable): readonly ReadRow[] {
  const { table, columns, rows } = sheet;
  const present = table.columns.filter(({ name, computed }) => columns.has(name) && !computed);
  const lead = table.storage.of === 'partner' ? columns.get('partner') : undefined;
  return rows.map(({ line, cells }) => {
    const values: Record<string, CellValue> = {};
    const unreadable: Record<string, string> = {};
    for (const column of present) {
      const written = cells[columns.get(column.name)!] ?? '';
      const cell = sheet.sheet === undefined && typeof written === 'string' ? withoutGuard(written) : written;
      const { value, why } = readingOf(cell, column, { values, isSetting: table.storage.kind === 'settings' });
      if (value !== undefined) values[column.name] = value;
      if (why !== undefined) unreadable[column.name] = why;
    }
    const partner = lead === undefined ? undefined : cleanText(cellText(cells[lead] ?? '')).trim();
    return { line, values, unreadable, ...(table.storage.of === 'partner' && { partner: partner ?? '' }) };
  });
}

function readingOf(
  cell: Parameters<typeof readSheetCell>[0],
  column: TableColumn,
  { values, isSetting }: { readonly values: Readonly<Record<string, CellValue>>; readonly isSetting: boolean },
): CellReading {
  // Each setting holds a value of its own kind.
  const setting = isSetting && column.name === 'value' ? settingNamed(String(values['setting'])) : undefined;
  if (setting) return readSheetCell(cell, setting.kind, settingFacts(setting.setting).choices);
  return readSheetCell(cell, column.kind, column.choices);
}
