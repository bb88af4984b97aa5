import type { Column } from '../../../document/block.ts';
import { cutApart } from '../../../units/cut-text.ts';
import { fitName, fitParagraphs, runsWidth, type Run } from '../fit-text.ts';
import { lineHeight } from '../measure-text.ts';
import { CELL_MARGIN, cellMargins } from './column-widths.ts';
import type { PrintedRow } from './printed-rows.ts';
import type { RowLayout } from './row-layout.ts';

/** The words of the cells of a row, cut to their columns. */
export type FitCells = (row: PrintedRow) => readonly (readonly Run[])[];

interface Room {
  /** Inside the margins of a cell, in inches. */
  readonly w: number;
  readonly lines: 1 | 2;
}

/** How the rows of a table are cut: numbers never, words at their end, names so that no two of a column read alike. */
export function fitCellsOf({ columns, widths, rows, lines }: RowLayout): FitCells {
  const margins = cellMargins(columns);
  const rooms = columns.map((_, i): Room => ({ w: widths[i]! - margins[i]!.left - margins[i]!.right, lines }));
  const names = columns.map((column, i) =>
    column.cut === 'name'
      ? cutNames(
          rows.flatMap(({ cells }) => cells[i]!.slice(0, 1)),
          rooms[i]!,
        )
      : undefined,
  );
  return ({ cells, isIndented }) =>
    cells.map((runs, i) => {
      const room = i === 0 && isIndented ? { ...rooms[i]!, w: rooms[i]!.w - CELL_MARGIN.indent } : rooms[i]!;
      const name = runs.length === 1 && room === rooms[i] ? names[i]?.get(runs[0]!.text) : undefined;
      return name === undefined ? fitCell(runs, columns[i]!, room) : [{ ...runs[0]!, text: name }];
    });
}

function cutNames(names: readonly Run[], room: Room): ReadonlyMap<string, string> {
  const styles = new Map(names.map((run) => [run.text, run]));
  return cutApart([...styles.keys()], {
    atEnd: (name) =>
      fitLines([styles.get(name)!], room)
        .map(({ text }) => text)
        .join(''),
    inMiddle: (name) => fitName(name, room.w, styles.get(name)!),
  });
}

function fitCell(runs: readonly Run[], column: Column, room: Room): readonly Run[] {
  const first = runs[0];
  if (!first || column.cut === 'fixed') return runs;
  if (column.cut === 'text') return fitLines(runs, room);
  const others = runs.slice(1);
  return [{ ...first, text: fitName(first.text, room.w - runsWidth(others), first) }, ...others];
}

function fitLines(runs: readonly Run[], { w, lines }: Room): readonly Run[] {
  return fitParagraphs([{ runs, lines }], { w, h: lines * lineHeight(runs[0]!.size) })[0]?.runs ?? [];
}
