import type {
  Calculation,
  CalculationPlace,
  CalculationRow,
  CalculationSheet,
} from '../../../document/calculation/calculation.ts';
import { columnKeys, placeOfName } from '../../../document/calculation/place-of-name.ts';
import { columnLetters } from '../../../ooxml/workbook/cell-reference.ts';
import { sheetNames, sheetRange } from '../sheet-names.ts';
import { legalName } from '../model/input-names.ts';

/** Title, what it is and whose, the mark of the internal edition, an empty row; then the header. */
export const HEADER_ROW = 5;
export const FIRST_ROW = HEADER_ROW + 1;
/** After the margin and the labels. */
const FIRST_COLUMN = 2;

/** Names for cells that formulas of several sheets use. */
export const BOOK_NAMES = { failed: 'checks_failed', changed: 'numbers_changed' } as const;

/** Where the cells of a calculation stand in its workbook. */
export interface CalculationPlaces {
  readonly sheetName: (key: string) => string;
  /** `C7` on its own sheet. */
  readonly cell: (place: CalculationPlace) => string;
  /** What a formula of a cell writes for a name. */
  readonly cellOf: (name: string, from: Pick<CalculationPlace, 'sheet' | 'column'>) => string;
  /** The rows of a sheet, from its header down. */
  readonly rows: (sheet: CalculationSheet) => readonly SheetLine[];
  /** Names of cells. */
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
}

/** What stands on a row below the header. */
export type SheetLine = { readonly heading: string } | { readonly row: CalculationRow };

/** Lays the sheets of a calculation out; `taken` are names of sheets that the workbook has besides. */
export function calculationPlaces(calculation: Calculation, taken: readonly string[]): CalculationPlaces {
  const { sheets } = calculation;
  const titles = sheetNames([...taken, ...sheets.map(({ title }) => title)]).slice(taken.length);
  const sheetName = (key: string) => titles[sheets.findIndex((sheet) => sheet.key === key)]!;
  const lines = new Map(sheets.map((sheet) => [sheet.key, linesOf(sheet)]));
  const rowNumbers = new Map(
    sheets.map(({ key }) => [
      key,
      new Map(lines.get(key)!.flatMap((line, index) => ('row' in line ? [[line.row.key, FIRST_ROW + index]] : []))),
    ]),
  );
  const columns = new Map(sheets.map((sheet) => [sheet.key, columnKeys(sheet)]));
  const cell = ({ sheet, column, row }: CalculationPlace) =>
    `${columnLetters(FIRST_COLUMN + columns.get(sheet)!.indexOf(column))}${rowNumbers.get(sheet)!.get(row)!}`;
  const named = namedCells(calculation);
  return {
    sheetName,
    cell,
    cellOf: (name, from) => {
      const place = placeOfName(name, from, calculation);
      const given = named.get(keyOf(place));
      if (given !== undefined) return given;
      return place.sheet === from.sheet ? cell(place) : sheetRange(sheetName(place.sheet), cell(place));
    },
    rows: (sheet) => lines.get(sheet.key)!,
    names: sheets.flatMap((sheet) =>
      sheet.columns.flatMap(({ key: column }) =>
        sheet.rows.flatMap(({ key: row }) => {
          const place = { sheet: sheet.key, column, row };
          const name = named.get(keyOf(place));
          if (name === undefined) return [];
          return [{ name, refersTo: sheetRange(sheetName(sheet.key), absolute(cell(place))) }];
        }),
      ),
    ),
  };
}

/** `C7` as `$C$7`. */
export function absolute(cell: string): string {
  return cell.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}

function linesOf({ rows }: CalculationSheet): readonly SheetLine[] {
  return rows.flatMap((row, index): SheetLine[] => {
    const { heading } = row;
    const isNew = heading !== undefined && heading !== rows[index - 1]?.heading;
    return isNew ? [{ heading }, { row }] : [{ row }];
  });
}

/** By the key of their place; a name that is taken already is not given twice. */
function namedCells({ sheets }: Calculation): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>(Object.values(BOOK_NAMES));
  for (const { key: sheet, columns, rows } of sheets) {
    for (const { key: column, isNamed } of columns) {
      for (const { key: row } of isNamed ? rows : []) {
        const name = legalName(row);
        if (!taken.has(name.toLowerCase())) names.set(keyOf({ sheet, column, row }), name);
        taken.add(name.toLowerCase());
      }
    }
  }
  return names;
}

function keyOf({ sheet, column, row }: CalculationPlace): string {
  return `${sheet}.${column}.${row}`;
}
