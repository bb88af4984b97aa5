import type { TableRow } from '../tables/table.ts';
import type { Baseline } from './baseline.ts';
import type { SheetTable } from './sheet-tables.ts';

/** A sheet whose rows share their values with the baseline where nobody changed them: of a hundred thousand rows that is half the room. */
export function sharingValues(sheet: SheetTable, baseline: Baseline): SheetTable {
  const base = baseRows(sheet, baseline);
  const rows = sheet.rows.map((row, index) => {
    const values = base[index]?.values;
    return values && saysExactly(row.values, values) ? { ...row, values } : row;
  });
  return { ...sheet, rows };
}

/** True when every row of a sheet stands where it stood and says what it said: then there is nothing to compare. */
export function isUntouched(sheet: SheetTable, baseline: Baseline | undefined): boolean {
  const base = baseline ? baseRows(sheet, baseline) : [];
  return (
    baseline !== undefined &&
    base.length === sheet.rows.length &&
    sheet.rows.every(
      ({ partner, values }, index) => partner === base[index]!.partner && saysExactly(values, base[index]!.values),
    )
  );
}

function baseRows({ table }: SheetTable, { tables }: Baseline): readonly TableRow[] {
  return tables.find(({ id }) => id === table.id)?.rows ?? [];
}

function saysExactly(values: TableRow['values'], others: TableRow['values']): boolean {
  if (values === others) return true;
  const names = Object.keys(values);
  return names.length === Object.keys(others).length && names.every((name) => values[name] === others[name]);
}
