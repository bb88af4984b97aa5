import type { ScoreRow, Scores } from '../../../document/block.ts';
import type { Document } from '../../../document/document.ts';
import type { Chart, LineSeries, Series, TextLook } from '../../../ooxml/charts/chart.ts';
import type { SheetChart } from '../../../ooxml/charts/sheet-charts.ts';
import type { Value } from '../../../units/value.ts';
import type { CellStyle } from '../sheet.ts';
import { sheetRange } from '../sheet-names.ts';
import { HEADER_ROW } from './page-frame.ts';
import { placeHeader } from './place-header.ts';
import { cellName, columnRange, fixedRange, type SheetDraft } from './sheet-draft.ts';
import type { GridColumn } from './table-columns.ts';
import { ROOM_BESIDE, textRoom } from './text-room.ts';

const CHART_ROWS = 17;
const CHART_COLUMNS = 6;
const WORDS: TextLook = { size: 9, colour: 'tx2' };
const NUMBERS: TextLook = { size: 11, bold: true, colour: 'tx1' };
const MARKS = [
  { key: 'now', label: 'Now' },
  { key: 'previous', label: 'Before' },
  { key: 'peers', label: 'Peers' },
] as const;

/** Where the scores stand whose groups are drawn. */
interface ChartPlace {
  readonly tableColumns: readonly GridColumn[];
  /** The first column that is free. */
  readonly column: number;
  readonly sheet: string;
  readonly document: Document;
}

/**
 * Puts the groups of the scores beside them, each a reference to its row, and a native chart of those cells below; nothing where no
 * group has a score.
 */
export function scoreChart(
  draft: SheetDraft,
  { rows }: Scores,
  { tableColumns, column, sheet, document }: ChartPlace,
): { readonly chart: SheetChart; readonly lastColumn: number } | undefined {
  const groups = rows.flatMap((row, index) =>
    row.emphasis === 'strong' && row.now?.kind === 'score' ? [{ row, place: HEADER_ROW + 1 + index }] : [],
  );
  const shown = MARKS.filter(
    ({ key }) =>
      tableColumns.some((own) => own.column.key === key) && groups.some(({ row }) => row[key]?.kind === 'score'),
  );
  if (groups.length === 0) return undefined;
  const source = (key: string): number => 1 + tableColumns.findIndex((own) => own.column.key === key);
  for (const [index, { row, place }] of groups.entries()) {
    const at = HEADER_ROW + 1 + index;
    draft.put(at, column, {
      value: row.label,
      formula: cellName(source('what'), place),
      style: { ...CELL, align: 'left' },
    });
    draft.widen(column, textRoom(row.label) + ROOM_BESIDE);
    for (const [offset, { key }] of shown.entries()) {
      const score = scoreOf(row, key);
      const style: CellStyle = { ...CELL, align: 'right', format: '0' };
      const formula = cellName(source(key), place);
      draft.put(at, column + 1 + offset, score === undefined ? { style } : { value: score, formula, style });
    }
  }
  const headers = [
    { label: '', align: 'left' as const },
    ...shown.map(({ label }) => ({ label, align: 'right' as const })),
  ];
  placeHeader(draft, headers, { row: HEADER_ROW, column });
  const lastRow = HEADER_ROW + groups.length;
  const range = (at: number): string => sheetRange(sheet, fixedRange(columnRange(at, HEADER_ROW + 1, lastRow)));
  const values = (key: (typeof MARKS)[number]['key']) => groups.map(({ row }) => scoreOf(row, key) ?? null);
  return {
    lastColumn: column + CHART_COLUMNS,
    chart: {
      name: 'Scores',
      description: `Score of ${document.subject.name} by category, from 1 to 100: ${groups.map(({ row }) => `${row.label} ${scoreOf(row, 'now')}`).join(', ')}`,
      chart: chartOf(
        groups.map(({ row }) => row.label),
        shown.map(({ key, label }) => seriesOf(key, label, values(key))),
        document.language,
      ),
      cells: {
        categories: range(column),
        series: shown.map((_, offset) => ({
          name: sheetRange(sheet, fixedRange(cellName(column + 1 + offset, HEADER_ROW))),
          values: range(column + 1 + offset),
        })),
      },
      from: { column, row: lastRow + 1 },
      to: { column: column + CHART_COLUMNS, row: lastRow + 1 + CHART_ROWS },
    },
  };
}

const CELL: CellStyle = { font: 'body', border: 'hair' };

function scoreOf(row: ScoreRow, key: (typeof MARKS)[number]['key']): number | undefined {
  const value: Value | undefined = row[key];
  return value?.kind === 'score' ? value.score : undefined;
}

function chartOf(categories: readonly string[], series: readonly Series[], language: string): Chart {
  return {
    categories,
    series,
    bars: { direction: 'col', gap: 90 },
    categoryAxis: { names: 'low', look: WORDS, line: { colour: 'tx2', points: 0.75 } },
    valueAxis: { min: 0, max: 100 },
    title: { text: 'Score by category, 1 to 100', look: { size: 12, bold: true, colour: 'tx1' } },
    ...(series.length > 1 && { legend: { position: 'bottom', look: WORDS } as const }),
    language,
  };
}

function seriesOf(key: (typeof MARKS)[number]['key'], name: string, values: readonly (number | null)[]): Series {
  const line: LineSeries = { kind: 'line', name, values };
  switch (key) {
    case 'now':
      return {
        ...{ kind: 'bars', name, values, colour: 'accent2' },
        labels: { position: 'inBase', format: '0', look: NUMBERS },
      };
    case 'previous':
      return {
        ...line,
        marker: { symbol: 'circle', size: 9, colour: 'accent3', outline: { colour: 'tx1', points: 0.75 } },
      };
    case 'peers':
      return { ...line, marker: { symbol: 'dash', size: 22, colour: 'tx1' } };
  }
}
