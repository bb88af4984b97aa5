import { firstFew } from '../../units/first-few.ts';
import type { TakenDeal } from './deals/put-deals.ts';

const MOST_NAMED = 5;

/**
 * Deals that differ in nothing but their ids: each is taken, because two of the kind can be sold, and said, because one may have been
 * entered twice. Lost ones count nowhere.
 */
export function sameDeals(taken: Iterable<TakenDeal>): string[] {
  const alike = new Map<string, string[]>();
  for (const { deal, partnerId } of taken) {
    const { id, name, account, amount, currency, close_date, status } = deal;
    if (status === 'lost' || name === undefined || amount === undefined || close_date === undefined) continue;
    const key = JSON.stringify([partnerId, name, account, amount, currency, close_date]);
    const ids = alike.get(key);
    if (ids) ids.push(id);
    else alike.set(key, [id]);
  }
  const groups = [...alike.values()].filter((ids) => ids.length > 1);
  if (groups.length === 0) return [];
  const named = groups.map((ids) => firstFew(ids, MOST_NAMED, { between: ' and ' }));
  return [
    `the same name, account, amount and close date stand under several ids, and each is counted: ${firstFew(named, MOST_NAMED, { between: '; ', more: 'more such groups' })}`,
  ];
}
