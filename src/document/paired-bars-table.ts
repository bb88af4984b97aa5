import type { Column, PairedBars, Table } from './block.ts';

/** The same pairs as a table of numbers, for formats that draw no bars. */
export function pairedBarsTable({ id, heading, unit, labels, pairs }: PairedBars): Table {
  return {
    kind: 'table',
    id,
    heading,
    columns: [
      { key: 'what', label: unit, align: 'left', weight: 3, cut: 'text' },
      number('planned', labels.planned),
      number('actual', labels.actual),
    ],
    rows: pairs.map(({ label, planned, actual }) => ({
      cells: {
        what: { value: { kind: 'text', text: label } },
        planned: { value: planned },
        actual: { value: actual },
      },
    })),
  };
}

function number(key: string, label: string): Column {
  return { key, label, align: 'right', weight: 1, cut: 'fixed' };
}
