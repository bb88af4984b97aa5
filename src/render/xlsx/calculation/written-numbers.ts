import type { PlaceInFile } from '../../../document/calculation/calculation.ts';
import { cellAt } from '../../../document/calculation/cell-at.ts';
import { sheetRange } from '../sheet-names.ts';
import type { Sheet, SheetCell, SheetRow } from '../sheet.ts';
import type { CellWriter } from './calculation-cell.ts';
import { calculationCell } from './calculation-cell.ts';

/**
 * The sheet that only programs read: every input as it was written, beside what stands there now. Of a calculation that can be brought back
 * also where it stands in its file, whether the file says it, and its sheet and cell; what file that is stands in the first row.
 */
export const WRITTEN_SHEET = 'cam written';
const FIRST_ROW = 2;
const HEADERS = ['Input', 'Written', 'Now', 'In the file', 'Said', 'Sheet', 'Cell'];
/** Where the first row names the file, from 0. */
export const FILE_COLUMN = HEADERS.length;

/** Every input of a calculation as the workbook was written with it. */
export function writtenNumbers(writer: CellWriter): Sheet {
  return {
    name: WRITTEN_SHEET,
    state: 'veryHidden',
    columns: [],
    rows: [headerRow(writer), ...inputRows(writer)],
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
        const [name, at] = [places.sheetName(sheet.key), places.cell(place)];
        const input = [
          { value: `${sheet.key}.${column}.${row.key}` },
          { value: value! },
          { value: value!, formula: sheetRange(name, at) },
        ];
        return [
          { cells: calculation.file ? [...input, ...placeCells(cell.inFile), { value: name }, { value: at }] : input },
        ];
      }),
    ),
  );
}

function headerRow({ calculation: { file } }: CellWriter): SheetRow {
  return { cells: (file ? [...HEADERS, ...file] : HEADERS.slice(0, 3)).map((value) => ({ value })) };
}

function placeCells(place: PlaceInFile | undefined): SheetCell[] {
  return [{ value: place ? JSON.stringify(place.path) : '' }, { value: place?.isSaid ? 'yes' : '' }];
}
