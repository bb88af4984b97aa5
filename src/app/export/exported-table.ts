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
      const values = Object.entries(row.values).map(([column, value]) => {
        const fitting = fittingValue(value);
        if (typeof value === 'string' && value.length > (fitting as string).length && cutToCell(value) !== value) {
          cut.push({ row: index, column });
        }
        return [column, fitting] as const;
      });
      return { ...row, values: Object.fromEntries(values) };
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
