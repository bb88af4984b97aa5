import type { FiscalCalendar } from '../../../../domain/fiscal-calendar.ts';
import type { PlacedRow } from '../record-kind.ts';
import { figuresOfRow, type TargetFigure } from './target-figures.ts';

/** Stands in where a row names no year: its quarters can be summed all the same. */
const SOME_YEAR = 'FY00';

/**
 * What a row of targets is worth: its years summed, each by the finest figures that the row gives of it, since a column of the year
 * repeats what its quarters say. Undefined where it gives none.
 */
export function worthOfTargetRow(
  row: Pick<PlacedRow, 'values' | 'spread'>,
  calendar: FiscalCalendar,
): number | undefined {
  const read = figuresOfRow(row, calendar);
  const figures =
    typeof read === 'string'
      ? figuresOfRow({ ...row, values: { ...row.values, fiscal_year: SOME_YEAR } }, calendar)
      : read;
  if (typeof figures === 'string') return undefined;
  const years = new Set(figures.map(({ year }) => year));
  return [...years]
    .flatMap((year) => finestOf(figures.filter((figure) => figure.year === year)))
    .reduce((sum, { value }) => sum + value, 0);
}

function finestOf(figures: readonly TargetFigure[]): readonly TargetFigure[] {
  const of = (kind: string): readonly TargetFigure[] => figures.filter(({ slot }) => slot.startsWith(kind));
  return [of('m'), of('q')].find((finer) => finer.length > 0) ?? figures;
}
