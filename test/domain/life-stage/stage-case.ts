import { lifeStageOf, type LifeStage } from '../../../src/domain/life-stage/life-stage.ts';
import { onboardingOf, type Onboarding } from '../../../src/domain/life-stage/onboarding.ts';
import { loadTemplate } from '../../../src/input/load-template.ts';
import { partnerLifeStagesSchema, type PartnerLifeStages } from '../../../src/schema/partner-life-stages.ts';
import type { Registration } from '../../../src/schema/registration.ts';
import { inputOf, type Case } from '../given.ts';

const shipped = (await loadTemplate('partner-life-stages', partnerLifeStagesSchema)).value!;

/** A partner's case with the stages that ship, and registrations where the case has them. */
export interface StageCase extends Case {
  readonly registrations?: readonly Registration[];
  readonly lifeStages?: PartnerLifeStages;
}

/** The stage of that partner on 28 February 2026, unless the case says otherwise. */
export function stageOf(given: StageCase): LifeStage {
  return lifeStageOf(stageInput(given));
}

/** The first 90 days of that partner. */
export function onboardingIn(given: StageCase): Onboarding | undefined {
  return onboardingOf(stageInput(given), stageOf(given));
}

function stageInput({ registrations, lifeStages = shipped, ...given }: StageCase) {
  const input = inputOf(given);
  const table = registrations && {
    path: 'partners/acme/registrations.csv',
    columns: new Set(['source', 'id'] as const),
    rows: registrations,
  };
  return { ...input, files: { ...input.files, ...(table && { registrations: table }) }, lifeStages };
}
