import type { Document } from '../../../document/document.ts';
import type { DocumentModel, ModelLine, ModelScenario } from '../../../document/model.ts';
import { printFormula } from '../../../expression/print-formula.ts';
import { addMonths, firstDay, monthOf } from '../../../units/year-month.ts';
import { excelDate } from '../excel-date.ts';
import { sheetRange } from '../sheet-names.ts';
import type { CellStyle, Sheet, SheetCell, SheetRow } from '../sheet.ts';
import { BAND, headerCell, LABEL, NEGATIVE, printed, titleRows } from './model-frame.ts';
import { cellsAt, DATE_ROW, MONTH_ROW, monthColumn, NAMES, SHEETS, YEAR_ROW, type ModelPlaces } from './model-names.ts';
import { MONTH_DATE, NUMBER_FORMATS } from './number-formats.ts';

const HEAD: CellStyle = { font: 'heading', border: 'below', align: 'right' };
const SOFT_NUMBER: CellStyle = { font: 'soft', border: 'hair', align: 'right' };
const LABELS = { width: 34 };
const MONTHS = { width: 10.5 };
const YEAR = 12;
/** In percent: twelve months with their labels fill a page on its side. */
const PRINT_SCALE = 70;

/** What stands on a row below the years: the heading of a group, or a line. */
type ModelRow = { readonly heading: string } | { readonly line: ModelLine };

/** The rows of a model sheet: lines that follow each other under one heading stand below it. */
function modelRows({ lines }: DocumentModel): readonly ModelRow[] {
  return lines.flatMap((line, index): ModelRow[] => {
    const isNew = line.heading !== lines[index - 1]?.heading;
    return [...(isNew ? [{ heading: line.heading }] : []), { line }];
  });
}

/** The row of every line on a model sheet. */
export function modelLineRows(model: DocumentModel): ReadonlyMap<string, number> {
  const rows = modelRows(model).map((row, index) => [row, YEAR_ROW + 1 + index] as const);
  return new Map(rows.flatMap(([row, at]) => ('line' in row ? [[row.line.key, at]] : [])));
}

interface At {
  readonly model: DocumentModel;
  readonly scenario: ModelScenario;
  readonly places: ModelPlaces;
}

/** One scenario month by month: every cell a formula on the assumptions, with the value our own calculation has. */
export function modelSheet(document: Document, { model, scenario, places }: At): Sheet {
  const { months, currency, outcome } = model;
  const name = places.modelSheet(scenario.id);
  const title = `Model, ${scenario.title.toLowerCase()} case`;
  const soft = `${currency}, ${months} months. Every cell is a formula; change numbers on ${SHEETS.assumptions}. ${outcome.caution}.`;
  const years = Array.from({ length: Math.ceil(months / YEAR) - 1 }, (_, year) => (year + 1) * YEAR);
  return {
    name,
    columns: [{ width: 2 }, LABELS, { width: 2 }, ...Array.from({ length: months + 1 }, () => MONTHS)],
    rows: [
      ...titleRows({ value: title }, { value: soft }, document),
      ...monthRows(model),
      ...modelRows(model).map((row) =>
        'line' in row ? lineRow(row.line, { model, scenario, places }) : headingRow(row.heading, months),
      ),
    ],
    frozen: { rows: YEAR_ROW, columns: 3 },
    gridlines: false,
    conditions: ['net', outcome.followed].map((line) => {
      const row = places.lineRow.get(line)!;
      const range = `${monthColumn(0)}${row}:${monthColumn(months)}${row}`;
      return { range, kind: 'looks', rules: [{ formula: `${monthColumn(0)}${row}<0`, look: NEGATIVE }] };
    }),
    print: printed(document, {
      landscape: true,
      scale: PRINT_SCALE,
      repeatedRows: { from: DATE_ROW, to: YEAR_ROW },
      repeatedColumns: { from: 'A', to: 'C' },
      // The start and the first year, then a year a page.
      columnsBefore: years.map((month) => monthColumn(month + 1)),
    }),
  };
}

/** The months as dates, as numbers, and the whole years before each. */
function monthRows({ months, starts }: DocumentModel): SheetRow[] {
  const numbers = Array.from({ length: months }, (_, index) => index + 1);
  const dateOf = (month: number) => excelDate(firstDay(addMonths(monthOf(starts), month - 1)));
  return [
    {
      cells: [
        undefined,
        headerCell('Month'),
        { style: HEAD },
        { value: 'start', style: HEAD },
        ...numbers.map((month): SheetCell => {
          const value = dateOf(month);
          const formula = `EDATE(${NAMES.firstMonth},${monthColumn(month)}$${MONTH_ROW}-1)`;
          return { ...(value !== undefined && { value }), formula, style: { ...HEAD, format: MONTH_DATE } };
        }),
      ],
    },
    {
      cells: [
        undefined,
        { value: 'Number of the month', style: { font: 'soft', border: 'hair' } },
        { style: SOFT_NUMBER },
        { value: 0, style: SOFT_NUMBER },
        ...numbers.map((month): SheetCell => ({
          value: month,
          formula: `${monthColumn(month - 1)}${MONTH_ROW}+1`,
          style: SOFT_NUMBER,
        })),
      ],
    },
    {
      cells: [
        undefined,
        { value: 'Whole years before it', style: { font: 'soft', border: 'hair' } },
        { style: SOFT_NUMBER },
        { style: SOFT_NUMBER },
        ...numbers.map((month): SheetCell => ({
          value: Math.floor((month - 1) / YEAR),
          formula: `INT((${monthColumn(month)}$${MONTH_ROW}-1)/${YEAR})`,
          style: SOFT_NUMBER,
        })),
      ],
    },
  ];
}

function headingRow(heading: string, months: number): SheetRow {
  return {
    cells: [undefined, { value: heading, style: BAND }, ...Array.from({ length: months + 2 }, () => ({ style: BAND }))],
  };
}

function lineRow(line: ModelLine, { model, scenario, places }: At): SheetRow {
  const { key, title, kind, emphasis, group, formula } = line;
  const border = emphasis ? 'below' : 'hair';
  const isHelper = model.outcome.helpers.has(key);
  const font = emphasis ? 'strong' : isHelper ? 'soft' : 'body';
  const style: CellStyle = { font, border, format: NUMBER_FORMATS[kind], align: 'right' };
  const values = scenario.values.get(key)!;
  const months = Array.from({ length: model.months }, (_, index): SheetCell => {
    const month = index + 1;
    const cells = cellsAt({ month, scenario: scenario.id, group }, model, places);
    return { value: values[month]!, formula: printFormula(formula, cells.cellOf, cells), style };
  });
  return {
    cells: [
      undefined,
      { value: title, style: emphasis ? { font, border } : isHelper ? { font, border } : LABEL },
      { style: { border } },
      startCell(line, { model, scenario, places }, style),
      ...months,
    ],
  };
}

/** What a line starts from: a number of the assumptions, in the colour of what comes from another sheet. */
function startCell({ key, start }: ModelLine, { scenario, places }: At, style: CellStyle): SheetCell {
  if (!start) return { style };
  const { input, sign, isDirection } = start;
  const cell = sheetRange(SHEETS.assumptions, `$${places.scenarioColumn(scenario.id)}$${places.inputRow.get(input)!}`);
  const taken = isDirection ? `SIGN(${cell})` : cell;
  return {
    value: scenario.values.get(key)![0]!,
    formula: `${sign < 0 ? '-' : ''}${taken}`,
    style: { ...style, font: 'good' },
  };
}
