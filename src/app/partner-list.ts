import { PARTNER_WORDS } from '../domain/partner-words.ts';
import type { PartnerFiles, Territory } from '../schema/territory.ts';
import type { PlainDate } from '../units/plain-date.ts';

/** One line of the list of partners; what is not known is null. */
export interface PartnerLine {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly typeWords: string;
  readonly tier: string | null;
  readonly tierTitle: string | null;
  readonly lifeStage: string | null;
  readonly currency: string;
  readonly retired: PlainDate | null;
  /** Date of the newest data: the last snapshot, else the newest date among the deals. */
  readonly lastData: PlainDate | null;
}

/** The partners of a territory in the order of their ids. */
export function partnerLines(territory: Territory): readonly PartnerLine[] {
  return territory.partners.map((files) => partnerLine(files, territory));
}

/** One partner in short. */
export function partnerLine(files: PartnerFiles, { config, tiers }: Territory): PartnerLine {
  const { name, type, tier, life_stage: lifeStage, currency, retired } = files.partner;
  return {
    id: files.id,
    name,
    type,
    typeWords: PARTNER_WORDS[type],
    tier: tier ?? null,
    tierTitle: tiers.tiers.find(({ id }) => id === tier)?.title ?? null,
    lifeStage: lifeStage ?? null,
    currency: currency ?? config.currency,
    retired: retired ?? null,
    lastData: newestData(files) ?? null,
  };
}

function newestData({ snapshots, deals }: PartnerFiles): PlainDate | undefined {
  const snapshot = snapshots.at(-1)?.date;
  if (snapshot !== undefined) return snapshot;
  const dates = deals?.rows.flatMap((deal) => [deal.last_activity ?? [], deal.created_date ?? []].flat()) ?? [];
  return dates.reduce<PlainDate | undefined>((newest, date) => (newest && newest > date ? newest : date), undefined);
}
