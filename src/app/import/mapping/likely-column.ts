import { readDate } from '../../../input/import-columns/date-column.ts';
import { readNumber } from '../../../input/import-columns/number-column.ts';
import { statusOfLabel } from '../../../input/import-columns/stage-words.ts';
import { cellText, isBlank } from '../../../input/tabular/cell-text.ts';
import type { Cell, TextTable } from '../../../input/tabular/table-of-text.ts';

/** Rows that are looked at: a column shows in them what it is. */
const MOST_ROWS = 300;

export interface Looking {
  readonly field: string;
  readonly table: TextTable;
  /** Headers to choose from. */
  readonly among: readonly string[];
  /** Whether a partner of the territory is called so. */
  isPartner(name: string): boolean;
}

/**
 * The column that is proposed for a field that no header tells: for partners one that holds names of partners, for stages one that holds
 * words of stages, and of several the one whose words come back most. It is only ever proposed.
 */
export function likelyColumn({ field, table, among, isPartner }: Looking): string | undefined {
  const tells = field === 'partner' ? isPartner : (label: string): boolean => statusOfLabel(label) !== undefined;
  const scored = among.map((header) => ({ header, score: scoreOf(cellsUnder(table, header), tells) }));
  return scored.reduce<(typeof scored)[number] | undefined>(
    (best, next) => (best && best.score >= next.score ? best : next),
    undefined,
  )?.header;
}

function scoreOf(cells: readonly Cell[], tells: (label: string) => boolean): number {
  if (cells.length === 0) return 0;
  const labels = cells.map((cell) => cellText(cell).trim());
  const told = labels.filter(tells).length / labels.length;
  const comesBack = 1 - new Set(labels).size / labels.length;
  return told + (cells.some(isFigure) ? 0 : comesBack / 2);
}

function isFigure(cell: Cell): boolean {
  if (typeof cell !== 'string') return true;
  return (
    readNumber(cell, '.') !== 'unreadable' ||
    readNumber(cell, ',') !== 'unreadable' ||
    readDate(cell, 'dmy') !== 'unreadable'
  );
}

function cellsUnder({ headers, rows }: TextTable, header: string): Cell[] {
  const index = headers.indexOf(header);
  return rows.slice(0, MOST_ROWS).flatMap(({ cells }) => {
    const cell = cells[index] ?? '';
    return isBlank(cell) ? [] : [cell];
  });
}
