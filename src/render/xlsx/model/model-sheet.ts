import type { ModelBlock, ModelBlockLine, ModelScenario } from '../../../document/model.ts';
import { printFormula } from '../../../expression/print-formula.ts';
import type { CellStyle, Sheet, SheetCell, SheetRow } from '../sheet.ts';
import { sheetRange } from '../sheet-names.ts';
import { cellsAt, MONTH_ROW, monthColumn, YEAR_ROW, type ModelPlaces } from './model-names.ts';
import { NUMBER_FORMATS } from './number-formats.ts';

const HEAD: CellStyle = { font: 'optional', border: 'below', align: 'right', locked: true };
const LABELS = { width: 34 };
const MONTHS = { width: 10.5 };

/** Row of the first line. */
export const FIRST_LINE_ROW = YEAR_ROW + 1;

/** One scenario month by month: every cell a formula on the assumptions, with the value our own calculation has. */
export function modelSheet(model: ModelBlock, scenario: ModelScenario, places: ModelPlaces): Sheet {
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
    ...lines.map((line) => lineRow(line, { model, scenario, places })),
  ];
  const last = FIRST_LINE_ROW + lines.length - 1;
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
      onePageWide: true,
      repeatedRows: { from: MONTH_ROW, to: YEAR_ROW },
      footer: `${places.modelSheet(scenario.id)}, rows 1 to ${last}. Illustrative, not a guarantee`,
    },
  };
}

interface At {
  readonly model: ModelBlock;
  readonly scenario: ModelScenario;
  readonly places: ModelPlaces;
}

function lineRow(line: ModelBlockLine, { model, scenario, places }: At): SheetRow {
  const { key, title, kind, emphasis, group, start, formula } = line;
  const border = emphasis ? 'below' : 'hair';
  const style: CellStyle = {
    font: emphasis ? 'required' : 'body',
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
    const { cellOf, earlierOf } = cellsAt({ month, scenario: scenario.id, group }, model, places);
    return { value: values[month]!, formula: printFormula(formula, cellOf, earlierOf), style };
  });
  return {
    cells: [
      undefined,
      { value: title, style: { font: emphasis ? 'required' : 'body', border } },
      { style: { border } },
      first,
      ...months,
    ],
  };
}

/** Only a result is red when it is below zero, never a cost. */
function resultRanges(lines: readonly ModelBlockLine[], { lineRow: rows }: ModelPlaces, months: number): string[] {
  return lines
    .filter(({ key }) => key === 'net' || key === 'cumulative')
    .map(({ key }) => `${monthColumn(0)}${rows.get(key)!}:${monthColumn(months)}${rows.get(key)!}`);
}
