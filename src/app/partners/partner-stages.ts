import { fiscalCalendarOf } from '../../domain/fiscal-calendar.ts';
import { creditDeals } from '../../domain/deal-credit.ts';
import { lifeStageOf, type LifeStage } from '../../domain/life-stage/life-stage.ts';
import { onboardingOf, type Onboarding } from '../../domain/life-stage/onboarding.ts';
import type { StageInput } from '../../domain/life-stage/stage-basis.ts';
import { reviewOf } from '../../domain/review.ts';
import type { PartnerFiles, Territory } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';

/** Where a partner stands, and the first days of a new one. */
export interface PartnerStage {
  readonly lifeStage: LifeStage;
  readonly onboarding?: Onboarding;
}

/** Reads the stages of the partners of a territory on a day; deals are credited once for all of them. */
export function stageReader(
  { config, lifeStages, partners }: Territory,
  asOf: PlainDate,
): (files: PartnerFiles) => PartnerStage {
  const credited = creditDeals(partners, config);
  const calendar = fiscalCalendarOf(config);
  return (files) => {
    const deals = credited.get(files.id) ?? [];
    const input: StageInput = {
      config,
      lifeStages,
      files,
      deals: files.deals || deals.length > 0 ? deals : undefined,
      review: reviewOf({ calendar, asOf, exports: files.snapshots.map(({ date }) => date) }),
    };
    const lifeStage = lifeStageOf(input);
    const onboarding = onboardingOf(input, lifeStage);
    return { lifeStage, ...(onboarding && { onboarding }) };
  };
}
