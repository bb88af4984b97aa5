import type { CamConfig } from '../../schema/cam-config.ts';
import type { TakenDeal } from './deals/put-deals.ts';

/**
 * Currencies of an import that nothing converts into their partner's: the amounts of such deals count as unknown, so it is said at once.
 * @param currencyOf the currency of a partner
 */
export function missingRates(
  taken: Iterable<TakenDeal>,
  { rates }: Pick<CamConfig, 'rates'>,
  currencyOf: (partnerId: string) => string,
): { readonly where: string; readonly message: string }[] {
  const deals = new Map<string, number>();
  for (const { deal, partnerId } of taken) {
    const [from, to] = [deal.currency, currencyOf(partnerId)];
    if (from === undefined || from === to || (deal.amount === undefined && deal.annual_value === undefined)) continue;
    const isStated = rates.some(
      (rate) => (rate.from === from && rate.to === to) || (rate.from === to && rate.to === from),
    );
    if (!isStated) deals.set(`from ${from} to ${to}`, (deals.get(`from ${from} to ${to}`) ?? 0) + 1);
  }
  return Array.from(deals, ([between, count]) => ({
    where: 'cam.yaml',
    message: `no rate ${between} is stated: the amounts of ${count} ${count === 1 ? 'deal count' : 'deals count'} as unknown until there is one`,
  }));
}
