import { PARTNER_WORDS } from '../../domain/partner-words.ts';
import type { PartnerFiles, Territory } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { stageReader, type PartnerStage } from './partner-stages.ts';

/** One line of the list of partners; what is not known is null. */
export interface PartnerLine {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly typeWords: string;
  readonly tier: string | null;
  readonly tierTitle: string | null;
  /** The stage that holds: set in partner.yaml, else proposed from the data. */
  readonly lifeStage: string;
  readonly lifeStageTitle: string;
  /** True when it is set in partner.yaml. */
  readonly lifeStageSet: boolean;
  readonly lapsed: boolean;
  readonly currency: string;
  readonly retired: PlainDate | null;
  /** Date of the newest data: the last snapshot, else the newest date among the deals. */
  readonly lastData: PlainDate | null;
}

/** The partners of a territory in the order of their ids. */
export function partnerLines(territory: Territory, asOf: PlainDate): readonly PartnerLine[] {
  const stageOf = stageReader(territory, asOf);
  return territory.partners.map((files) => partnerLine(files, territory, stageOf(files)));
}

/** One partner in short. */
export function partnerLine(
  files: PartnerFiles,
  { config, tiers }: Territory,
  { lifeStage }: Pick<PartnerStage, 'lifeStage'>,
): PartnerLine {
  const { name, type, tier, currency, retired } = files.partner;
  return {
    id: files.id,
    name,
    type,
    typeWords: PARTNER_WORDS[type],
    tier: tier ?? null,
    tierTitle: tiers.tiers.find(({ id }) => id === tier)?.title ?? null,
    lifeStage: lifeStage.stage.id,
    lifeStageTitle: lifeStage.stage.title,
    lifeStageSet: lifeStage.isSet,
    lapsed: lifeStage.lapsed.isLapsed,
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
