import { dealsAt, type DealAt } from '../../../domain/deals-at.ts';
import { convert } from '../../../domain/money.ts';
import { isKnown } from '../../../units/missing.ts';
import type { ArtifactInput } from '../../artifact.ts';

/** A partner's deals as they stood on the results date, worth what they are in the plan's currency; without a rate that is unknown. */
export function dealsIn(currency: string, { review, config, deals, files: { partner } }: ArtifactInput): DealAt[] {
  const from = partner.currency ?? config.currency;
  const at = dealsAt(deals ?? [], { on: review.results, currency: from, config });
  if (from === currency) return at;
  const exchange = { from, to: currency, on: review.results, rates: config.rates };
  return at.map((deal) => ({ ...deal, amount: isKnown(deal.amount) ? convert(deal.amount, exchange) : deal.amount }));
}
