import { readDate } from '../../../input/import-columns/date-column.ts';
import { readNumber } from '../../../input/import-columns/number-column.ts';
import { endInLabel, statusOfLabel } from '../../../input/import-columns/stage-words.ts';
import { cellText, isBlank } from '../../../input/tabular/cell-text.ts';
import type { Cell, TextTable } from '../../../input/tabular/table-of-text.ts';

/** Rows that are looked at: a column shows in them what it is. */
const MOST_ROWS = 300;

export interface Looking {
  readonly field: string;
  readonly table: TextTable;
  /** Headers of columns nothing is read from. */
  readonly spare: readonly string[];
  /** Headers of columns known as something else. */
  readonly taken: readonly string[];
  /** Whether a partner of the territory is called so. */
  isPartner(name: string): boolean;
}

/** From this share of its cells on a column that is known as something else shows what it is. */
const TOLD = 0.5;

/**
 * The column that is proposed for a field that no header tells: for partners one that holds names of partners, for stages one that holds
 * words of stages, and of several the one whose words come back most. A column known as something else has to be told by its cells, not
 * by repetition alone. It is only ever proposed.
 */
export function likelyColumn({ field, table, spare, taken, isPartner }: Looking): string | undefined {
  const tells = field === 'partner' ? isPartner : isStageWord;
  const scored = [
    ...spare.map((header) => ({ header, score: scoreOf(cellsUnder(table, header), tells) })),
    ...taken.flatMap((header) => {
      const cells = cellsUnder(table, header);
      return shareTold(cells, tells) < TOLD ? [] : [{ header, score: scoreOf(cells, tells) }];
    }),
  ];
  return scored.reduce<(typeof scored)[number] | undefined>(
    (best, next) => (best && best.score >= next.score ? best : next),
    undefined,
  )?.header;
}

function isStageWord(label: string): boolean {
  return (statusOfLabel(label) ?? endInLabel(label)) !== undefined;
}

function scoreOf(cells: readonly Cell[], tells: (label: string) => boolean): number {
  if (cells.length === 0) return 0;
  const labels = cells.map((cell) => cellText(cell).trim());
  const comesBack = 1 - new Set(labels).size / labels.length;
  return shareTold(cells, tells) + (cells.some(isFigure) ? 0 : comesBack / 2);
}

function shareTold(cells: readonly Cell[], tells: (label: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter((cell) => tells(cellText(cell).trim())).length / cells.length;
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
