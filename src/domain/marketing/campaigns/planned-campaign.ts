import type { Campaign, MarketingPlan } from '../../../schema/marketing-plan-file.ts';
import type { MarketingTactics, Tactic } from '../../../schema/marketing-tactics.ts';
import { addKnown, isKnown, missing, whenKnown, type Known } from '../../../units/missing.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import { firstSpendOf, lastDayOf } from './campaign-days.ts';
import { shareAllowed } from '../funds/funding-terms.ts';
import { inquiriesOf } from '../waterfall/waterfall.ts';

/** A number with where it is from, for a column beside it. */
export interface Sourced {
  readonly value: Known<number>;
  readonly source: string;
}

/** What one won deal is worth to the partner and to the vendor, in the currency of the plan. */
export interface DealWorth {
  /** What the customer pays for the product. */
  readonly revenue: Known<number>;
  /** The partner's own, services and first recurring year included. */
  readonly margin: Known<number>;
  /** What of the product's price goes to the vendor. */
  readonly vendorRevenue: Known<number>;
  readonly source: string;
}

/** A campaign with every number filled in: from the plan where it says one, else from its tactic. Money in the currency of the plan. */
export interface PlannedCampaign {
  readonly campaign: Campaign;
  readonly tactic: Tactic;
  readonly title: string;
  /** Those of the plan's goals that it serves. */
  readonly goals: readonly string[];
  readonly audience: { readonly size: number; readonly who: string };
  readonly responseRate: Sourced;
  /** In place of the response rate. */
  readonly costPerLead?: Sourced;
  readonly inquiries: Known<number>;
  readonly costLines: readonly { readonly title: string; readonly amount: Known<number> }[];
  readonly totalCost: Known<number>;
  /** What MDF pays of it, a ratio. */
  readonly fundingShare: number;
  readonly mdf: Known<number>;
  readonly ownShare: Known<number>;
  readonly worth: DealWorth;
  /** What the vendor earns of one won deal. */
  readonly vendorMarginPerDeal: Known<number>;
  readonly start: PlainDate;
  readonly end: PlainDate;
  readonly firstSpend: PlainDate;
}

/** What a campaign is filled in from. */
export interface CampaignSetting {
  readonly plan: Pick<MarketingPlan, 'goals' | 'currency'>;
  readonly library: MarketingTactics;
  /** What one unit of the library's currency is worth in the plan's. */
  readonly rate: Known<number>;
  /** A new partner is paid a larger share. */
  readonly isNewPartner?: boolean;
  /** The partner's own worth of a won deal, by kind of deal; the library's holds where it is not known. */
  readonly worth?: Readonly<Record<string, DealWorth>> | undefined;
}

const PLAN = 'plan';

/**
 * Fills a campaign in.
 * @throws Error when the library has no such tactic: plans are checked against it when they are read
 */
export function plannedCampaign(campaign: Campaign, setting: CampaignSetting): PlannedCampaign {
  const { library, plan, rate } = setting;
  const tactic = library.tactics.find(({ id }) => id === campaign.tactic);
  if (!tactic) throw new Error(`There is no tactic "${campaign.tactic}".`);
  const inPlanCurrency = (money: number) => whenKnown([rate], (known) => money * known);
  const costLines = Object.entries(campaign.cost_lines ?? tactic.cost_lines).map(([title, money]) => ({
    title,
    amount: campaign.cost_lines ? money : inPlanCurrency(money),
  }));
  const totalCost = addKnown(costLines.map(({ amount }) => amount));
  const own = campaign.funding_share_percent;
  const fundingShare = own === undefined ? shareAllowed(tactic, library.mdf, setting) : own / 100;
  return {
    campaign,
    tactic,
    title: campaign.title ?? tactic.title,
    goals: campaign.goals ?? plan.goals.map(({ id }) => id).filter((id) => tactic.goals.includes(id)),
    ...reachOf(campaign, { tactic, library, totalCost }),
    costLines,
    totalCost,
    fundingShare,
    mdf: whenKnown([totalCost], (cost) => cost * fundingShare),
    ownShare: whenKnown([totalCost], (cost) => cost * (1 - fundingShare)),
    ...worthOf(campaign, { tactic, setting, inPlanCurrency }),
    start: campaign.start,
    end: lastDayOf(campaign, tactic),
    firstSpend: firstSpendOf(campaign, tactic),
  };
}

function reachOf(
  campaign: Campaign,
  {
    tactic,
    library,
    totalCost,
  }: { readonly tactic: Tactic; readonly library: MarketingTactics; readonly totalCost: Known<number> },
): Pick<PlannedCampaign, 'audience' | 'responseRate' | 'costPerLead' | 'inquiries'> {
  const audience = {
    size: campaign.audience?.size ?? tactic.audience.size,
    who: campaign.audience?.who ?? tactic.audience.who,
  };
  const { value, source = library.source } = tactic.response_rate_percent;
  const responseRate: Sourced =
    campaign.response_rate_percent === undefined
      ? { value: value / 100, source }
      : { value: campaign.response_rate_percent / 100, source: PLAN };
  if (campaign.cost_per_lead === undefined) {
    const inquiries = inquiriesOf({ audience: audience.size, responseRate: responseRate.value });
    return { audience, responseRate, inquiries };
  }
  const costPerLead: Sourced = { value: campaign.cost_per_lead, source: PLAN };
  const inquiries = inquiriesOf({ budget: totalCost, costPerLead: costPerLead.value });
  return { audience, responseRate, costPerLead, inquiries };
}

function worthOf(
  { revenue_per_deal: revenue, margin_per_deal: margin }: Campaign,
  {
    tactic,
    setting: { library, worth },
    inPlanCurrency,
  }: {
    readonly tactic: Tactic;
    readonly setting: CampaignSetting;
    readonly inPlanCurrency: (money: number) => Known<number>;
  },
): Pick<PlannedCampaign, 'worth' | 'vendorMarginPerDeal'> {
  const { [tactic.deal]: shipped } = library.won_deal;
  const { product, registration_and_rebate: extra, services, recurring } = shipped!.margin;
  const usual: DealWorth = worth?.[tactic.deal] ?? {
    revenue: inPlanCurrency(shipped!.revenue),
    margin: inPlanCurrency(product + extra + services + recurring),
    vendorRevenue: inPlanCurrency(shipped!.revenue - product - extra),
    source: shipped!.source ?? library.source,
  };
  // A deal of another size leaves the vendor the same share of it.
  const vendorRevenue =
    revenue === undefined
      ? usual.vendorRevenue
      : whenKnown([usual.revenue, usual.vendorRevenue], (whole, part) =>
          whole > 0 ? (revenue * part) / whole : missing('a won deal is worth nothing'),
        );
  const stated = revenue !== undefined || margin !== undefined;
  return {
    worth: {
      revenue: revenue ?? usual.revenue,
      margin: margin ?? scaledMargin(usual, revenue),
      vendorRevenue,
      source: stated ? PLAN : usual.source,
    },
    vendorMarginPerDeal:
      library.vendor_margin_percent === undefined
        ? missing("the vendor's margin is not in the tactic library")
        : whenKnown([vendorRevenue], (kept) => (kept * library.vendor_margin_percent!) / 100),
  };
}

/** The margin of a deal of another size, at the usual share of it. */
function scaledMargin({ revenue: usual, margin }: DealWorth, revenue: number | undefined): Known<number> {
  if (revenue === undefined) return margin;
  if (!isKnown(usual) || !isKnown(margin) || usual === 0)
    return missing('the margin of a deal of this size is not known');
  return (revenue * margin) / usual;
}
