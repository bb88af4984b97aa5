import type { Document } from '../../../document/document.ts';
import type { DocumentModel } from '../../../document/model.ts';
import { columnLetters } from '../../../ooxml/workbook/cell-reference.ts';
import { sheetRange } from '../sheet-names.ts';
import type { CellStyle, Sheet, SheetCell, SheetRow } from '../sheet.ts';
import { ALARM, headerCell, LABEL, printed, titleRows, WORDS } from './model-frame.ts';
import { lineRange, monthColumn, NAMES, scenariosInOrder, SHEETS, YEAR_ROW, type ModelPlaces } from './model-names.ts';
import { NUMBER_FORMATS } from './number-formats.ts';
import { changedFormula } from './written-sheet.ts';
import { periodRow, periodsOf } from './years-sheet.ts';

const OVERALL_ROW = 4;
const CHANGED_ROW = 5;
const HEADER_ROW = 7;
const FIRST_ROW = HEADER_ROW + 1;
/** Sums in another order differ in their last bits; a cent never comes from that. */
const TOLERANCE = 0.01;
const DIFFERENCE: CellStyle = { border: 'hair', align: 'right', format: '#,##0.00;−#,##0.00;0' };

/** The cells of how many checks failed, and how many numbers were changed. */
export const FAILED_CELL = `$C$${OVERALL_ROW}`;
export const CHANGED_CELL = `$C$${CHANGED_ROW}`;

/** Something that must be nought: a difference in each scenario, or one of the whole workbook. */
interface Check {
  readonly title: string;
  readonly differences: readonly string[];
  /** What they are for the numbers as they are written; nought unless given. */
  readonly written?: number;
}

/** What has to be true in the workbook, whatever is typed into it. */
export function checksSheet(document: Document, model: DocumentModel, places: ModelPlaces): Sheet {
  const checks = checksOf(model, places);
  const order = scenariosInOrder(model);
  const result = columnLetters(2 + order.length);
  const last = FIRST_ROW + checks.length - 1;
  const results = `${result}${FIRST_ROW}:${result}${last}`;
  const number = { border: 'hair', align: 'right', format: NUMBER_FORMATS.months } as const;
  return {
    name: SHEETS.checks,
    columns: [{ width: 2 }, { width: 92 }, ...order.map(() => ({ width: 14 })), { width: 12 }],
    rows: [
      ...titleRows(
        { value: 'Checks' },
        {
          value: `Every difference has to be nought: less than ${TOLERANCE} is binary rounding. ${model.outcome.caution}.`,
        },
        document,
      ),
      {
        cells: [
          undefined,
          { value: 'Checks that fail', style: LABEL },
          { value: failedOf(checks), formula: `COUNTIF(${results},"fails")`, style: number },
        ],
      },
      {
        cells: [
          undefined,
          { value: 'Numbers changed since the workbook was written', style: LABEL },
          { value: 0, formula: changedFormula(model, places), style: number },
          {
            value: 'no check: it says whether solved answers still fit',
            style: { font: 'soft', align: 'left', indent: 1 },
          },
        ],
      },
      { cells: [] },
      {
        cells: [
          undefined,
          headerCell('Check'),
          ...order.map(({ title }) => headerCell(title, 'right')),
          headerCell('Result'),
        ],
      },
      ...checks.map((check, index) => checkRow(check, { row: FIRST_ROW + index, columns: order.length })),
    ],
    frozen: { rows: HEADER_ROW, columns: 0 },
    gridlines: false,
    conditions: [
      {
        range: results,
        kind: 'looks',
        rules: [{ formula: `${result}${FIRST_ROW}="fails"`, look: ALARM }],
      },
      {
        range: FAILED_CELL.replaceAll('$', ''),
        kind: 'looks',
        rules: [{ formula: `${FAILED_CELL}>0`, look: ALARM }],
      },
    ],
    print: printed(document, { landscape: true, fit: 'columns' }),
  };
}

/** The words of the first sheet for the checks, as a formula. */
export function checksWords(
  model: DocumentModel,
  places: ModelPlaces,
): { readonly value: string; readonly formula: string } {
  const checks = checksOf(model, places);
  const failed = failedOf(checks);
  const [all, some] = [`All ${checks.length} checks hold`, ` of ${checks.length} checks`];
  return {
    value: failed === 0 ? all : `Failed: ${failed}${some}`,
    formula: `IF(${NAMES.failed}=0,"${all}","Failed: "&${NAMES.failed}&"${some}")`,
  };
}

function failedOf(checks: readonly Check[]): number {
  return checks.filter(({ written = 0 }) => written >= TOLERANCE).length;
}

function checkRow(
  { title, differences, written = 0 }: Check,
  { row, columns }: { row: number; columns: number },
): SheetRow {
  const [first, last] = [columnLetters(2), columnLetters(1 + columns)];
  const cells = Array.from({ length: columns }, (_, index): SheetCell => {
    const formula = differences[index];
    return formula === undefined ? { style: DIFFERENCE } : { value: written, formula, style: DIFFERENCE };
  });
  const range = `${first}${row}:${last}${row}`;
  return {
    cells: [
      undefined,
      { value: title, style: { ...WORDS, font: 'body' } },
      ...cells,
      {
        value: written < TOLERANCE ? 'holds' : 'fails',
        formula: `IFERROR(IF(MAX(MAX(${range}),-MIN(${range}))<${TOLERANCE},"holds","fails"),"fails")`,
        style: { border: 'hair', align: 'left', indent: 1 },
      },
    ],
  };
}

function checksOf(model: DocumentModel, places: ModelPlaces): Check[] {
  const { outcome, months, multipliers } = model;
  const order = scenariosInOrder(model);
  const each = (formula: (line: (key: string, from?: number, to?: number) => string, scenario: string) => string) =>
    order.map(({ id }) =>
      formula((line, from = 1, to = months) => lineRange({ line, scenario: id, from, to }, places), id),
    );
  const ends = each((line) => line(outcome.followed, months));
  const base = places.scenarioColumn(model.scenarios[0]!.id);
  const rows = multipliers.map(({ id }) => places.multiplierRow.get(id)!);
  const ofBase = sheetRange(SHEETS.assumptions, `$${base}$${Math.min(...rows)}:$${base}$${Math.max(...rows)}`);
  return [
    ...outcome.ties.map(({ title, whole, parts }) => ({
      title: `${title}, in every month`,
      differences: each((line) => {
        const taken = parts.map((part) => `${part.sign < 0 ? '+' : '-'}${line(part.line)}`).join('');
        return `SUMPRODUCT(ABS(${line(whole)}${taken}))`;
      }),
    })),
    {
      title: 'Cumulative profit is what was put in and all net profits',
      differences: each(
        (line) => `${line(outcome.followed, months)}-${line(outcome.followed, 0, 0)}-SUM(${line('net')})`,
      ),
    },
    {
      title: 'No month of the model holds an error',
      differences: each((_, scenario) => {
        const all = `$${monthColumn(0)}$${YEAR_ROW + 1}:$${monthColumn(months)}$${Math.max(...places.lineRow.values())}`;
        return `SUMPRODUCT(--ISERROR(${sheetRange(places.modelSheet(scenario), all)}))`;
      }),
    },
    { title: 'The years of the scenario shown add up to its quarters', differences: [yearsAgainstQuarters(model)] },
    {
      title: 'The years of the scenario shown add up to its months, net profit',
      differences: [yearsAgainstMonths(model, places)],
    },
    { title: 'The base case is multiplied by 1', differences: [`SUMPRODUCT(ABS(${ofBase}-1))`] },
    orderCheck(
      ends,
      order.map(({ values }) => values.get(outcome.followed)!.at(-1)!),
    ),
  ];
}

/** From conservative to stretch the ends rise; or they fall all the way, where every further deal costs more than it brings. */
function orderCheck(cells: readonly string[], ends: readonly number[]): Check {
  const steps = (from: (index: number) => number, to: (index: number) => number) =>
    cells.slice(1).map((_, index) => `MAX(0,${cells[from(index)]!}-${cells[to(index)]!})`);
  const [falls, rises] = [
    steps(
      (at) => at,
      (at) => at + 1,
    ),
    steps(
      (at) => at + 1,
      (at) => at,
    ),
  ];
  const away = (sign: 1 | -1) =>
    ends.slice(1).reduce((sum, end, index) => sum + Math.max(0, sign * (ends[index]! - end)), 0);
  return {
    title: 'The scenarios keep their order: base ends between conservative and stretch',
    differences: [`MIN(${falls.join('+')},${rises.join('+')})`],
    written: Math.min(away(1), away(-1)),
  };
}

/** All sums of the profit and loss together: the years less the quarters. */
function yearsAgainstQuarters(model: DocumentModel): string {
  const { years, quarters } = periodsOf(model);
  const rows = model.outcome.periods.flatMap(({ kind }, index) => (kind === 'sum' ? [periodRow(index)] : []));
  const terms = rows.map((row) => {
    const sum = (periods: typeof years) =>
      `SUM(${sheetRange(SHEETS.years, `$${periods[0]!.column}$${row}:$${periods.at(-1)!.column}$${row}`)})`;
    return `ABS(${sum(years)}-${sum(quarters)})`;
  });
  return terms.join('+');
}

function yearsAgainstMonths(model: DocumentModel, places: ModelPlaces): string {
  const { years } = periodsOf(model);
  const row = periodRow(model.outcome.periods.findIndex((line) => line.kind === 'sum' && line.line === 'net'));
  const ofYears = sheetRange(SHEETS.years, `$${years[0]!.column}$${row}:$${years.at(-1)!.column}$${row}`);
  const sums = scenariosInOrder(model).map(
    ({ id }) => `SUM(${lineRange({ line: 'net', scenario: id, from: 1, to: model.months }, places)})`,
  );
  return `SUM(${ofYears})-CHOOSE(${NAMES.shownNumber},${sums.join(',')})`;
}
