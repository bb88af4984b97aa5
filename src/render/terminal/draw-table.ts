import type { Cell, Column, Row, Table } from '../../document/block.ts';
import { printedCell, shownRows } from '../../document/shown-rows.ts';
import { unknownReasons, valuesOf } from '../../document/unknown-reasons.ts';
import { formatValue, type FormatOptions } from '../../units/format.ts';
import { drawGrid, type GridCell } from './grid.ts';
import { blanks, run, statusRun, type Line, type Pen, type Style } from './pen.ts';
import { labelled } from './wrap.ts';

/** A table with its rows as far as the table allows, what was left out and why a value is unknown. */
export function drawTable(table: Table, format: FormatOptions, pen: Pen): Line[] {
  const { columns: filled, rows, more } = shownRows(table, format);
  if (rows.length === 0) return [[run('none', 'dim')]];
  const columns = filled.map(({ label, align, cut, tone, wraps }) => ({
    label,
    align,
    cut,
    soft: tone === 'soft',
    ...(wraps && { wraps }),
  }));
  const cells = rows.map((row, index) =>
    filled.map((column) => drawCell(printedCell(table, rows, index, column.key), { column, row, format })),
  );
  const notes = [more, unknownReasons(valuesOf(rows))].filter((note) => note !== undefined);
  return [...drawGrid(columns, cells, pen), ...notes.flatMap((note) => labelled([], note, pen, 'dim'))];
}

function drawCell(
  cell: Cell | undefined,
  { column, row, format }: { readonly column: Column; readonly row: Row; readonly format: FormatOptions },
): GridCell {
  if (!cell) return [];
  if (cell.status && cell.value.kind === 'none') return [statusRun(cell.status)];
  const value = run(formatValue(cell.value, format), styleOf(cell, column, row));
  return cell.status ? [value, blanks(1), statusRun(cell.status)] : [value];
}

function styleOf({ value, meaning }: Cell, { tone }: Column, { emphasis }: Row): Style {
  if (meaning) return meaning;
  if (value.kind === 'missing' || value.kind === 'none') return 'dim';
  if (emphasis === 'strong' || tone === 'strong') return 'bold';
  return emphasis === 'indent' ? 'dim' : 'plain';
}
