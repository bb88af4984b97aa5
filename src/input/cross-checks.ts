import type { CamConfig } from '../schema/cam-config.ts';
import type { Partner } from '../schema/partner.ts';
import type { TiersTemplate } from '../schema/tiers.ts';
import { detailsOf, quote } from './check-values.ts';
import type { PartnerReading } from './load-partner.ts';
import type { Problem } from './problem.ts';

/** What the files of a partner are checked against. */
export interface TerritoryContext {
  readonly tiers: TiersTemplate;
  /** Every partner that has a folder, also those that were not read. */
  readonly partnerIds: readonly string[];
}

/** Checks one partner's files against the rest of the territory: tier and parent. */
export function checkAgainstTerritory(reading: PartnerReading, context: TerritoryContext): Problem[] {
  return [...checkTier(reading, context.tiers), ...checkParent(reading, context.partnerIds)].map((problem) => ({
    ...problem,
    partner: reading.id,
  }));
}

/** The id of the tier that a file names by its id or its title, in any case. */
export function tierIdOf(written: string, { tiers }: TiersTemplate): string | undefined {
  const plain = written.toLowerCase();
  return tiers.find(({ id, title }) => [id, title].some((name) => name.toLowerCase() === plain))?.id;
}

/** Deals that stand in the files of two partners: a problem at each place, because either amount would be counted twice. */
export function checkDealsOnce(readings: readonly PartnerReading[]): Problem[] {
  const first = new Map<string, { readonly reading: PartnerReading; readonly row: number }>();
  const problems: Problem[] = [];
  for (const reading of readings) {
    reading.tables.deals?.value?.rows.forEach(({ source, id }, row) => {
      const key = `${source}:${id}`;
      const known = first.get(key);
      if (!known) first.set(key, { reading, row });
      else if (known.reading !== reading) {
        problems.push(doubleDeal(key, { reading, row }, known), doubleDeal(key, known, { reading, row }));
      }
    });
  }
  return problems;
}

interface DealPlace {
  readonly reading: PartnerReading;
  readonly row: number;
}

function doubleDeal(key: string, here: DealPlace, there: DealPlace): Problem {
  const other = there.reading.tables.deals!.problemAt(there.row, 'id', { message: '' });
  return here.reading.tables.deals!.problemAt(here.row, 'id', {
    message: `the deal ${quote(key)} is also in ${other.file}, line ${other.line}`,
    written: key,
    remedy: 'A deal belongs to one partner: delete one of the two rows.',
    partner: here.reading.id,
  });
}

function checkTier({ partner }: PartnerReading, tiers: TiersTemplate): Problem[] {
  const tier = partner?.value?.tier;
  if (!partner || tier === undefined || tierIdOf(tier, tiers) !== undefined) return [];
  const allowed = tiers.tiers.map(({ id }) => id);
  const message = `${quote(tier)} is not a tier of this program`;
  return [partner.problemAt(['tier'], { message, ...detailsOf({ written: tier, allowed }) })];
}

function checkParent({ id, partner }: PartnerReading, partnerIds: readonly string[]): Problem[] {
  const parent = partner?.value?.parent;
  if (!partner || parent === undefined) return [];
  if (parent === id) return [partner.problemAt(['parent'], { message: 'a partner cannot be its own parent' })];
  if (partnerIds.includes(parent)) return [];
  const { suggestion } = detailsOf({ written: parent, allowed: partnerIds });
  const message = `there is no partner ${quote(parent)}`;
  return [partner.problemAt(['parent'], { message, written: parent, ...(suggestion && { suggestion }) })];
}

/**
 * Stages that `cam.yaml` does not name: one warning a stage, at the first deal that has it. They have no place in the order of
 * stages; their deals count by their status all the same.
 */
export function checkStages(readings: readonly PartnerReading[], { stages }: CamConfig): Problem[] {
  const allowed = stages.map(({ name }) => name);
  const known = new Set(allowed);
  const unknown = new Map<string, { readonly first: DealPlace; deals: number; readonly partners: Set<string> }>();
  for (const reading of readings) {
    reading.tables.deals?.value?.rows.forEach(({ stage }, row) => {
      if (stage === undefined || known.has(stage)) return;
      const seen = unknown.get(stage) ?? { first: { reading, row }, deals: 0, partners: new Set<string>() };
      seen.deals += 1;
      seen.partners.add(reading.id);
      unknown.set(stage, seen);
    });
  }
  return [...unknown].map(([stage, { first, deals, partners }]) => {
    const where = partners.size > 1 ? ` of ${partners.size} partners` : '';
    return first.reading.tables.deals!.problemAt(first.row, 'stage', {
      severity: 'warning',
      message: `${quote(stage)} is not a stage of cam.yaml (${deals} ${deals === 1 ? 'deal' : 'deals'}${where})`,
      ...detailsOf({
        written: stage,
        allowed,
        remedy: 'Add it to the stages in cam.yaml, at its place in their order.',
      }),
    });
  });
}

/** Partners whose line of parents leads back to themselves. */
export function checkParentLoops(readings: readonly PartnerReading[]): Problem[] {
  const parents = new Map(readings.map(({ id, partner }) => [id, partner?.value?.parent] as const));
  return readings.flatMap(({ id, partner }) => {
    if (!partner || parents.get(id) === id || !leadsBackTo(id, parents)) return [];
    const message = 'the line of parents leads back to this partner';
    return [{ ...partner.problemAt(['parent'], { message }), partner: id }];
  });
}

function leadsBackTo(id: string, parents: ReadonlyMap<string, Partner['parent']>): boolean {
  const seen = new Set<string>();
  for (let at = parents.get(id); at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
