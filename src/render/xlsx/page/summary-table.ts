import type { Block, Table } from '../../../document/block.ts';
import { blockHeading } from '../../../document/block-heading.ts';
import type { Document } from '../../../document/document.ts';
import { scoresTable } from '../../../document/scores-table.ts';
import { keyFiguresTable } from './key-figures-table.ts';

/** A table with more rows or columns than this has a sheet of its own. */
const MOST_ROWS = 12;
const MOST_COLUMNS = 6;

/** What of a block stands on the summary as a table: key figures, a small table, the groups of scores; undefined for any other. */
export function summaryTable(block: Block, document: Document): Table | undefined {
  switch (block.kind) {
    case 'key-figures':
      return keyFiguresTable(block, document);
    case 'scores': {
      const groups = block.rows.filter(({ emphasis }) => emphasis === 'strong');
      // All of them are groups: none stands out.
      const { rows, ...table } = scoresTable({ ...block, rows: groups });
      return { ...table, rows: rows.map(({ cells }) => ({ cells })) };
    }
    case 'table':
      return fitsSummary(block) && block.rows.length > 0 ? named(block, document) : undefined;
    default:
      return undefined;
  }
}

/** Whether a table is small enough for the summary: a name and a few figures a row. */
export function fitsSummary({ columns, rows, isWhole }: Table): boolean {
  const [, ...others] = columns;
  const isFigures = others.every(({ align, cut }) => align === 'right' && cut === 'fixed');
  return isFigures && !isWhole && rows.length <= MOST_ROWS && columns.length <= MOST_COLUMNS;
}

/** A table whose first column has no name takes the words above the table for it. */
function named(table: Table, { format }: Document): Table {
  const { heading, ...rest } = table;
  const words = blockHeading(table, format).heading;
  if (words === undefined || table.columns[0]?.label !== '') return table;
  return {
    ...rest,
    columns: table.columns.map((column, index) => (index === 0 ? { ...column, label: words } : column)),
  };
}
