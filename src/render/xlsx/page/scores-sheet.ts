import type { Column, Scores, Table } from '../../../document/block.ts';
import { blockHeading } from '../../../document/block-heading.ts';
import { scoresTable } from '../../../document/scores-table.ts';
import type { Value } from '../../../units/value.ts';
import type { Sheet } from '../sheet.ts';
import { scoreChart } from './score-chart.ts';
import { FIRST_COLUMN, framedSheet, HEADER_ROW } from './page-frame.ts';
import { placeTable } from './place-table.ts';
import { columnRange, SheetDraft } from './sheet-draft.ts';
import { gridColumns } from './table-columns.ts';
import type { SheetSetting } from './table-sheet.ts';

/** Scores on a sheet of their own: every topic with a sign that reads without colour, the change live, and a chart of the groups. */
export function scoresSheet(scores: Scores, name: string, { document, money }: SheetSetting): Sheet {
  const draft = new SheetDraft();
  const table = wholeTable(scores);
  const place = { row: HEADER_ROW, column: FIRST_COLUMN, money };
  const { lastColumn } = placeTable(draft, table, place);
  const now = FIRST_COLUMN + gridColumns(table).findIndex(({ column }) => column.key === 'now');
  const [watchFrom, goodFrom] = scores.thresholds;
  const scored = scoredRanges(scores, now);
  if (scored !== '') draft.conditions.unshift({ range: scored, kind: 'signs', watchFrom, goodFrom });
  const chart = scoreChart(draft, scores, {
    tableColumns: gridColumns(table),
    column: lastColumn + 2,
    sheet: name,
    document,
  });
  const title = blockHeading(scores, document.format).heading ?? name;
  const sheet = framedSheet(draft, {
    ...{ name, title, aside: marksOf(scores), document, currency: undefined },
    lastColumn: chart ? chart.lastColumn : lastColumn,
    isWide: true,
  });
  return { ...sheet, frozen: { rows: HEADER_ROW, columns: 0 }, ...(chart && { charts: [chart.chart] }) };
}

/** The scores as a table that also says where each stood before, and from which the change follows. */
function wholeTable(scores: Scores): Table {
  const table = scoresTable(scores);
  const hasBefore = scores.marks.previous !== undefined;
  const before: Column = { key: 'previous', label: 'Before', align: 'right', weight: 1, cut: 'fixed', tone: 'soft' };
  return {
    ...table,
    columns: table.columns.flatMap((column) =>
      column.key === 'change' ? [...(hasBefore ? [before] : []), { ...column, formula: 'now - previous' }] : [column],
    ),
    rows: table.rows.map((row, index) => {
      const previous = scores.rows[index]?.previous;
      return previous === undefined ? row : { ...row, cells: { ...row.cells, previous: { value: previous } } };
    }),
  };
}

/** The cells that hold a score: signs judge nothing else. */
function scoredRanges({ rows }: Scores, column: number): string {
  const ranges: string[] = [];
  let start: number | undefined;
  for (let index = 0; index <= rows.length; index += 1) {
    const isScore = isScored(rows[index]?.now);
    if (isScore) start ??= index;
    else if (start !== undefined) {
      ranges.push(columnRange(column, HEADER_ROW + 1 + start, HEADER_ROW + index));
      start = undefined;
    }
  }
  return ranges.join(' ');
}

function isScored(value: Value | undefined): boolean {
  return value?.kind === 'score';
}

/** What the columns of other days and partners are: "Before: Aug 2025; peers: peer median, n = 11". */
function marksOf({ marks: { previous, peers } }: Scores): string {
  const parts = [
    'scores from 1 to 100',
    ...(previous === undefined ? [] : [`before: ${previous}`]),
    ...(peers === undefined ? [] : [`peers: ${peers}`]),
  ];
  return parts.join('; ');
}
