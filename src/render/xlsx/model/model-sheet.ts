import type { DocumentModel, ModelLine, ModelScenario } from '../../../document/model.ts';
import { printFormula } from '../../../expression/print-formula.ts';
import type { CellStyle, Sheet, SheetCell, SheetRow } from '../sheet.ts';
import { sheetRange } from '../sheet-names.ts';
import { cellsAt, MONTH_ROW, monthColumn, YEAR_ROW, type ModelPlaces } from './model-names.ts';
import { NUMBER_FORMATS } from './number-formats.ts';

const HEAD: CellStyle = { font: 'heading', border: 'below', align: 'right', locked: true };
const LABELS = { width: 34 };
const MONTHS = { width: 10.5 };

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

/** One scenario month by month: every cell a formula on the assumptions, with the value our own calculation has. */
export function modelSheet(model: DocumentModel, scenario: ModelScenario, places: ModelPlaces): Sheet {
  const { months, lines, currency } = model;
  const numbers = Array.from({ length: months }, (_, index) => index + 1);
  const rows: SheetRow[] = [
    {
      height: 26,
      cells: [undefined, { value: `Model, ${scenario.title.toLowerCase()} case`, style: { font: 'title' } }],
    },
    {
      cells: [
        undefined,
        {
          value: `${currency}, ${months} months. Every cell is a formula; change numbers on ${places.assumptions}. Illustrative, not a guarantee.`,
          style: { font: 'soft' },
        },
      ],
    },
    { cells: [] },
    { cells: [] },
    {
      cells: [
        undefined,
        { value: 'Month', style: { ...HEAD, align: 'left' } },
        { style: HEAD },
        { value: 0, style: { ...HEAD, format: '"start"' } },
        ...numbers.map((month): SheetCell => ({
          value: month,
          formula: `${monthColumn(month - 1)}${MONTH_ROW}+1`,
          style: HEAD,
        })),
      ],
    },
    {
      cells: [
        undefined,
        { value: 'Whole years before it', style: { font: 'soft', border: 'hair' } },
        { style: { border: 'hair' } },
        { style: { border: 'hair' } },
        ...numbers.map((month): SheetCell => ({
          value: Math.floor((month - 1) / 12),
          formula: `INT((${monthColumn(month)}$${MONTH_ROW}-1)/12)`,
          style: { font: 'soft', border: 'hair', align: 'right' },
        })),
      ],
    },
    ...modelRows(model).map((row) =>
      'line' in row ? lineRow(row.line, { model, scenario, places }) : headingRow(row.heading, months),
    ),
  ];
  return {
    name: places.modelSheet(scenario.id),
    columns: [{ width: 2 }, LABELS, { width: 2 }, ...[0, ...numbers].map(() => MONTHS)],
    rows,
    frozen: { rows: YEAR_ROW, columns: 3 },
    gridlines: false,
    conditions: resultRanges(lines, places, months).map((range) => ({
      range,
      kind: 'looks',
      rules: [{ formula: `${range.split(':')[0]!}<0`, look: { colour: 'B3261E' } }],
    })),
    print: {
      landscape: true,
      repeatedRows: { from: MONTH_ROW, to: YEAR_ROW },
      footer: `Model, ${scenario.title.toLowerCase()} case. Illustrative, not a guarantee`,
    },
  };
}

function headingRow(heading: string, months: number): SheetRow {
  const style: CellStyle = { font: 'section', fill: 'band' };
  return { cells: [undefined, { value: heading, style }, ...Array.from({ length: months + 2 }, () => ({ style }))] };
}

interface At {
  readonly model: DocumentModel;
  readonly scenario: ModelScenario;
  readonly places: ModelPlaces;
}

function lineRow(line: ModelLine, { model, scenario, places }: At): SheetRow {
  const { key, title, kind, emphasis, group, start, formula } = line;
  const border = emphasis ? 'below' : 'hair';
  const style: CellStyle = {
    font: emphasis ? 'strong' : 'body',
    border,
    format: NUMBER_FORMATS[kind],
    align: 'right',
  };
  const values = scenario.values.get(key)!;
  const first: SheetCell = start
    ? {
        value: values[0]!,
        formula: `${start.sign < 0 ? '-' : ''}${sheetRange(places.assumptions, `$${places.scenarioColumn(scenario.id)}$${places.inputRow.get(start.input)!}`)}`,
        style,
      }
    : { style };
  const months = Array.from({ length: model.months }, (_, index): SheetCell => {
    const month = index + 1;
    const cells = cellsAt({ month, scenario: scenario.id, group }, model, places);
    return { value: values[month]!, formula: printFormula(formula, cells.cellOf, cells), style };
  });
  return {
    cells: [
      undefined,
      { value: title, style: { font: emphasis ? 'strong' : 'body', border } },
      { style: { border } },
      first,
      ...months,
    ],
  };
}

/** Only a result is red when it is below zero, never a cost. */
function resultRanges(lines: readonly ModelLine[], { lineRow: rows }: ModelPlaces, months: number): string[] {
  return lines
    .filter(({ key }) => key === 'net' || key === 'cumulative')
    .map(({ key }) => `${monthColumn(0)}${rows.get(key)!}:${monthColumn(months)}${rows.get(key)!}`);
}
