import { monthOf, type YearMonth } from '../../../units/year-month.ts';
import type { ChangeWarning } from '../change-setting.ts';
import type { SoundPartner } from '../sound-partner.ts';
import type { InBoth, Merging } from './merge-plan.ts';
import type { RawRow, RawRows } from './merge-rows.ts';

const FILE = 'facts.csv';

/**
 * The facts that mean the same with the new partner. A fact without a currency is in the currency of its partner, money or not: where the
 * two partners have different ones, it stays behind and is named.
 */
export function sameCurrencyFacts(
  table: RawRows,
  { currencies }: Merging,
): { readonly rows: RawRows; readonly apart: readonly InBoth[] } {
  if (currencies.from === currencies.into) return { rows: table, apart: [] };
  const isSame = (row: RawRow): boolean => (row['currency'] ?? '').trim() === currencies.into;
  const apart = table.rows
    .filter((row) => !isSame(row))
    .map((row): InBoth => {
      const currency = (row['currency'] ?? '').trim() || currencies.from;
      const what = `${row['metric'] ?? ''} ${row['period'] ?? ''}`;
      return {
        file: FILE,
        what,
        kept: `nothing, figures are in ${currencies.into}`,
        left: `${row['value'] ?? ''} in ${currency}`,
      };
    });
  return { rows: { ...table, rows: table.rows.filter(isSame) }, apart };
}

/**
 * Bookings of months without deals: deals win over facts for a month, so a fact of one partner stops counting where the other has won a
 * deal in that month.
 */
export function factsThatNoLongerCount(table: 'deals' | 'facts', merging: Merging): ChangeWarning[] {
  // Said once, with the facts if there are any to come, else with the deals.
  const saidWith = merging.from.reading.tables.facts?.value ? 'facts' : 'deals';
  if (table !== saidWith) return [];
  const { from, into } = merging;
  return [silenced(from, into), silenced(into, from)].flatMap(({ months, amount, whose }) => {
    if (months.length === 0) return [];
    const message = `bookings of ${whose} without deals (${months.join(', ')}: ${amount}) no longer count, because deals of ${months.length === 1 ? 'that month' : 'those months'} are there`;
    return [{ where: `${into.folder}/${FILE}`, message }];
  });
}

function silenced(
  holder: SoundPartner,
  other: SoundPartner,
): { readonly months: readonly string[]; readonly amount: number; readonly whose: string } {
  const [own, theirs] = [wonMonths(holder), wonMonths(other)];
  const facts = (holder.reading.tables.facts?.value?.rows ?? []).filter(
    ({ metric, period }) => metric === 'bookings' && theirs.has(period as YearMonth) && !own.has(period as YearMonth),
  );
  return {
    months: facts.map(({ period }) => period),
    amount: facts.reduce((sum, { value }) => sum + value, 0),
    whose: holder.id,
  };
}

function wonMonths({ reading: { tables } }: SoundPartner): ReadonlySet<YearMonth> {
  const won = (tables.deals?.value?.rows ?? []).filter(({ status }) => status === 'won');
  return new Set(won.flatMap(({ close_date }) => (close_date === undefined ? [] : [monthOf(close_date)])));
}
