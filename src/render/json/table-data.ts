import type { Cell, Table } from '../../document/block.ts';
import type { Document } from '../../document/document.ts';
import { blocksInOrder } from '../../document/page-order.ts';
import { plainFigure } from './plain-figure.ts';

type Plain = ReturnType<typeof plainFigure>['figure'];

/** A table of a page for scripts: every row, the whole value behind every number. */
export interface TableData {
  readonly section: string;
  readonly id: string;
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  /** By the keys of the columns; what a cell says of its value by a word stands under `<key>_status`. */
  readonly rows: readonly Readonly<Record<string, Plain>>[];
}

/** The tables of a document that are for scripts too, in the order of its pages. */
export function tablesData({ sections }: Document): readonly TableData[] {
  return sections.flatMap((section) =>
    blocksInOrder(section)
      .filter((block): block is Table => block.kind === 'table' && block.forScripts === true)
      .map(({ id, columns, rows }) => ({
        section: section.id,
        id,
        columns: columns.map(({ key, label }) => ({ key, label })),
        rows: rows.map(({ cells, group }) => ({
          ...(group !== undefined && { group }),
          ...Object.fromEntries(columns.flatMap(({ key }) => plainCell(key, cells[key]))),
        })),
      })),
  );
}

function plainCell(key: string, cell: Cell | undefined): [string, Plain][] {
  if (!cell) return [[key, null]];
  const { figure } = plainFigure(cell.value);
  return [[key, figure], ...(cell.status ? [[`${key}_status`, cell.status.word] as [string, Plain]] : [])];
}
