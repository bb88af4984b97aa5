import type { Cell, Column, Row, Scores, ScoreRow, Table } from './block.ts';
import type { Value } from '../units/value.ts';

/** The same scores as a table of numbers, for formats that draw no scale and for those who cannot see one. */
export function scoresTable({ id, heading, marks, rows }: Scores): Table {
  const columns: readonly (Column | false)[] = [
    { key: 'what', label: 'Category and topic', align: 'left', weight: 4, cut: 'text' },
    number('now', 'Now'),
    rows.some(({ change }) => change !== undefined) && number('change', 'Change'),
    marks.peers !== undefined && { ...number('peers', 'Peers'), tone: 'soft' },
    { key: 'status', label: 'Status', align: 'left', weight: 1.4, cut: 'fixed' },
  ];
  return {
    kind: 'table',
    id,
    ...(heading && { heading }),
    columns: columns.filter((column) => column !== false),
    rows: rows.map(tableRow),
    cutLast: true,
  };
}

function number(key: string, label: string): Column {
  return { key, label, align: 'right', weight: 1, cut: 'fixed' };
}

function tableRow(row: ScoreRow): Row {
  const cells: readonly (readonly [string, Cell | undefined])[] = [
    ['what', { value: { kind: 'text', text: row.label } }],
    ['now', cell(row.now)],
    ['change', cell(row.change, changeMeaning(row.change))],
    ['peers', cell(row.peers)],
    ['status', row.status && { value: { kind: 'none' }, status: row.status }],
  ];
  const known = cells.filter((entry): entry is readonly [string, Cell] => entry[1] !== undefined);
  return { cells: Object.fromEntries(known), emphasis: row.emphasis };
}

function cell(value: Value | undefined, meaning?: Cell['meaning']): Cell | undefined {
  return value && { value, ...(meaning && { meaning }) };
}

/** Up is good, down is bad, no change is neither. */
export function changeMeaning(change: Value | undefined): Cell['meaning'] {
  if (change?.kind !== 'points' || change.points === 0) return undefined;
  return change.points > 0 ? 'good' : 'bad';
}
