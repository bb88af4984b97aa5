import { cellAt } from '../../../document/calculation/cell-at.ts';
import { sheetRange } from '../sheet-names.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import type { CellWriter } from './calculation-cell.ts';
import { calculationCell } from './calculation-cell.ts';

/** The sheet that only programs read: every input as it was written, beside what stands there now. */
export const WRITTEN_SHEET = 'cam written';
const FIRST_ROW = 2;

/** Every input of a calculation as the workbook was written with it. */
export function writtenNumbers(writer: CellWriter): Sheet {
  return {
    name: WRITTEN_SHEET,
    state: 'veryHidden',
    columns: [],
    rows: [{ cells: ['Input', 'Written', 'Now'].map((value) => ({ value })) }, ...inputRows(writer)],
    gridlines: true,
    print: { landscape: false },
  };
}

/** How many inputs are no longer those that were written, as a formula. */
export function changedFormula(writer: CellWriter): string {
  const last = FIRST_ROW + inputRows(writer).length - 1;
  if (last < FIRST_ROW) return '0';
  const [written, now] = ['B', 'C'].map((column) =>
    sheetRange(WRITTEN_SHEET, `$${column}$${FIRST_ROW}:$${column}$${last}`),
  );
  return `SUMPRODUCT(--(${written!}<>${now!}))`;
}

function inputRows(writer: CellWriter): SheetRow[] {
  const { calculation, places } = writer;
  return calculation.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row) =>
      sheet.columns.flatMap(({ key: column }): SheetRow[] => {
        const place = { sheet: sheet.key, column, row: row.key };
        const cell = cellAt(place, sheet);
        if (cell === undefined || !('typed' in cell)) return [];
        const { value } = calculationCell(place, row, writer);
        const formula = sheetRange(places.sheetName(sheet.key), places.cell(place));
        return [
          { cells: [{ value: `${sheet.key}.${column}.${row.key}` }, { value: value! }, { value: value!, formula }] },
        ];
      }),
    ),
  );
}
