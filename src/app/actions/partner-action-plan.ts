import { actionPlanOf, type ActionPlan } from '../../domain/actions/action-plan.ts';
import type { PartnerFiles, Territory } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { stageReader } from '../partners/partner-stages.ts';

export type { ActionPlan, ActionProposal } from '../../domain/actions/action-plan.ts';

/** What the newest assessment of a partner asks for on a day; undefined without an assessment. */
export function partnerActionPlan(territory: Territory, files: PartnerFiles, on: PlainDate): ActionPlan | undefined {
  const { config, questionnaire } = territory;
  const { lifeStage } = stageReader(territory, on)(files);
  return actionPlanOf({ files, config, questionnaire, lifeStage: lifeStage.stage.id, on });
}
