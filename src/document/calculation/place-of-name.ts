import { TOTAL, type Calculation, type CalculationPlace, type CalculationSheet } from './calculation.ts';

/**
 * The cell that a name of a formula stands for, seen from the cell that holds the formula:
 *
 * - `spend` is that row of the same sheet and column;
 * - `tactics.spend` is that row of another sheet, in the column of the same key; where there is none in its total, or else its first column;
 * - `given.spend`, where no sheet is called so, is that row of the same sheet in another column;
 * - `tactics.webinar.spend` names all three.
 * @throws Error for a name that stands for no cell: calculations are declared by us, not typed by people
 */
export function placeOfName(
  name: string,
  from: Pick<CalculationPlace, 'sheet' | 'column'>,
  { sheets }: Pick<Calculation, 'sheets'>,
): CalculationPlace {
  const parts = name.split('.');
  const row = parts.at(-1)!;
  const named = parts.length > 1 ? sheets.find(({ key }) => key === parts[0]) : undefined;
  const sheet = named ?? sheets.find(({ key }) => key === from.sheet)!;
  // What stands between the sheet and the row, if anything, is the column.
  const [column = named ? columnSeenFrom(from.column, sheet) : from.column] = parts.slice(named ? 1 : 0, -1);
  const isThere = sheet.rows.some(({ key }) => key === row) && columnKeys(sheet).includes(column);
  if (!isThere) throw new Error(`A formula of ${from.sheet} asks for ${name}, which stands nowhere.`);
  return { sheet: sheet.key, column, row };
}

/** The keys of a sheet's columns, the total included. */
export function columnKeys({ columns, total }: CalculationSheet): readonly string[] {
  return [...columns.map(({ key }) => key), ...(total ? [TOTAL] : [])];
}

function columnSeenFrom(column: string, { columns, total }: CalculationSheet): string {
  if (columns.some(({ key }) => key === column)) return column;
  return total ? TOTAL : columns[0]!.key;
}
