import type { DocumentModel } from '../../../document/model.ts';
import { keyOfName } from '../../../expression/key-of-name.ts';
import { sheetRange } from '../sheet-names.ts';

/** Where the parts of a model stand in its workbook. */
export interface ModelPlaces {
  readonly assumptions: string;
  /** Sheet of a scenario. */
  readonly modelSheet: (scenario: string) => string;
  /** Row of an input on the assumptions. */
  readonly inputRow: ReadonlyMap<string, number>;
  /** Row of a multiplier of the scenarios. */
  readonly multiplierRow: ReadonlyMap<string, number>;
  /** Row of a line on each model sheet. */
  readonly lineRow: ReadonlyMap<string, number>;
  /** Column of a scenario on the assumptions. */
  readonly scenarioColumn: (scenario: string) => string;
}

/** Rows and columns of a model sheet: the number of the month above the year above the lines. */
export const MONTH_ROW = 5;
export const YEAR_ROW = 6;
/** Column D holds the start, E the first month. */
const START_COLUMN = 4;

/** The column of a month on a model sheet; 0 is the start. */
export function monthColumn(month: number): string {
  return columnName(START_COLUMN + month);
}

/** The letters of a column counted from 1. */
export function columnName(column: number): string {
  return column <= 26
    ? String.fromCharCode(64 + column)
    : columnName(Math.floor((column - 1) / 26)) + columnName(((column - 1) % 26) + 1);
}

/** What the names of a line's formula stand for in one month of a scenario: what the formula printer asks for. */
export function cellsAt(
  { month, scenario, group }: { readonly month: number; readonly scenario: string; readonly group: string | undefined },
  model: DocumentModel,
  places: ModelPlaces,
): {
  cellOf(name: string): string;
  earlierOf(name: string, months: string): string;
  entryOf(name: string, position: string): string;
} {
  const column = monthColumn(month);
  const isKnown = (key: string) =>
    places.inputRow.has(key) || places.lineRow.has(key) || places.inputRow.has(`${key}.1`);
  const keyOf = (name: string) => keyOfName(name, group, isKnown);
  return {
    cellOf(name) {
      const key = keyOf(name);
      if (key === undefined) return `${column}$${name === 'month' ? MONTH_ROW : YEAR_ROW}`;
      const input = places.inputRow.get(key);
      if (input !== undefined) return sheetRange(places.assumptions, `$${places.scenarioColumn(scenario)}$${input}`);
      return `${column}${places.lineRow.get(key)!}`;
    },
    earlierOf(name, months) {
      const row = places.lineRow.get(keyOf(name)!)!;
      if (months === '1') return `${monthColumn(month - 1)}${row}`;
      const line = `$${monthColumn(0)}${row}:$${monthColumn(model.months)}${row}`;
      return `IF(${column}$${MONTH_ROW}<${months},0,INDEX(${line},1,${column}$${MONTH_ROW}-${months}+1))`;
    },
    entryOf(name, position) {
      const rows = rowsOfList(keyOf(name)!, places);
      const cells = rows.map((row) => `$${places.scenarioColumn(scenario)}$${row}`);
      const list = sheetRange(places.assumptions, `${cells[0]!}:${cells.at(-1)!}`);
      return `IF(${position}<1,0,INDEX(${list},${position}))`;
    },
  };
}

/** The rows of a list's numbers, which stand below each other. */
function rowsOfList(key: string, { inputRow }: ModelPlaces): number[] {
  const rows: number[] = [];
  for (let row = inputRow.get(`${key}.1`); row !== undefined; row = inputRow.get(`${key}.${rows.length + 1}`))
    rows.push(row);
  return rows;
}
