import { fundBalances, type FundBalance } from '../../domain/marketing/funds/fund-balance.ts';
import { fundClaimants } from '../../domain/marketing/funds/fund-claimants.ts';
import type { Territory } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { newestRequestDay } from './newest-request-day.ts';

/** What is left of every fund of a territory on a day, and what is asked for later: one pass over all plans for all pages. */
export function fundBalancesOf(
  { funds = [], partners, config, marketingTactics }: Territory,
  asOf: PlainDate,
): readonly FundBalance[] {
  const newest = newestRequestDay({ partners }, asOf);
  const later = newest > asOf ? fundClaimants(partners, marketingTactics, newest) : [];
  const currencies = new Map(partners.map(({ id, partner }) => [id, partner.currency]));
  return fundBalances(funds, fundClaimants(partners, marketingTactics, asOf), {
    asOf,
    rates: config.rates,
    later: later.filter(({ on }) => on !== undefined && on > asOf),
    currencyOf: (partner) => (partner === undefined ? undefined : currencies.get(partner)) ?? config.currency,
  });
}
