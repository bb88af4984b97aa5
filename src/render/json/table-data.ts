import type { Block, Cell, Table } from '../../document/block.ts';
import type { ClusterChart } from '../../document/chart.ts';
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

/** The tables of a document that are for scripts too, and the counts behind its charts, in the order of its pages. */
export function tablesData({ sections }: Document): readonly TableData[] {
  return sections.flatMap((section) =>
    blocksInOrder(section).flatMap((block) => {
      const data = dataOf(block);
      return data ? [{ section: section.id, ...data }] : [];
    }),
  );
}

function dataOf(block: Block): Omit<TableData, 'section'> | undefined {
  if (block.kind === 'clusters') return clustersData(block);
  return block.kind === 'table' && block.forScripts ? tableData(block) : undefined;
}

function tableData({ id, columns, rows }: Table): Omit<TableData, 'section'> {
  return {
    id,
    columns: columns.map(({ key, label }) => ({ key, label })),
    rows: rows.map(({ cells, group }) => ({
      ...(group !== undefined && { group }),
      ...Object.fromEntries(columns.flatMap(({ key }) => plainCell(key, cells[key]))),
    })),
  };
}

/** A row a category; the columns are named by the role of their series, which a translated label would not be. */
function clustersData({ id, unit, categories, series }: ClusterChart): Omit<TableData, 'section'> {
  const keyed = series.map((one, at) => {
    const before = series.slice(0, at).filter(({ role }) => role === one.role).length;
    return { ...one, key: before === 0 ? one.role : `${one.role}_${before + 1}` };
  });
  return {
    id,
    columns: [{ key: 'category', label: unit }, ...keyed.map(({ key, label }) => ({ key, label }))],
    rows: categories.map((category, at) => ({
      category,
      ...Object.fromEntries(
        keyed.map(({ key, values }) => {
          const value = values[at] ?? null;
          return [key, value === null ? null : plainFigure({ kind: 'count', count: value }).figure];
        }),
      ),
    })),
  };
}

function plainCell(key: string, cell: Cell | undefined): [string, Plain][] {
  if (!cell) return [[key, null]];
  const { figure } = plainFigure(cell.value);
  return [[key, figure], ...(cell.status ? [[`${key}_status`, cell.status.word] as [string, Plain]] : [])];
}
