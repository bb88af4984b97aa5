import type { CamConfig } from '../../schema/cam-config.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import { isKnown, missing, type Known } from '../../units/missing.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { dealKey } from '../deal-credit.ts';
import { sum, type DealAt } from '../deals-at.ts';
import { convert } from '../money.ts';

/** An open deal as it stood on a day. */
export interface OpenDeal {
  readonly key: string;
  /** In the partner's currency. */
  readonly amount: Known<number>;
  /** In its own currency, before conversion. */
  readonly own?: { readonly amount: number; readonly currency: string };
  readonly stage?: string;
  readonly closeDate?: PlainDate;
}

/** All open deals of a partner as they stood on a day, by their key. */
export interface PipelineState {
  readonly date: PlainDate;
  readonly deals: ReadonlyMap<string, OpenDeal>;
}

/** The open deals among a partner's deals as they stand on a day. */
export function stateOfDeals(
  deals: readonly DealAt[],
  date: PlainDate,
  setting: { readonly currency: string; readonly config: CamConfig },
): PipelineState {
  const open = deals.filter(({ state }) => state === 'open').map((deal) => openDeal(deal, setting));
  return { date, deals: byKey(open) };
}

/**
 * The open deals that a snapshot lists. Unknown where it lists none though some were open, where it is in another currency, or where
 * they do not add up to the pipeline it states: then nobody knows what it left out.
 */
export function stateOfSnapshot(
  { date, currency: kept, open, deals }: Snapshot,
  { currency, config }: { readonly currency: string; readonly config: CamConfig },
): Known<PipelineState> {
  if (kept !== currency) return missing(`the earlier export is in ${kept}`);
  if (!deals && open.deals > 0) return missing('the earlier export lists no deals');
  const listed = (deals ?? []).map(
    ({ key, amount, currency: own = currency, stage, close_date: closeDate }): OpenDeal => {
      const on = closeDate !== undefined && closeDate < date ? closeDate : date;
      return {
        key,
        amount:
          amount === undefined
            ? missing('no amount')
            : convert(amount, { from: own, to: currency, on, rates: config.rates }),
        ...(amount !== undefined && { own: { amount, currency: own } }),
        ...(stage !== undefined && { stage }),
        ...(closeDate !== undefined && { closeDate }),
      };
    },
  );
  if (listed.length !== open.deals || Math.abs(totalOf(listed) - (open.amount ?? 0)) >= HALF_A_CENT)
    return missing('the deals of the earlier export do not add up to its pipeline');
  return { date, deals: byKey(listed) };
}

/** Sum of the known amounts. */
export function totalOf(deals: Iterable<OpenDeal>): number {
  return sum([...deals].map(({ amount }) => amount).filter(isKnown));
}

const HALF_A_CENT = 0.005;

function openDeal(
  { deal, amount }: DealAt,
  { currency, config }: { readonly currency: string; readonly config: CamConfig },
): OpenDeal {
  const { stage, close_date: closeDate } = deal;
  const own = config.bookings.value === 'annual_value' ? (deal.annual_value ?? deal.amount) : deal.amount;
  return {
    key: dealKey(deal),
    amount,
    ...(own !== undefined && { own: { amount: own, currency: deal.currency ?? currency } }),
    ...(stage !== undefined && { stage }),
    ...(closeDate !== undefined && { closeDate }),
  };
}

function byKey(deals: readonly OpenDeal[]): ReadonlyMap<string, OpenDeal> {
  return new Map(deals.map((deal) => [deal.key, deal]));
}
