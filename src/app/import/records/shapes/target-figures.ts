import { fiscalQuarterOf, monthsOfYear, type FiscalCalendar } from '../../../../domain/fiscal-calendar.ts';
import { readPeriod, type WrittenPeriod } from '../../../../input/import-columns/period-words.ts';
import { formatFiscalYear } from '../../../../units/fiscal-quarter.ts';
import { firstDay } from '../../../../units/year-month.ts';
import type { PlacedRow } from '../record-kind.ts';

/** A figure of one fiscal year: `annual`, `q1` to `q4` or `m1` to `m12`, as the columns of the table are called. */
export interface TargetFigure {
  /** `FY26`. */
  readonly year: string;
  readonly slot: string;
  readonly value: number;
}

/** The figures a row gives for fiscal years, or why it gives none. */
export function figuresOfRow(
  { values, spread }: Pick<PlacedRow, 'values' | 'spread'>,
  calendar: FiscalCalendar,
): readonly TargetFigure[] | string {
  const year = values['fiscal_year'] as string | undefined;
  const { annual, target, period } = values;
  const written: { readonly period: WrittenPeriod | undefined; readonly value: number }[] = [...spread];
  const named = period === undefined ? undefined : readPeriod(String(period));
  if (target !== undefined) {
    if (period !== undefined && named === undefined)
      return `"${period}" is a day; a target is for a month, a quarter or a year`;
    written.push({ period: named, value: target as number });
  }
  if (annual !== undefined) written.push({ period: undefined, value: annual as number });
  const figures = written.map((one) => placeInYear(one.period, year, calendar, one.value));
  if (figures.length === 0) return 'has no target';
  if (figures.some((figure) => figure === undefined)) {
    return 'names no fiscal year; give it in a column "Fiscal Year" or in headers such as FY26-Q1 or Jul 2025';
  }
  return figures.filter((figure) => figure !== undefined);
}

function placeInYear(
  period: WrittenPeriod | undefined,
  stated: string | undefined,
  calendar: FiscalCalendar,
  value: number,
): TargetFigure | undefined {
  switch (period?.kind) {
    case 'month': {
      const { year } = fiscalQuarterOf(firstDay(period.month), calendar);
      return {
        year: formatFiscalYear(year),
        slot: `m${monthsOfYear(year, calendar).indexOf(period.month) + 1}`,
        value,
      };
    }
    case 'quarter':
      return { year: formatFiscalYear(period.quarter.year), slot: `q${period.quarter.quarter}`, value };
    case 'year':
      return { year: formatFiscalYear(period.year), slot: 'annual', value };
    case 'quarter of a year':
      return stated === undefined ? undefined : { year: stated, slot: `q${period.quarter}`, value };
    case 'month of a year':
      return stated === undefined ? undefined : { year: stated, slot: slotOfMonth(period.month, calendar), value };
    default:
      return stated === undefined ? undefined : { year: stated, slot: 'annual', value };
  }
}

function slotOfMonth(month: number, { startMonth }: FiscalCalendar): string {
  return `m${((month - startMonth + 12) % 12) + 1}`;
}
