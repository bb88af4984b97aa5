import type { DocumentModel, ModelScenario } from '../../../document/model.ts';
import { keyOfName } from '../../../expression/key-of-name.ts';
import { columnLetters } from '../../../ooxml/workbook/cell-reference.ts';
import { sheetNames, sheetRange } from '../sheet-names.ts';

/** Where the parts of a model stand in its workbook. */
export interface ModelPlaces {
  /** Sheet of a scenario. */
  readonly modelSheet: (scenario: string) => string;
  /** Row of an input on the assumptions. */
  readonly inputRow: ReadonlyMap<string, number>;
  /** Row of a multiplier of the scenarios. */
  readonly multiplierRow: ReadonlyMap<string, number>;
  /** First and last row of the numbers on the assumptions. */
  readonly numberRows: { readonly first: number; readonly last: number };
  /** Row of a line on each model sheet. */
  readonly lineRow: ReadonlyMap<string, number>;
  /** Column of a scenario on the assumptions, and wherever the scenarios stand side by side. */
  readonly scenarioColumn: (scenario: string) => string;
}

/** The sheets that every workbook of a model has, besides one a scenario. */
export const SHEETS = {
  summary: 'Summary',
  assumptions: 'Assumptions',
  years: 'Years',
  sensitivity: 'Sensitivity',
  commitments: 'Commitments',
  checks: 'Checks',
  definitions: 'Definitions',
} as const;

/** Names for cells that formulas of several sheets use. */
export const NAMES = {
  firstMonth: 'first_month',
  shown: 'scenario_shown',
  /** The place of the scenario shown among the columns of the scenarios. */
  shownNumber: 'scenario_number',
  /** How many numbers of the assumptions are no longer those the workbook was written with. */
  changed: 'numbers_changed',
  failed: 'checks_failed',
} as const;

/** Rows of a model sheet: the month as a date above its number above the year above the lines. */
export const DATE_ROW = 4;
export const MONTH_ROW = 5;
export const YEAR_ROW = 6;
/** Column D holds the start, E the first month. */
const START_COLUMN = 3;
/** Column C holds the first scenario where they stand side by side. */
const FIRST_SCENARIO_COLUMN = 2;

/** The column of a month on a model sheet; 0 is the start. */
export function monthColumn(month: number): string {
  return columnLetters(START_COLUMN + month);
}

/** From the lowest to the highest, base in the middle, as people read them. */
export function scenariosInOrder({ scenarios }: Pick<DocumentModel, 'scenarios'>): readonly ModelScenario[] {
  const [base, conservative, ...others] = scenarios;
  return [conservative, base, ...others].filter((scenario) => scenario !== undefined);
}

/** The column of each scenario where they stand side by side. */
export function scenarioColumns(model: Pick<DocumentModel, 'scenarios'>): ModelPlaces['scenarioColumn'] {
  const order = scenariosInOrder(model).map(({ id }) => id);
  return (id) => columnLetters(FIRST_SCENARIO_COLUMN + order.indexOf(id));
}

/** The sheet of each scenario. */
export function scenarioSheets({ scenarios }: Pick<DocumentModel, 'scenarios'>): ModelPlaces['modelSheet'] {
  const taken = Object.values(SHEETS);
  const names = sheetNames([...taken, ...scenarios.map(({ title }) => `Model ${title.toLowerCase()}`)]);
  return (id) => names[taken.length + scenarios.findIndex((scenario) => scenario.id === id)]!;
}

/** The cells of a line on the sheet of a scenario, from a month to another; 0 is the start. */
export function lineRange(
  { line, scenario, from, to }: { line: string; scenario: string; from: number; to: number },
  { lineRow, modelSheet }: ModelPlaces,
): string {
  const row = lineRow.get(line)!;
  const [first, last] = [from, to].map((month) => `$${monthColumn(month)}$${row}`);
  return sheetRange(modelSheet(scenario), from === to ? first! : `${first}:${last}`);
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
      if (input !== undefined) return sheetRange(SHEETS.assumptions, `$${places.scenarioColumn(scenario)}$${input}`);
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
      const list = sheetRange(SHEETS.assumptions, `${cells[0]!}:${cells.at(-1)!}`);
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
