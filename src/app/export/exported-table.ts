import { cutToCell } from '../../render/xlsx/cell-text.ts';
import type { Territory } from '../../schema/territory.ts';
import { cleanText } from '../../units/clean-text.ts';
import type { CellValue, Table, TableRow } from '../tables/table.ts';

/** A table with the rows that are exported, as cells hold them. */
export interface ExportedTable {
  readonly table: Table;
  readonly rows: readonly TableRow[];
  /** Texts too long for a cell: they were cut. */
  readonly cut: readonly { readonly row: number; readonly column: string }[];
}

/** Which rows to export: all of them, or those of one partner. */
export function exportedTable(table: Table, territory: Territory, partner?: string): ExportedTable {
  const cut: { row: number; column: string }[] = [];
  const rows = table
    .rowsOf(territory)
    .filter((row) => partner === undefined || partnerOf(row) === partner)
    .map((row, index): TableRow => {
      // Nearly every row fits as it is: of a hundred thousand no copy is made.
      const changed = Object.entries(row.values).filter(([, value]) => fittingValue(value) !== value);
      if (changed.length === 0) return row;
      for (const [column, value] of changed) {
        if (typeof value === 'string' && cutToCell(value) !== value) cut.push({ row: index, column });
      }
      const fitting = changed.map(([column, value]) => [column, fittingValue(value)] as const);
      return { ...row, values: { ...row.values, ...Object.fromEntries(fitting) } };
    });
  return { table, rows, cut };
}

/** A table of the territory may name a partner in a column of its own. */
function partnerOf({ partner, values }: TableRow): CellValue | undefined {
  return partner ?? values['partner'];
}

function fittingValue(value: CellValue): CellValue {
  return typeof value === 'string' ? cutToCell(cleanText(value)) : value;
}
