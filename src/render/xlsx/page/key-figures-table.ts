import type { Cell, Column, KeyFigures, Row, Table } from '../../../document/block.ts';
import type { Document } from '../../../document/document.ts';
import type { Value } from '../../../units/value.ts';
import { formatSentence } from '../../../units/format.ts';

const COLUMNS: readonly Column[] = [
  { key: 'figure', label: '', align: 'left', weight: 3, cut: 'text' },
  { key: 'now', label: 'Now', align: 'right', weight: 1, cut: 'fixed', tone: 'strong' },
  { key: 'plan', label: 'Plan', align: 'right', weight: 1, cut: 'fixed' },
  {
    ...{ key: 'versusPlan', label: 'Versus plan', align: 'right', weight: 1, cut: 'fixed' },
    formula: 'now / plan - 1',
  },
  { key: 'versusLastYear', label: 'Versus last year', align: 'right', weight: 1, cut: 'fixed' },
  { key: 'status', label: '', align: 'left', weight: 1, cut: 'fixed' },
  { key: 'words', label: '', align: 'left', weight: 3, cut: 'text', tone: 'soft' },
];
/** The most columns that key figures take. */
export const MOST_FIGURE_COLUMNS = COLUMNS.length;

/** Key figures as a table: what each is compared with in columns of its own, what is only said behind; columns that say nothing are left out. */
export function keyFiguresTable({ figures }: KeyFigures, { edition, format }: Document): Table {
  const rows = figures.map(({ label, value, comparison, status, against }): Row => {
    const words =
      value.kind === 'missing' ? value.reason : against?.plan ? '' : comparison && formatSentence(comparison, format);
    const compared = (figure: Value | undefined): Record<'value', Value> | undefined =>
      // The partner edition leaves out in silence what is not known.
      figure === undefined || (edition === 'partner' && figure.kind === 'missing') ? undefined : { value: figure };
    const cells: Readonly<Record<string, Cell | undefined>> = {
      figure: textCell(formatSentence(label, format)),
      now: { value },
      plan: compared(against?.plan),
      versusPlan: compared(against?.versusPlan),
      versusLastYear: compared(against?.versusLastYear),
      status: status && { value: { kind: 'none' }, status },
      words: words === undefined || words === '' ? undefined : textCell(words),
    };
    return {
      cells: Object.fromEntries(
        Object.entries(cells).filter((entry): entry is [string, Cell] => entry[1] !== undefined),
      ),
    };
  });
  const columns = COLUMNS.filter(({ key }) => rows.some(({ cells }) => cells[key] !== undefined));
  return { kind: 'table', id: 'key-figures', columns, rows };
}

function textCell(text: string): Cell {
  return { value: { kind: 'text', text } };
}
