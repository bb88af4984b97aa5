import { nameOfId } from '../../../expression/name-of-id.ts';
import type { CampaignForecast } from '../../../domain/marketing/campaigns/campaign-forecast.ts';
import type { Edition } from '../../../document/document.ts';
import type { MarketingPlanResult } from '../compute.ts';

/** What a live workbook says it is of, so that a program knows it again. */
export const MARKETING_PLAN_FILE = 'cam marketing plan 1';

/** What the sheets of a plan's workbook are written from. */
export interface PlanSetting {
  readonly result: MarketingPlanResult;
  /** Each campaign with the key of its column. */
  readonly columns: readonly { readonly key: string; readonly campaign: CampaignForecast }[];
  /** The stages with the keys of their rows. */
  readonly stages: readonly { readonly key: string; readonly title: string; readonly id: string }[];
  readonly isInternal: boolean;
  /** What a number of the plan itself, and one of the tactic library, names as its source. */
  readonly planSource: string;
}

/** The columns and rows that the sheets share. */
export function planSetting(result: MarketingPlanResult, edition: Edition): PlanSetting {
  return {
    result,
    columns: result.campaigns.map((campaign, index) => ({ key: `c${index + 1}`, campaign })),
    stages: result.input.marketingTactics.waterfall.stages.map(({ id, title }) => ({
      id,
      title,
      key: `stage_${nameOfId(id)}`,
    })),
    isInternal: edition === 'internal',
    planSource: result.isProposal ? 'proposal of the tactic library' : 'plan',
  };
}
