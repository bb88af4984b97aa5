import type { PeriodLine } from '../../../document/model-outcome.ts';
import type { Document } from '../../../document/document.ts';
import type { DocumentModel, ModelScenario } from '../../../document/model.ts';
import { columnLetters } from '../../../ooxml/workbook/cell-reference.ts';
import { addMonths, firstDay, monthOf } from '../../../units/year-month.ts';
import { excelDate } from '../excel-date.ts';
import type { CellStyle, Sheet, SheetCell, SheetRow } from '../sheet.ts';
import { headerCell, LABEL, NEGATIVE, printed, quoted, STRONG_LABEL, titleRows } from './model-frame.ts';
import { lineRange, NAMES, scenariosInOrder, SHEETS, type ModelPlaces } from './model-names.ts';
import { FROM_MONTH, MONTH_DATE, NUMBER_FORMATS } from './number-formats.ts';

const SHOWN_ROW = 4;
const HEADER_ROW = 6;
const FIRST_ROW = HEADER_ROW + 2;
const FIRST_COLUMN = 2;
const SPANS = { year: 12, quarter: 3 } as const;

/** A year or quarter of the forecast, with the column it stands in. */
interface Period {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly column: string;
}

/** The cell that holds the place of the scenario shown. */
export const SHOWN_NUMBER_CELL = `$C$${SHOWN_ROW}`;

/** The row of a line of the profit and loss, by its place among them. */
export function periodRow(index: number): number {
  return FIRST_ROW + index;
}

/** The years first, then the quarters. */
export function periodsOf({ months }: Pick<DocumentModel, 'months'>): {
  years: readonly Period[];
  quarters: readonly Period[];
} {
  const spans = (length: number, first: number, titleOf: (number: number) => string): Period[] =>
    Array.from({ length: Math.ceil(months / length) }, (_, index) => ({
      title: titleOf(index + 1),
      from: index * length + 1,
      to: Math.min(months, (index + 1) * length),
      column: columnLetters(first + index),
    }));
  const years = spans(SPANS.year, FIRST_COLUMN, (year) => `Year ${year}`);
  const quarters = spans(SPANS.quarter, FIRST_COLUMN + years.length, (quarter) => `Q${quarter}`);
  return { years, quarters };
}

/** Where the months of the chart stand below the quarters. */
export function chartRows({ months, outcome }: DocumentModel): { header: number; first: number; last: number } {
  const header = periodRow(outcome.periods.length) + 2;
  return { header, first: header + 1, last: header + 1 + months };
}

/** Profit and loss of the scenario shown by year and quarter, as sums of its months, and the months that the chart draws. */
export function yearsSheet(document: Document, model: DocumentModel, places: ModelPlaces): Sheet {
  const { years, quarters } = periodsOf(model);
  const { outcome, currency, starts } = model;
  const periods = [...years, ...quarters];
  const monthOfPeriod = ({ from }: Period): SheetCell => {
    const value = excelDate(firstDay(addMonths(monthOf(starts), from - 1)));
    const formula = `EDATE(${NAMES.firstMonth},${from - 1})`;
    const style: CellStyle = { font: 'soft', border: 'below', align: 'right', format: FROM_MONTH };
    return { ...(value !== undefined && { value }), formula, style };
  };
  const [base] = model.scenarios;
  const lastColumn = periods.at(-1)!.column;
  return {
    name: SHEETS.years,
    columns: [{ width: 2 }, { width: 34 }, ...years.map(() => ({ width: 14 })), ...quarters.map(() => ({ width: 13 }))],
    rows: [
      ...titleRows(
        {
          value: `Years and quarters, ${base!.title.toLowerCase()} case`,
          formula: `"Years and quarters, "&LOWER(${NAMES.shown})&" case"`,
        },
        { value: `${currency}. Sums of the months of the scenario chosen on ${SHEETS.summary}. ${outcome.caution}.` },
        document,
      ),
      shownRow(model),
      { cells: [] },
      { cells: [undefined, headerCell(''), ...periods.map(({ title }) => headerCell(title, 'right'))] },
      { cells: [undefined, headerCell('Sums of the months'), ...periods.map(monthOfPeriod)] },
      ...outcome.periods.map((line) => periodLineRow(line, { model, places, periods })),
      { cells: [] },
      ...chartTable(model, places),
    ],
    frozen: { rows: HEADER_ROW + 1, columns: 2 },
    gridlines: false,
    conditions: outcome.periods.flatMap((line, index) => {
      if (line.kind === 'ratio' || (line.line !== 'net' && line.line !== outcome.followed)) return [];
      const row = periodRow(index);
      const first = columnLetters(FIRST_COLUMN);
      return [
        {
          range: `${first}${row}:${lastColumn}${row}`,
          kind: 'looks' as const,
          rules: [{ formula: `${first}${row}<0`, look: NEGATIVE }],
        },
      ];
    }),
    print: printed(document, {
      landscape: true,
      fit: 'columns',
      repeatedRows: { from: HEADER_ROW, to: HEADER_ROW + 1 },
    }),
  };
}

function shownRow(model: DocumentModel): SheetRow {
  const titles = scenariosInOrder(model).map(({ title }) => quoted(title));
  const base = scenariosInOrder(model).indexOf(model.scenarios[0]!) + 1;
  const cases = titles.map((title, index) => `IF(${NAMES.shown}=${title},${index + 1},`).join('');
  return {
    cells: [
      undefined,
      { value: `Number of the scenario shown, of ${titles.length}`, style: { font: 'soft', border: 'hair' } },
      {
        value: base,
        formula: `${cases}${base}${')'.repeat(titles.length)}`,
        style: { font: 'soft', border: 'hair', align: 'right' },
      },
    ],
  };
}

interface Setting {
  readonly model: DocumentModel;
  readonly places: ModelPlaces;
  readonly periods: readonly Period[];
}

function periodLineRow(line: PeriodLine, { model, places, periods }: Setting): SheetRow {
  const border = line.emphasis ? 'below' : 'hair';
  const font = line.emphasis ? 'strong' : line.kind === 'ratio' ? 'soft' : 'body';
  const format = NUMBER_FORMATS[line.kind === 'ratio' ? 'share' : line.shows];
  return {
    cells: [
      undefined,
      { value: line.title, style: line.emphasis ? STRONG_LABEL : { ...LABEL, font } },
      ...periods.map((period): SheetCell => ({
        ...periodCell(line, period, { model, places }),
        style: { font, border, align: 'right', format },
      })),
    ],
  };
}

/** What a line comes to in a year or quarter of the scenario shown. */
export function periodCell(
  line: PeriodLine,
  { from, to, column }: Pick<Period, 'from' | 'to' | 'column'>,
  { model, places }: Omit<Setting, 'periods'>,
): Required<Pick<SheetCell, 'value' | 'formula'>> {
  const base = model.scenarios[0]!;
  if (line.kind === 'ratio') {
    const [part, whole] = [line.part, line.whole].map((key) => sumOf(base, key, from, to)) as [number, number];
    const row = (key: string) =>
      `${column}${periodRow(model.outcome.periods.findIndex((each) => each.kind === 'sum' && each.line === key))}`;
    return {
      value: whole === 0 ? '–' : part / whole,
      formula: `IF(${row(line.whole)}=0,"–",${row(line.part)}/${row(line.whole)})`,
    };
  }
  const sign = line.sign < 0 ? '-' : '';
  const isSum = line.kind === 'sum';
  const cells = scenariosInOrder(model).map(({ id }) => {
    const range = lineRange({ line: line.line, scenario: id, from: isSum ? from : to, to }, places);
    return isSum ? `SUM(${range})` : range;
  });
  const value = isSum ? sumOf(base, line.line, from, to) : base.values.get(line.line)![to]!;
  return { value: line.sign * value + 0, formula: `${sign}CHOOSE(${NAMES.shownNumber},${cells.join(',')})` };
}

function sumOf({ values }: ModelScenario, line: string, from: number, to: number): number {
  return values
    .get(line)!
    .slice(from, to + 1)
    .reduce((total, value) => total + value, 0);
}

/** Every month of what the chart draws: the scenario shown, then each of them. */
function chartTable(model: DocumentModel, places: ModelPlaces): SheetRow[] {
  const order = scenariosInOrder(model);
  const { followed } = model.outcome;
  const [base] = model.scenarios;
  const style: CellStyle = { border: 'hair', align: 'right', format: NUMBER_FORMATS.amount };
  const { first } = chartRows(model);
  const dates = Array.from({ length: model.months + 1 }, (_, month) =>
    firstDay(addMonths(monthOf(model.starts), month - 1)),
  );
  return [
    { cells: [undefined, { value: 'Cumulative profit by month', style: { font: 'section' } }] },
    {
      cells: [
        undefined,
        headerCell('Month'),
        { ...headerCell(`Shown: ${base!.title.toLowerCase()}`, 'right'), formula: `"Shown: "&LOWER(${NAMES.shown})` },
        ...order.map(({ title }) => headerCell(title, 'right')),
      ],
    },
    ...dates.map((date, month): SheetRow => {
      const row = first + month;
      const value = excelDate(date);
      const cells = order.map((_, index) => `${columnLetters(FIRST_COLUMN + 1 + index)}${row}`);
      return {
        cells: [
          undefined,
          {
            ...(value !== undefined && { value }),
            formula: `EDATE(${NAMES.firstMonth},${month - 1})`,
            style: { border: 'hair', align: 'left', format: MONTH_DATE },
          },
          {
            value: base!.values.get(followed)![month]!,
            formula: `CHOOSE(${NAMES.shownNumber},${cells.join(',')})`,
            style: { ...style, font: 'strong' },
          },
          ...order.map(({ id, values }): SheetCell => ({
            value: values.get(followed)![month]!,
            formula: lineRange({ line: followed, scenario: id, from: month, to: month }, places),
            style: { ...style, font: 'good' },
          })),
        ],
      };
    }),
  ];
}
