import type { Document } from '../../../document/document.ts';
import type { DocumentModel } from '../../../document/model.ts';
import type { Chart, LineSeries, TextLook } from '../../../ooxml/charts/chart.ts';
import type { SheetChart } from '../../../ooxml/charts/sheet-charts.ts';
import { columnLetters } from '../../../ooxml/workbook/cell-reference.ts';
import { addMonths, firstDay, monthOf } from '../../../units/year-month.ts';
import { excelDate } from '../excel-date.ts';
import { sheetRange } from '../sheet-names.ts';
import { scenariosInOrder, SHEETS } from './model-names.ts';
import { axisMoney, MONTH_DATE } from './number-formats.ts';
import { chartRows } from './years-sheet.ts';

const SMALL: TextLook = { size: 9, colour: 'tx2' };
const TITLE: TextLook = { size: 12, bold: true, colour: 'tx1' };
/** From the lowest scenario to the highest; the one shown is drawn over them. */
const STROKES = [
  { colour: 'accent5', points: 1.5, dash: 'sysDash' },
  { colour: 'accent2', points: 1.75 },
  { colour: 'accent3', points: 1.75 },
] as const;
const SHOWN = { colour: 'accent1', points: 3 } as const;

/** The running total by month: the scenario shown over all of them. It follows its cells. */
export function followedChart(
  document: Document,
  model: DocumentModel,
  place: Pick<SheetChart, 'from' | 'to'>,
): SheetChart {
  const { header, first, last } = chartRows(model);
  const { followed } = model.outcome;
  const order = scenariosInOrder(model);
  const column = (index: number) => columnLetters(2 + index);
  const cells = (index: number) => ({
    name: sheetRange(SHEETS.years, `$${column(index)}$${header}`),
    values: sheetRange(SHEETS.years, `$${column(index)}$${first}:$${column(index)}$${last}`),
  });
  const [base] = model.scenarios;
  const series = (name: string, stroke: NonNullable<LineSeries['stroke']>, values: readonly number[]): LineSeries => ({
    kind: 'line',
    name,
    stroke,
    values,
  });
  const chart: Chart = {
    categories: {
      numbers: Array.from(
        { length: model.months + 1 },
        (_, month) => excelDate(firstDay(addMonths(monthOf(model.starts), month - 1))) ?? month,
      ),
      format: MONTH_DATE,
    },
    series: [
      ...order.map(({ title, values }, index) =>
        series(title, STROKES[index % STROKES.length]!, values.get(followed)!),
      ),
      series(`Shown: ${base!.title.toLowerCase()}`, SHOWN, base!.values.get(followed)!),
    ],
    categoryAxis: { names: 'low', look: SMALL, line: { colour: 'tx2', points: 0.75 }, everyNth: 6 },
    valueAxis: {
      labels: { look: SMALL, format: axisMoney(order.flatMap(({ values }) => values.get(followed)!)) },
      gridlines: { colour: 'E6E9ED', points: 0.5 },
    },
    title: { text: `Cumulative profit, ${model.currency}`, look: TITLE },
    legend: { position: 'bottom', look: SMALL },
    language: document.format.locale,
  };
  return {
    name: 'Cumulative profit',
    description: `Cumulative profit by month over ${model.months} months, the scenario shown over the others`,
    chart,
    cells: {
      categories: sheetRange(SHEETS.years, `$B$${first}:$B$${last}`),
      series: [...order.map((_, index) => cells(index + 1)), cells(0)],
    },
    ...place,
  };
}
