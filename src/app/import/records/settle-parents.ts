import type { PartnerFiles } from '../../../schema/territory.ts';
import { firstFew } from '../../../units/first-few.ts';
import type { PartnerMatcher } from '../match-partners.ts';
import type { PartnerRow } from './partner-rows.ts';

/** A partner of a list with its id. */
export interface PlacedPartner {
  readonly id: string;
  readonly row: PartnerRow;
  /** Undefined for a partner that is added. */
  readonly files: PartnerFiles | undefined;
  readonly parent: string | undefined;
}

/** Looks up the parents that a list names; one that would close a circle, or that nobody knows, is left out and said. */
export function settleParents(
  partners: readonly PlacedPartner[],
  { match }: Pick<PartnerMatcher, 'match'>,
  standing: readonly PartnerFiles[],
): { readonly partners: readonly PlacedPartner[]; readonly warnings: readonly string[] } {
  const parents = new Map(standing.map(({ id, partner }) => [id, partner.parent]));
  const unknown = new Set<string>();
  const circular = new Set<string>();
  for (const { id, row } of partners) {
    if (row.parent === undefined) continue;
    const found = match({ name: row.parent });
    if (!found || !('id' in found)) unknown.add(row.parent);
    else if (leadsTo(found.id, id, parents)) circular.add(id);
    else parents.set(id, found.id);
  }
  const said = (names: ReadonlySet<string>): string => firstFew([...names], 5);
  return {
    partners: partners.map((partner) => ({ ...partner, parent: parents.get(partner.id) })),
    warnings: [
      ...(unknown.size > 0 ? [`parents that no partner is called, left empty: ${said(unknown)}`] : []),
      ...(circular.size > 0
        ? [`parents left as they are, because they would stand above themselves: ${said(circular)}`]
        : []),
    ],
  };
}

/** Whether going up from a partner comes to another, or it is that one. */
function leadsTo(from: string, to: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = from; at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === to) return true;
    seen.add(at);
  }
  return false;
}
