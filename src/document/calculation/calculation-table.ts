import type { Sentence } from '../../units/sentence.ts';
import { isMissing } from '../../units/missing.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { amount, count, date, none, preciseShare, text, times, type Value } from '../../units/value.ts';
import type { Column, Table } from '../block.ts';
import { dayOf } from './day-number.ts';
import type { CalculatedValue, CalculatedValues } from './calculated-values.ts';
import type { CalculationKind, CalculationSheet } from './calculation.ts';
import { columnKeys } from './place-of-name.ts';
import { shownCount } from './shown-count.ts';

/** A sheet of a calculation as a table of its values, for formats without formulas; `only` names its rows where not all are shown. */
export function calculationTable(sheet: CalculationSheet, { values, currency, heading, only }: TableSetting): Table {
  const columns = [...sheet.columns.map(({ title }) => title), ...(sheet.total ? [sheet.total.title] : [])];
  const hasUnits = sheet.rows.some(({ unit }) => unit !== undefined);
  const keys = columnKeys(sheet);
  return {
    kind: 'table',
    id: sheet.key,
    ...(heading && { heading }),
    columns: [
      { key: 'what', label: sheet.label, align: 'left', weight: 2, cut: 'text' },
      ...columns.map((label, index): Column => ({
        key: keys[index]!,
        label,
        align: 'right',
        weight: 1,
        cut: 'fixed',
      })),
      ...(hasUnits ? [{ key: 'unit', label: '', align: 'left', weight: 1.4, cut: 'text', tone: 'soft' } as const] : []),
    ],
    rows: sheet.rows
      .filter(({ key }) => only === undefined || only.includes(key))
      .map(({ key: row, label, kind, unit, emphasis }) => ({
        cells: {
          what: { value: text(label) },
          ...Object.fromEntries(
            keys.map((column) => [
              column,
              { value: calculationValue(values.at({ sheet: sheet.key, column, row }), { kind, currency }) },
            ]),
          ),
          ...(unit !== undefined && { unit: { value: text(unit) } }),
        },
        ...(emphasis && { emphasis }),
      })),
  };
}

interface TableSetting {
  readonly values: CalculatedValues;
  readonly currency: string;
  readonly heading?: Sentence;
  readonly only?: readonly string[];
}

/** A cell of a calculation as pages show it. */
export function calculationValue(
  value: CalculatedValue,
  { kind, currency }: { readonly kind: CalculationKind; readonly currency: string },
): Value {
  if (value === undefined) return none;
  if (isMissing(value)) return { kind: 'missing', reason: value.missing };
  if (typeof value === 'string') return kind === 'date' ? date(value as PlainDate) : text(value);
  switch (kind) {
    case 'date':
      return date(dayOf(value));
    case 'amount':
      return amount(value, currency);
    case 'share':
      return preciseShare(value);
    case 'times':
    case 'factor':
      return times(value);
    case 'count':
      return count(shownCount(value));
    default:
      return count(value);
  }
}
