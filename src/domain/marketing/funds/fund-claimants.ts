import type { Campaign, MarketingPlan } from '../../../schema/marketing-plan-file.ts';
import type { MarketingTactics, Tactic } from '../../../schema/marketing-tactics.ts';
import type { MdfRequest } from '../../../schema/mdf-request.ts';
import type { PartnerFiles } from '../../../schema/territory.ts';
import type { FiscalQuarter } from '../../../units/fiscal-quarter.ts';
import { missing, type Known } from '../../../units/missing.ts';
import { addDays, type PlainDate } from '../../../units/plain-date.ts';
import { lastDayOf } from '../campaigns/campaign-days.ts';

/** Money of a fund that a campaign of some partner asks for, was promised or has claimed. */
export interface FundClaimant {
  /** Id of the line of `funds.yaml`. */
  readonly fund: string;
  readonly partner: string;
  readonly partnerName: string;
  readonly quarter: FiscalQuarter;
  readonly campaign: string;
  readonly title: string;
  readonly state: 'submitted' | 'approved' | 'claimed' | 'paid';
  /** In `currency`, that of the plan. */
  readonly amount: Known<number>;
  readonly currency: string;
  /** The day of the request. */
  readonly on?: PlainDate;
}

/**
 * Everybody who holds or has used money of a fund on a day. A draft, a rejected, declined or expired request holds nothing, and what was
 * only submitted, decided or claimed later is not known yet.
 */
export function fundClaimants(
  partners: readonly Pick<PartnerFiles, 'id' | 'partner' | 'marketingPlans'>[],
  library: MarketingTactics,
  day: PlainDate,
): FundClaimant[] {
  return partners.flatMap(({ id, partner, marketingPlans = [] }) =>
    marketingPlans.flatMap((plan) =>
      plan.campaigns.flatMap((campaign): FundClaimant[] => {
        const tactic = library.tactics.find((one) => one.id === campaign.tactic);
        const standing = tactic && standingOf(campaign, { tactic, library, day });
        if (!campaign.request || !standing) return [];
        const { submitted: on, fund } = campaign.request;
        const title = campaign.title ?? tactic.title;
        return [
          { fund, partner: id, partnerName: partner.name, ...placeOf(plan, campaign), title, ...standing, on: on! },
        ];
      }),
    ),
  );
}

function placeOf({ quarter, currency }: MarketingPlan, { id }: Campaign) {
  return { quarter, currency, campaign: id };
}

interface Setting {
  readonly tactic: Tactic;
  readonly library: MarketingTactics;
  readonly day: PlainDate;
}

/** How a request stands on a day, and what it holds or has used. */
function standingOf(campaign: Campaign, setting: Setting): Pick<FundClaimant, 'state' | 'amount'> | undefined {
  const { request, claim } = campaign;
  const { day } = setting;
  if (!request?.submitted || request.submitted > day || request.status === 'draft') return undefined;
  if (claim && claim.date <= day) {
    const state = claim.paid !== undefined && claim.paid <= day ? 'paid' : 'claimed';
    return { state, amount: claim.amount ?? claimedAmount(campaign, setting.tactic, setting.library) };
  }
  if (request.status === 'submitted' || (request.decided !== undefined && request.decided > day))
    return { state: 'submitted', amount: requestedAmount(request) };
  switch (request.status) {
    case 'approved':
      return claimByOf(campaign, setting) < day ? undefined : { state: 'approved', amount: approvedAmount(request) };
    case 'claimed':
    case 'paid':
      return { state: request.status, amount: approvedAmount(request) };
    default:
      return undefined;
  }
}

/** The last day on which a campaign's money can be claimed. */
export function claimByOf(campaign: Campaign, { tactic, library }: Omit<Setting, 'day'>): PlainDate {
  const { claim_days_after_end: days } = library.mdf.deadlines;
  return campaign.request?.claim_by ?? addDays(lastDayOf(campaign, tactic), days);
}

/** What a claim comes to: the share of the actual cost that is paid back, at most what was approved. */
function claimedAmount(
  { request, claim, funding_share_percent: own }: Campaign,
  tactic: Tactic,
  { mdf }: MarketingTactics,
): Known<number> {
  if (!request || !claim) return missing('nothing was claimed');
  const percent = request.reimbursement_percent ?? own ?? tactic.funding_share_percent ?? mdf.funding_share_percent;
  const share = (claim.actual_cost * percent) / 100;
  return request.amount_approved === undefined ? share : Math.min(request.amount_approved, share);
}

function requestedAmount({ amount_requested: amount }: MdfRequest): Known<number> {
  return amount ?? missing('the request does not say how much it asks for');
}

function approvedAmount(request: MdfRequest): Known<number> {
  return request.amount_approved ?? requestedAmount(request);
}
