import type { Document } from '../../../document/document.ts';
import type { DocumentModel } from '../../../document/model.ts';
import type { SheetChart } from '../../../ooxml/charts/sheet-charts.ts';
import type { TextLook } from '../../../ooxml/charts/chart.ts';
import { formatDate, formatSentence } from '../../../units/format.ts';
import { heldValue } from '../page/value-cell.ts';
import { sheetRange } from '../sheet-names.ts';
import type { CellStyle, Sheet, SheetCell, SheetRow } from '../sheet.ts';
import { ALARM, headerCell, LABEL, printed, quoted, titleRows, WORDS } from './model-frame.ts';
import { lineRange, NAMES, SHEETS, type ModelPlaces } from './model-names.ts';
import { axisMoney, NUMBER_FORMATS } from './number-formats.ts';

const HEADER_ROW = 5;
const FIRST_ROW = HEADER_ROW + 1;
const CHART_ROWS = 16;
const SMALL: TextLook = { size: 9, colour: 'tx2' };
const NUMBERS: TextLook = { size: 9, colour: 'tx1' };
const TITLE: TextLook = { size: 12, bold: true, colour: 'tx1' };
const MONEY: CellStyle = { border: 'hair', align: 'right', format: NUMBER_FORMATS.amount };

/** What a formula cannot tell: the strongest drivers and the solved questions, with the day and whether they still fit the numbers. */
export function sensitivitySheet(document: Document, model: DocumentModel, places: ModelPlaces): Sheet {
  const { drivers, followed } = model.outcome;
  const [base] = model.scenarios;
  const end = lineRange({ line: followed, scenario: base!.id, from: model.months, to: model.months }, places);
  const share = Math.round(drivers.swing * 100);
  const afterChart = FIRST_ROW + drivers.rows.length + CHART_ROWS + 1;
  const blank = Array.from({ length: CHART_ROWS + 1 }, (): SheetRow => ({ cells: [] }));
  return {
    name: SHEETS.sensitivity,
    columns: [{ width: 2 }, { width: 34 }, ...[0, 1, 2, 3, 4].map(() => ({ width: 17 })), { width: 30 }],
    rows: [
      ...titleRows({ value: `What moves the ${base!.title.toLowerCase()} case` }, staleCell(document, model), document),
      {
        cells: [
          undefined,
          {
            value: `Cumulative profit after ${model.months} months if one number is ${share}% lower or higher, ${model.currency}`,
            style: { font: 'section' },
          },
        ],
      },
      {
        cells: [
          undefined,
          headerCell('Number'),
          ...[`${share}% lower`, 'As written', `${share}% higher`, 'Change if lower', 'Change if higher'].map((title) =>
            headerCell(title, 'right'),
          ),
        ],
      },
      ...drivers.rows.map((_, index) => driverRow(model, index)),
      ...blank,
      ...questionRows(document, model),
      { cells: [] },
      {
        cells: [
          undefined,
          { value: `The ${base!.title.toLowerCase()} case now ends at`, style: LABEL },
          { value: base!.values.get(followed)!.at(-1)!, formula: end, style: { ...MONEY, font: 'good' } },
        ],
      },
    ],
    frozen: { rows: HEADER_ROW, columns: 0 },
    gridlines: false,
    conditions: [
      {
        range: 'B2',
        kind: 'looks',
        rules: [{ formula: `${NAMES.changed}>0`, look: ALARM }],
      },
    ],
    ...(drivers.rows.length > 0 && { charts: [tornado(document, model, afterChart)] }),
    print: printed(document, { landscape: true, fit: 'all' }),
  };
}

/** What only solving tells, with the answer or why there is none. */
function questionRows({ format }: Document, { outcome, currency }: DocumentModel): SheetRow[] {
  const header = ['Question, solved for base', 'Answer', '', '', ''].map((word) => headerCell(word));
  return [
    { cells: [undefined, ...header] },
    ...outcome.questions.map(({ question, answer }): SheetRow => {
      const { held, format: code } =
        answer.kind === 'missing'
          ? { held: answer.reason, format: '@' }
          : heldValue(answer, { locale: format.locale, currency });
      const style: CellStyle = { border: 'hair', align: 'left', vertical: 'top', format: code };
      return {
        height: 30,
        cells: [
          undefined,
          { value: formatSentence(question, format), style: { ...WORDS, font: 'body' } },
          { ...(held !== undefined && { value: held }), style },
          ...[0, 1, 2].map(() => ({ style: { border: 'hair' } as const })),
        ],
      };
    }),
  ];
}

/** Whether the numbers are still those that were solved, and what to do when they are not. */
function staleCell({ dates, format }: Document, { outcome }: DocumentModel): SheetCell {
  const day = formatDate(dates.pipeline, format.locale);
  const fits = `Solved for the numbers of ${day}. ${outcome.caution}.`;
  const stale = ' changed: these were solved for other numbers. Run cam plan business again.';
  return {
    value: fits,
    formula: `IF(${NAMES.changed}=0,${quoted(fits)},${NAMES.changed}&IF(${NAMES.changed}=1," number was"," numbers were")&${quoted(stale)})`,
  };
}

function driverRow({ scenarios, outcome }: DocumentModel, index: number): SheetRow {
  const { title, lower, higher } = outcome.drivers.rows[index]!;
  const row = FIRST_ROW + index;
  const end = scenarios[0]!.values.get(outcome.followed)!.at(-1)!;
  return {
    cells: [
      undefined,
      { value: title, style: LABEL },
      ...[lower, end, higher].map((value): SheetCell => ({ value, style: MONEY })),
      { value: lower - end, formula: `C${row}-D${row}`, style: MONEY },
      { value: higher - end, formula: `E${row}-D${row}`, style: MONEY },
    ],
  };
}

/** The drivers as bars to both sides of what the plan comes to, the strongest on top. */
function tornado({ format }: Document, { outcome, scenarios, currency }: DocumentModel, endRow: number): SheetChart {
  const { rows, swing } = outcome.drivers;
  const end = scenarios[0]!.values.get(outcome.followed)!.at(-1)!;
  const last = FIRST_ROW + rows.length - 1;
  const share = Math.round(swing * 100);
  const range = (column: string) => sheetRange(SHEETS.sensitivity, `$${column}$${FIRST_ROW}:$${column}$${last}`);
  const name = (column: string) => sheetRange(SHEETS.sensitivity, `$${column}$${HEADER_ROW}`);
  const changes = rows.flatMap(({ lower, higher }) => [lower - end, higher - end]);
  const labels = { position: 'outEnd', format: axisMoney(changes), look: NUMBERS } as const;
  return {
    name: 'Strongest drivers',
    description: `What each of the ${rows.length} strongest numbers changes when it is ${share}% lower or higher`,
    chart: {
      categories: rows.map(({ title }) => title),
      series: [
        {
          kind: 'bars',
          name: 'Change if lower',
          values: rows.map(({ lower }) => lower - end),
          colour: 'accent3',
          labels,
        },
        {
          kind: 'bars',
          name: 'Change if higher',
          values: rows.map(({ higher }) => higher - end),
          colour: 'accent1',
          labels,
        },
      ],
      bars: { direction: 'bar', gap: 45, grouping: 'over' },
      categoryAxis: { names: 'low', look: SMALL, line: { colour: 'tx2', points: 0.75 }, isReversed: true },
      valueAxis: { gridlines: { colour: 'E6E9ED', points: 0.5 } },
      title: { text: `Change of cumulative profit, ${share}% lower or higher, ${currency}`, look: TITLE },
      legend: { position: 'bottom', look: SMALL },
      language: format.locale,
    },
    cells: {
      categories: range('B'),
      series: [
        { name: name('F'), values: range('F') },
        { name: name('G'), values: range('G') },
      ],
    },
    from: { column: 1, row: last + 1 },
    to: { column: 7, row: endRow - 1 },
  };
}
