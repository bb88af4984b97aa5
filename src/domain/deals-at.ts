import { isKnown, missing, type Known } from '../units/missing.ts';
import type { PlainDate } from '../units/plain-date.ts';
import type { CamConfig } from '../schema/cam-config.ts';
import type { Deal } from '../schema/deal.ts';
import { convert } from './money.ts';

/** A deal as it stood on a day: created later = it does not exist, closed later = it is still open. */
export interface DealAt {
  readonly deal: Deal;
  readonly state: 'open' | 'won' | 'lost' | 'not yet created';
  /** In the partner's currency, by the program's rule of what a booking is worth. */
  readonly amount: Known<number>;
  /** Whether its kind counts as a booking in this program. */
  readonly counts: boolean;
}

/** Rows that went into a figure and rows that did not, each with the reason. */
export interface Selection {
  readonly counted: readonly DealAt[];
  readonly leftOut: readonly { readonly reason: string; readonly deals: readonly DealAt[] }[];
  /** Sum of the counted rows whose amount is known; unknown when there are rows and none has an amount. */
  readonly amount: Known<number>;
  readonly withoutAmount: number;
}

/** All deals of a partner as they stood on a day. `currency` is the partner's. */
export function dealsAt(
  deals: readonly Deal[],
  { on, currency, config }: { readonly on: PlainDate; readonly currency: string; readonly config: CamConfig },
): DealAt[] {
  return deals.map((deal) => {
    const state = stateOn(deal, on);
    return {
      deal: state === 'open' && deal.status !== 'open' ? withoutLaterStage(deal) : deal,
      state,
      amount: worthOf(deal, on, currency, config),
      counts: deal.type === undefined || config.bookings.count.includes(deal.type),
    };
  });
}

/** Splits deals by a rule that answers `true` or the reason why a deal is left out; reasons keep the order of their first deal. */
export function selectDeals(deals: readonly DealAt[], rule: (deal: DealAt) => true | string): Selection {
  const counted: DealAt[] = [];
  const leftOut = new Map<string, DealAt[]>();
  for (const deal of deals) {
    const verdict = rule(deal);
    if (verdict === true) counted.push(deal);
    else if (!leftOut.get(verdict)?.push(deal)) leftOut.set(verdict, [deal]);
  }
  const amounts = counted.map(({ amount }) => amount).filter(isKnown);
  return {
    counted,
    leftOut: Array.from(leftOut, ([reason, deals]) => ({ reason, deals })),
    amount: counted.length > 0 && amounts.length === 0 ? missing('no deal has an amount') : sum(amounts),
    withoutAmount: counted.length - amounts.length,
  };
}

/** Adds numbers. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function stateOn(deal: Deal, on: PlainDate): DealAt['state'] {
  if (deal.created_date !== undefined && deal.created_date > on) return 'not yet created';
  if (deal.status !== 'open' && deal.close_date !== undefined && deal.close_date > on) return 'open';
  return deal.status;
}

/** A deal that was closed later stands in its closing stage today; where it stood on the day is not known. */
function withoutLaterStage(deal: Deal): Deal {
  return { ...deal, stage: undefined };
}

function worthOf(deal: Deal, on: PlainDate, currency: string, config: CamConfig): Known<number> {
  const worth = config.bookings.value === 'annual_value' ? (deal.annual_value ?? deal.amount) : deal.amount;
  if (worth === undefined) return missing('no amount');
  return convert(worth, {
    from: deal.currency ?? currency,
    to: currency,
    on: deal.close_date !== undefined && deal.close_date < on ? deal.close_date : on,
    rates: config.rates,
  });
}
