import type { WorkbookSheet, WorkbookSheets } from '../../input/tabular/read-sheets.ts';
import type { Cell } from '../../input/tabular/table-of-text.ts';
import { SHEETS } from '../../render/xlsx/model/model-names.ts';
import { EXAMPLE_MARK, WRITTEN_MARK, WRITTEN_SHEET } from '../../render/xlsx/model/written-sheet.ts';
import { Failure } from '../../units/failure.ts';
import { PLAN_NUMBERS } from '../tables/plans/plan-number-table.ts';
import type { WorkbookContent } from './plan-workbook.ts';
import { readRows } from './read-rows.ts';
import type { PlacedWords } from './sheet-tables.ts';

/** Column C holds the first scenario, as on the assumptions. */
const FIRST_SCENARIO = 2;
const BASE = 'base';
const COLUMNS = ['partner', 'fiscal_year', 'number', 'value'];
/** Formulas differ from our own numbers in their last bits. */
const SAME = 1e-9;

/** A number of the plan: where it stands, as it was written and as it is now, in the units of the plan's file. */
interface FoundNumber {
  readonly line: number;
  readonly number: string;
  readonly was: number;
  readonly is: Cell;
}

/** Whether a workbook is the live one of a plan. */
export function isPlanWorkbook(sheets: readonly { readonly name: string }[]): boolean {
  return sheets.some(({ name }) => name === WRITTEN_SHEET);
}

/**
 * The numbers of a plan's workbook as a table of ours, with what they were when it was written: so they are compared, shown and written
 * like any other.
 * @throws Failure when a sheet it needs is gone, or it was written by another version
 */
export function contentOfPlanWorkbook({ file, sheets }: WorkbookSheets): WorkbookContent {
  const [written, assumptions] = [WRITTEN_SHEET, SHEETS.assumptions].map((wanted) =>
    sheets.find(({ name }) => name === wanted),
  );
  const [mark, partner, year, ...scenarios] = (written?.rows[0]?.cells ?? []).map(String);
  const isOurs = mark === WRITTEN_MARK || mark === EXAMPLE_MARK;
  if (!written || !assumptions || !isOurs || partner === undefined || year === undefined) {
    throw new Failure(
      'data',
      `${file} is the workbook of a plan, but a sheet of it is missing or from another version of cam.`,
      'Write it again with cam plan business, and type the numbers into that one.',
    );
  }
  const setting = { file, scenarios, now: cellsByLine(assumptions) };
  const numbers = [...numbersOf(written, setting)];
  return {
    file,
    tables: [
      {
        table: PLAN_NUMBERS,
        file,
        sheet: SHEETS.assumptions,
        // The value stands where people read and type it.
        columns: new Map([
          ['partner', 0],
          ['fiscal_year', 1],
          ['number', 2],
          ['value', FIRST_SCENARIO + scenarios.indexOf(BASE)],
        ]),
        rows: readRows({
          table: PLAN_NUMBERS,
          sheet: SHEETS.assumptions,
          columns: new Map(COLUMNS.map((name, index) => [name, index])),
          rows: [...numbers, ...typedOver(written, setting)].map(({ line, number, is }) => ({
            line,
            cells: [partner, year, number, is],
          })),
        }),
      },
    ],
    notes: mark === EXAMPLE_MARK ? [exampleNote(file, partner)] : [],
    baseline: {
      territory: '',
      asOf: '',
      tables: [
        {
          id: PLAN_NUMBERS.id,
          columns: COLUMNS,
          rows: numbers.map(({ number, was }) => ({ partner, values: { fiscal_year: year, number, value: was } })),
        },
      ],
      partners: [partner],
    },
  };
}

function exampleNote(where: string, partner: string): PlacedWords {
  return {
    where,
    message: `it was written from starting numbers; without a plan that they change, begin one: cam plan business ${partner}`,
  };
}

interface Setting {
  readonly file: string;
  readonly scenarios: readonly string[];
  readonly now: ReadonlyMap<number, readonly Cell[]>;
}

function cellsByLine({ rows }: WorkbookSheet): ReadonlyMap<number, readonly Cell[]> {
  return new Map(rows.map(({ line, cells }) => [line, cells]));
}

/** What a row of the hidden sheet says: the place of a number, its values by scenario, and how the scenarios come to theirs. */
function ruleOf(cells: readonly Cell[], { scenarios }: Setting) {
  const [own = '', multiplier = '', share = ''] = cells.slice(FIRST_SCENARIO + scenarios.length).map(String);
  return { place: String(cells[0] ?? ''), own: own.split(' '), multiplier, isShare: share === 'share' };
}

const MULTIPLIERS = 'multipliers.';

/** The numbers that stand in the plan's file: those of the base, what the scenarios multiply, and numbers they have of their own. */
function* numbersOf({ rows }: WorkbookSheet, setting: Setting): Generator<FoundNumber> {
  for (const { line, cells } of rows.slice(1)) {
    const { place, own } = ruleOf(cells, setting);
    if (place === '') continue;
    for (const [index, scenario] of setting.scenarios.entries()) {
      const number = numberIn(scenario, { place, own });
      if (number === undefined) continue;
      const column = FIRST_SCENARIO + index;
      const [was, is] = [cells[column] ?? '', setting.now.get(line)?.[column] ?? ''];
      yield { line, number, was: Number(inFile(was, place)), is: inFile(is, place) };
    }
  }
}

/** How the plan's file calls a number of a scenario; undefined where it has none, because the number follows from the base. */
function numberIn(
  scenario: string,
  { place, own }: { readonly place: string; readonly own: readonly string[] },
): string | undefined {
  const isBase = scenario === BASE;
  if (place.startsWith(MULTIPLIERS)) return isBase ? undefined : `scenarios.${scenario}.${place}`;
  if (isBase) return place;
  return own.includes(scenario) ? `scenarios.${scenario}.numbers.${place}` : undefined;
}

/** A number as the plan's file has it: shares in percent, without the noise of turning them. */
function inFile(cell: Cell, place: string): Cell {
  const number = modelValue(cell);
  if (number === undefined) return cell;
  const field = place.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
  return Number((field.includes('_percent') ? number * 100 : number).toPrecision(12));
}

/** A number as the workbook has it: shares are ratios. */
function modelValue(cell: Cell): number | undefined {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'string') return undefined;
  return cell.percent ? cell.value / 100 : cell.value;
}

/** Numbers that somebody typed over a formula: from now on the scenario has them of its own. */
function typedOver({ rows }: WorkbookSheet, setting: Setting): Omit<FoundNumber, 'was'>[] {
  const { scenarios, now } = setting;
  const base = FIRST_SCENARIO + scenarios.indexOf(BASE);
  const rules = rows.slice(1).map(({ line, cells }) => ({ line, cells, ...ruleOf(cells, setting) }));
  const lineOf = new Map(rules.map(({ place, line }) => [place, line]));
  return rules.flatMap(({ line, cells, place, own, multiplier, isShare }) => {
    if (place === '' || place.startsWith(MULTIPLIERS)) return [];
    return scenarios.flatMap((scenario, index) => {
      const column = FIRST_SCENARIO + index;
      const at = (row: number | undefined, where: number) => modelValue(now.get(row ?? 0)?.[where] ?? '');
      const factor = multiplier === '' ? 1 : at(lineOf.get(`${MULTIPLIERS}${multiplier}`), column);
      const [is, ofBase] = [at(line, column), at(line, base)];
      if (scenario === BASE || own.includes(scenario)) return [];
      if (is === undefined || ofBase === undefined || factor === undefined) return [];
      const follows = isShare ? Math.min(1, ofBase * factor) : ofBase * factor;
      // A program that does not calculate leaves the numbers as they were written.
      if ([follows, modelValue(cells[column] ?? '')].some((number) => isSame(is, number))) return [];
      return [{ line, number: `scenarios.${scenario}.numbers.${place}`, is: inFile(is, place) }];
    });
  });
}

function isSame(one: number, other: number | undefined): boolean {
  return other !== undefined && Math.abs(one - other) <= SAME * Math.max(1, Math.abs(other));
}
