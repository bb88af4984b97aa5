import type { CamConfig } from '../schema/cam-config.ts';
import type { Deal } from '../schema/deal.ts';
import type { PartnerFiles } from '../schema/territory.ts';

/** A deal's key across the territory. */
export function dealKey(deal: Pick<Deal, 'source' | 'id'>): string {
  return `${deal.source}:${deal.id}`;
}

/**
 * The deals each partner is credited with, by partner id. A deal stands in one partner's file; where the program credits shared
 * deals to the fulfilling or the sourcing partner and another one is named in that role, it counts there and only there. A deal that
 * names no currency is in that of the partner in whose file it stands, wherever it counts.
 */
export function creditDeals(
  partners: readonly PartnerFiles[],
  { bookings: { shared_deals: rule }, currency: ofTerritory }: Pick<CamConfig, 'bookings' | 'currency'>,
): ReadonlyMap<string, readonly Deal[]> {
  const credited = new Map<string, Deal[]>(partners.map(({ id }) => [id, []]));
  for (const { id, deals, partner } of partners) {
    const currency = partner.currency ?? ofTerritory;
    for (const deal of deals?.rows ?? []) {
      const to = creditedPartner(deal, id, rule, credited);
      credited.get(to)!.push(to === id || deal.currency !== undefined ? deal : { ...deal, currency });
    }
  }
  return credited;
}

function creditedPartner(
  deal: Deal,
  holder: string,
  rule: CamConfig['bookings']['shared_deals'],
  known: ReadonlyMap<string, unknown>,
): string {
  if (rule === 'owner' || !deal.other_partners) return holder;
  const role = rule === 'fulfilling-partner' ? 'fulfil' : 'sourced';
  if (deal.partner_role === role) return holder;
  const other = deal.other_partners
    .split(';')
    .map((entry) => entry.split(':').map((part) => part.trim()))
    .find(([id, itsRole]) => itsRole === role && id !== undefined && known.has(id));
  return other?.[0] ?? holder;
}
