import { selectDeals, sum, dealsAt } from '../../domain/deals-at.ts';
import { dealKey } from '../../domain/deal-credit.ts';
import type { CamConfig } from '../../schema/cam-config.ts';
import type { Deal } from '../../schema/deal.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import { isKnown } from '../../units/missing.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { monthOf, type YearMonth } from '../../units/year-month.ts';

export interface SnapshotRequest {
  readonly deals: readonly Deal[];
  readonly date: PlainDate;
  /** The partner's currency; all sums are in it. */
  readonly currency: string;
  readonly config: CamConfig;
  readonly sources: Snapshot['sources'];
}

/**
 * A partner's figures as they stood on a date, by the rules the scorecards use: deals created later do not exist, deals closed later are
 * still open. Amounts without a rate into the partner's currency count as deals without an amount.
 */
export function buildSnapshot({ deals, date, currency, config, sources }: SnapshotRequest): Snapshot {
  const standing = dealsAt(deals, { on: date, currency, config });
  const open = selectDeals(standing, ({ state }) => (state === 'open' ? true : state));
  const won = standing.filter(({ state, counts, deal }) => state === 'won' && counts && deal.close_date !== undefined);
  const months = new Map<YearMonth, typeof won>();
  for (const deal of won) {
    const month = monthOf(deal.deal.close_date!);
    if (!months.get(month)?.push(deal)) months.set(month, [deal]);
  }
  const amountOf = (of: typeof won): number => toCents(sum(of.map(({ amount }) => amount).filter(isKnown)));
  return {
    schemaVersion: 1,
    date,
    currency,
    sources,
    open: {
      amount: isKnown(open.amount) ? toCents(open.amount) : null,
      deals: open.counted.length,
      withoutAmount: open.withoutAmount,
    },
    bookings: [...months]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, deals]) => ({ month, amount: amountOf(deals), deals: deals.length })),
    deals: open.counted.map(({ deal }) => openDeal(deal, config)),
  };
}

/** Whether two snapshots say the same, whatever file they were taken from. */
export function isSameSnapshot(a: Snapshot, b: Snapshot): boolean {
  return figuresOf(a) === figuresOf(b);
}

/** The snapshot as its file holds it. */
export function snapshotText(snapshot: Snapshot): string {
  return `${JSON.stringify(snapshot, undefined, 2)}\n`;
}

/** With the amount that counts in this program, so that the deals add up to the open pipeline. */
function openDeal(deal: Deal, { bookings }: CamConfig): NonNullable<Snapshot['deals']>[number] {
  const { stage, currency, close_date } = deal;
  const amount = bookings.value === 'annual_value' ? (deal.annual_value ?? deal.amount) : deal.amount;
  return {
    key: dealKey(deal),
    status: 'open',
    ...(stage !== undefined && { stage }),
    ...(amount !== undefined && { amount }),
    ...(currency !== undefined && /^[A-Z]{3}$/.test(currency) && { currency }),
    ...(close_date !== undefined && { close_date }),
  };
}

function figuresOf({ currency, open, bookings, deals = [] }: Snapshot): string {
  const sorted = deals.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const fields = sorted.map(({ key, status, stage, amount, currency, close_date }) => [
    key,
    status,
    stage,
    amount,
    currency,
    close_date,
  ]);
  // A month in which nothing was won may be listed or not: that says the same.
  const booked = bookings.filter(({ amount, deals }) => amount !== 0 || deals > 0);
  const months = booked.map(({ month, amount, deals }) => [month, amount, deals]);
  return JSON.stringify([currency, open.amount, open.deals, open.withoutAmount, months, fields]);
}

/** Sums of cents lose a little in binary; four decimals hold every currency's smallest coin. */
function toCents(amount: number): number {
  const rounded = Math.round(amount * 1e4) / 1e4;
  return Number.isFinite(rounded) ? rounded + 0 : amount;
}
