import type { CalculationKind, CalculationRow, CalculationSheet } from '../../../document/calculation/calculation.ts';
import { cellAt } from '../../../document/calculation/cell-at.ts';
import { quoted } from '../model/model-frame.ts';
import type { InputCheck } from '../sheet.ts';
import type { CalculationPlaces } from './calculation-places.ts';

const LIMITS: Readonly<
  Record<Exclude<CalculationKind, 'text' | 'date'>, readonly [from: number, to: number, message: string]>
> = {
  share: [0, 1, 'A share from 0% to 100%, for example 20%.'],
  months: [0, 120, 'Months, from 0 to 120.'],
  days: [0, 3650, 'Days, from 0 to 3650.'],
  amount: [0, 1e12, 'An amount that is not below zero.'],
  number: [0, 1e12, 'A number that is not below zero.'],
  count: [0, 1e12, 'A number that is not below zero.'],
  factor: [0, 10, 'How many times, for example 0.9.'],
  times: [0, 1e6, 'How many times, for example 2.5.'],
};
/** Days of 1 March 1900 and 31 December 2199. */
const DAYS = { from: 61, to: 109_574 };

/** What may be typed into the inputs of a sheet. */
export function typedChecks(sheet: CalculationSheet, places: CalculationPlaces): InputCheck[] {
  return sheet.rows.flatMap((row): InputCheck[] => {
    const cells = sheet.columns.flatMap(({ key: column }) => {
      const cell = cellAt({ column, row: row.key }, sheet);
      const isTyped = cell !== undefined && 'typed' in cell;
      return isTyped ? [places.cell({ sheet: sheet.key, column, row: row.key })] : [];
    });
    const allowed = cells.length === 0 ? undefined : allowedIn(row);
    return allowed ? [{ range: cells.join(' '), title: row.label.slice(0, 32), strict: true, ...allowed }] : [];
  });
}

function allowedIn({ kind, choices, limits }: CalculationRow): Pick<InputCheck, 'allows' | 'message'> | undefined {
  if (choices)
    return {
      allows: { kind: 'list', formula: quoted(choices.join(',')) },
      message: `Choose one of: ${choices.join(', ')}.`,
    };
  if (kind === 'text') return undefined;
  if (kind === 'date') return { allows: { kind: 'date', ...DAYS }, message: 'A day, for example 2026-04-15.' };
  const [from, to, message] = LIMITS[kind];
  if (!limits) return { allows: { kind: 'decimal', from, to }, message };
  return { allows: { kind: 'decimal', ...limits }, message: `A number from ${limits.from} to ${limits.to}.` };
}
