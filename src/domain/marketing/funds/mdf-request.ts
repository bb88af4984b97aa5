import type { MarketingPlan } from '../../../schema/marketing-plan-file.ts';
import type { MarketingTactics } from '../../../schema/marketing-tactics.ts';
import type { PartnerFiles } from '../../../schema/territory.ts';
import { missing, whenKnown, type Known } from '../../../units/missing.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import type { CampaignForecast } from '../campaigns/campaign-forecast.ts';
import { mdfDeadlines, type MdfDeadlines } from '../campaigns/campaign-days.ts';
import type { FundBalance } from './fund-balance.ts';
import { shareAllowed, type YearlyCap } from './funding-terms.ts';
import { countAt } from '../waterfall/waterfall.ts';

/** What a request is made from. Money in the currency of the plan. */
export interface RequestBasis {
  readonly files: Pick<PartnerFiles, 'id' | 'partner'>;
  readonly plan: MarketingPlan;
  readonly forecast: CampaignForecast;
  readonly library: MarketingTactics;
  /** The fund that is asked, without what this campaign holds of it; undefined where none is named. */
  readonly fund: FundBalance | undefined;
  /** What it has left. */
  readonly free: Known<number>;
  readonly isNewPartner: boolean;
  /** The most that is asked for in the fiscal year. */
  readonly cap: YearlyCap;
  /** In other requests of the fiscal year. */
  readonly requestedThisYear: Known<number>;
  readonly asOf: PlainDate;
}

/** A request for funds with every field a vendor asks for. Money in the currency of the plan. */
export interface MdfRequestSheet extends RequestBasis {
  readonly sumOfCostLines: Known<number>;
  readonly totalCost: Known<number>;
  readonly partnerShare: Known<number>;
  readonly amountRequested: Known<number>;
  /** Largest share that the rules allow, a ratio. */
  readonly shareAllowed: number;
  /** Share of the actual cost that is paid back, a ratio. */
  readonly reimbursement: number;
  readonly productFocus: string | undefined;
  readonly goals: readonly string[];
  readonly followUp: { readonly owner: string | undefined; readonly days: number };
  readonly proof: readonly { readonly id: string; readonly title: string }[];
  /** Leads at the stage a verdict looks at, each worth a deal. */
  readonly pipeline: Known<number>;
  /** Pipeline for each unit of funds. */
  readonly pipelinePerUnit: Known<number>;
  readonly deadlines: MdfDeadlines;
}

/**
 * All that a request says. What it asks for follows from the cost and the funded share; an amount written into a draft stands, so that
 * the check of the shares can find what does not add up.
 */
export function mdfRequestSheet(basis: RequestBasis): MdfRequestSheet {
  const { forecast, library, isNewPartner, asOf } = basis;
  const { campaign, tactic, totalCost, mdf, ownShare, fundingShare, costLines, worth, firstSpend, end } = forecast;
  const { request, follow_up: followUp } = campaign;
  const amountRequested = writtenAmount(basis) ?? mdf;
  const pipeline = whenKnown(
    [countAt(forecast.base.counts, library.waterfall.judged_at), worth.revenue],
    (leads, deal) => leads * deal,
  );
  const submitted = request?.submitted ?? asOf;
  return {
    ...basis,
    sumOfCostLines: costLines.reduce<Known<number>>((sum, line) => whenKnown([sum, line.amount], (a, b) => a + b), 0),
    totalCost,
    partnerShare: ownShare,
    amountRequested,
    shareAllowed: shareAllowed(tactic, library.mdf, { isNewPartner }),
    reimbursement: request?.reimbursement_percent === undefined ? fundingShare : request.reimbursement_percent / 100,
    productFocus: request?.product_focus ?? campaign.product_focus,
    goals: forecast.goals.map((id) => library.goals.find((goal) => goal.id === id)?.title ?? id),
    followUp: { owner: followUp?.owner, days: followUp?.days ?? library.waterfall.lead_follow_up_days },
    proof: tactic.proof.map((id) => ({ id, title: library.proof_kinds[id] ?? id })),
    pipeline,
    pipelinePerUnit: whenKnown([pipeline, amountRequested], (worthOfAll, asked) =>
      asked > 0 ? worthOfAll / asked : missing('nothing is asked for'),
    ),
    deadlines: mdfDeadlines({ submitted, firstSpend, end, claimBy: request?.claim_by }, library.mdf),
  };
}

/** An amount that stands in the file: once submitted it holds; one that came back follows from the corrected cost again. */
function writtenAmount({ forecast: { campaign } }: RequestBasis): number | undefined {
  return campaign.request?.status === 'rejected' ? undefined : campaign.request?.amount_requested;
}
