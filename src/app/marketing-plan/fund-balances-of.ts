import { fundBalances, type FundBalance } from '../../domain/marketing/funds/fund-balance.ts';
import { fundClaimants } from '../../domain/marketing/funds/fund-claimants.ts';
import type { Territory } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';

/** What is left of every fund of a territory on a day: one pass over the plans of all partners for all pages. */
export function fundBalancesOf(
  { funds = [], partners, config, marketingTactics }: Territory,
  asOf: PlainDate,
): readonly FundBalance[] {
  const currencies = new Map(partners.map(({ id, partner }) => [id, partner.currency]));
  return fundBalances(funds, fundClaimants(partners, marketingTactics, asOf), {
    asOf,
    rates: config.rates,
    currencyOf: (partner) => (partner === undefined ? undefined : currencies.get(partner)) ?? config.currency,
  });
}
