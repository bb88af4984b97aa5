import { letterLikeness } from '../../../input/nearest.ts';
import type { PartnerFiles } from '../../../schema/territory.ts';
import { nameKey } from '../match-partners.ts';

/** A partner an unknown name could mean. */
export interface RankedPartner {
  readonly id: string;
  readonly name: string;
  /** From 0, nothing in common, to 1, the same but for case and legal form. */
  readonly likeness: number;
}

/** From this likeness on a name may well mean the partner: it is proposed, never taken. */
export const LIKELY = 0.65;

/** Partners by how much their names, aliases and former names are like a name nobody knows; the likest first. */
export function rankPartners(
  name: string,
  partners: readonly Pick<PartnerFiles, 'id' | 'partner'>[],
): readonly RankedPartner[] {
  const key = nameKey(name);
  return partners
    .map(({ id, partner }) => {
      const names = [partner.name, ...(partner.aliases ?? []), ...(partner.former_names ?? []).map((one) => one.name)];
      const likeness = Math.max(...names.map((one) => likenessOf(key, nameKey(one))));
      return { id, name: partner.name, likeness };
    })
    .sort((a, b) => b.likeness - a.likeness || (a.name < b.name ? -1 : 1));
}

/** The better of two views: letters that agree, for a slip of the pen, and words that agree, for a name with more or fewer of them. */
function likenessOf(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  const [left, right] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const both = [...left].filter((word) => right.has(word)).length;
  const words = both / (left.size + right.size - both);
  const within = both > 0 && both === Math.min(left.size, right.size) ? 0.7 : 0;
  return Math.max(letterLikeness(a, b), words, within);
}
