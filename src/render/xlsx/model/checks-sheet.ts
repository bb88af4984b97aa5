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
          { value: 0, formula: `COUNTIF(${results},"fails")`, style: number },
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
      ...checks.map(({ title, differences }, index) =>
        checkRow(title, differences, { row: FIRST_ROW + index, columns: order.length }),
      ),
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
  const { length } = checksOf(model, places);
  const value = `All ${length} checks hold`;
  return { value, formula: `IF(${NAMES.failed}=0,"${value}","Failed: "&${NAMES.failed}&" of ${length} checks")` };
}

function checkRow(
  title: string,
  differences: readonly string[],
  { row, columns }: { row: number; columns: number },
): SheetRow {
  const [first, last] = [columnLetters(2), columnLetters(1 + columns)];
  const cells = Array.from({ length: columns }, (_, index): SheetCell => {
    const formula = differences[index];
    return formula === undefined ? { style: DIFFERENCE } : { value: 0, formula, style: DIFFERENCE };
  });
  const range = `${first}${row}:${last}${row}`;
  return {
    cells: [
      undefined,
      { value: title, style: { ...WORDS, font: 'body' } },
      ...cells,
      {
        value: 'holds',
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
    {
      title: 'The scenarios keep their order: conservative ends lowest, stretch highest',
      differences: [
        ends
          .slice(1)
          .map((end, index) => `MAX(0,${ends[index]!}-${end})`)
          .join('+'),
      ],
    },
  ];
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
