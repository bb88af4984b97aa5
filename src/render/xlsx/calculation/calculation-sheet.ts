import {
  type CalculationEntry,
  type CalculationRow,
  type CalculationSheet,
} from '../../../document/calculation/calculation.ts';
import { cellAt } from '../../../document/calculation/cell-at.ts';
import { columnKeys } from '../../../document/calculation/place-of-name.ts';
import type { Document } from '../../../document/document.ts';
import { BAND, headerCell, LABEL, printed, SOFT, STRONG_LABEL, titleRows } from '../model/model-frame.ts';
import { heightOf, linesOf, textRoom } from '../page/text-room.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import { calculationCell, type CellWriter } from './calculation-cell.ts';
import { calculationChart } from './calculation-chart.ts';
import { FIRST_ROW, HEADER_ROW, type SheetLine } from './calculation-places.ts';
import { typedChecks } from './typed-checks.ts';

const WIDTHS = { margin: 2, label: 40, least: 13, most: 26, unit: 22, source: 70 } as const;
const CHART_ROWS = 18;
/** Addresses break badly: a line of them holds less. */
const ROOM_OF_LONG_WORDS = 0.8;
/** A sheet of more columns is printed on its side. */
const PORTRAIT_COLUMNS = 3;

/** A sheet of a calculation: a column each, its rows under their headings, inputs to type into and formulas that follow them. */
export function calculationSheet(sheet: CalculationSheet, document: Document, writer: CellWriter): Sheet {
  const { places, calculation } = writer;
  const lines = places.rows(sheet);
  const sources = new Map(sheet.rows.map((row) => [row.key, sourceOf(row, sheet)]));
  const hasSources = [...sources.values()].some((source) => source !== '');
  const longest = Math.max(...[...sources.values()].map((text) => textRoom(text)));
  const sourceWidth = hasSources ? Math.min(WIDTHS.source, longest + 2) : undefined;
  const titles = [...sheet.columns.map(({ title }) => title), ...(sheet.total ? [sheet.total.title] : [])];
  const soft = [sheet.intro, calculation.currency, calculation.caution].filter((words) => words !== undefined);
  const last = FIRST_ROW + lines.length;
  return {
    name: places.sheetName(sheet.key),
    columns: [
      { width: WIDTHS.margin },
      { width: WIDTHS.label },
      ...titles.map((title) => ({ width: widthOf(title, sheet) })),
      { width: sheet.rows.some(({ unit }) => unit !== undefined) ? WIDTHS.unit : WIDTHS.margin },
      ...(sourceWidth === undefined ? [] : [{ width: sourceWidth }]),
    ],
    rows: [
      ...titleRows(
        { value: sheet.title },
        { value: soft.map((words) => words.replace(/\.$/, '')).join('. ') + '.' },
        document,
      ),
      { cells: [] },
      {
        height: heightOf(Math.max(...titles.map((title) => linesOf(title, widthOf(title, sheet) - 2)))),
        cells: [
          undefined,
          headerCell(sheet.label),
          ...titles.map((title) => wrapped(headerCell(title, 'right'))),
          { value: '', style: { font: 'heading', border: 'below' } },
          ...(hasSources ? [headerCell('Source')] : []),
        ],
      },
      ...lines.map((line) => sheetRow(line, sheet, { writer, sourceWidth, sources })),
    ],
    frozen: { rows: HEADER_ROW, columns: 2 },
    gridlines: false,
    checks: typedChecks(sheet, places),
    ...(sheet.charts && {
      charts: sheet.charts.map((chart, index) =>
        calculationChart(
          chart,
          { sheet, document, writer },
          {
            from: { column: 1, row: last + 1 + index * CHART_ROWS },
            to: { column: Math.max(4, 2 + titles.length), row: last + (index + 1) * CHART_ROWS },
          },
        ),
      ),
    }),
    print: printed(document, {
      landscape: titles.length > PORTRAIT_COLUMNS || hasSources,
      fit: sheet.charts ? 'all' : 'columns',
      repeatedRows: { from: HEADER_ROW, to: HEADER_ROW },
    }),
  };
}

interface RowSetting {
  readonly writer: CellWriter;
  /** Undefined where no number has a source. */
  readonly sourceWidth: number | undefined;
  readonly sources: ReadonlyMap<string, string>;
}

function sheetRow(line: SheetLine, sheet: CalculationSheet, { writer, sourceWidth, sources }: RowSetting): SheetRow {
  const keys = columnKeys(sheet);
  if ('heading' in line) {
    const across = Array.from({ length: keys.length + 1 + Number(sourceWidth !== undefined) }, () => ({ style: BAND }));
    return { cells: [undefined, { value: line.heading, style: BAND }, ...across] };
  }
  const { row } = line;
  const source = sources.get(row.key)!;
  const texts = sheet.columns.map(({ key, title }) => {
    const value = row.kind === 'text' ? writer.values.at({ sheet: sheet.key, column: key, row: row.key }) : undefined;
    return typeof value === 'string' ? linesOf(value, widthOf(title, sheet) - 2) : 1;
  });
  return {
    height: heightOf(Math.max(linesOf(source, (sourceWidth ?? 1) * ROOM_OF_LONG_WORDS), ...texts)),
    cells: [
      undefined,
      { value: row.label, style: { ...(row.emphasis ? STRONG_LABEL : LABEL), vertical: 'top' } },
      ...keys.map((column) => calculationCell({ sheet: sheet.key, column, row: row.key }, row, writer)),
      { value: row.unit ?? '', style: { ...SOFT, align: 'left', indent: 1, vertical: 'top' } },
      ...(sourceWidth !== undefined
        ? [{ value: source, style: { ...SOFT, wrap: true, align: 'left', vertical: 'top' } as const }]
        : []),
    ],
  };
}

/** Where the numbers of a row are from, once where all columns have it from the same place. */
function sourceOf({ key }: CalculationRow, sheet: CalculationSheet): string {
  const sources = sheet.columns.flatMap(({ key: column, title }) => {
    const entry = cellAt({ column, row: key }, sheet);
    const source = entry === undefined ? undefined : typedSource(entry);
    return source === undefined ? [] : [{ title, source }];
  });
  const different = [...new Set(sources.map(({ source }) => source))];
  if (different.length <= 1) return different[0] ?? '';
  return different
    .map(
      (source) =>
        `${sources
          .filter((each) => each.source === source)
          .map(({ title }) => title)
          .join(', ')}: ${source}`,
    )
    .join('; ');
}

function typedSource(entry: CalculationEntry | { readonly sum: true }): string | undefined {
  return 'typed' in entry ? entry.source : undefined;
}

function wrapped(cell: ReturnType<typeof headerCell>): ReturnType<typeof headerCell> {
  return { ...cell, style: { ...cell.style, wrap: true } };
}

/** Words need more room than numbers. */
function widthOf(title: string, { rows }: CalculationSheet): number {
  const least = rows.some(({ kind }) => kind === 'text') ? WIDTHS.most : WIDTHS.least;
  return Math.min(WIDTHS.most, Math.max(least, textRoom(title, true) + 3));
}
