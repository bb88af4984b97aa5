import { forecastCampaign, type CampaignForecast } from '../../domain/marketing/campaigns/campaign-forecast.ts';
import { isNewPartner } from '../../domain/marketing/funds/funding-terms.ts';
import { ownHistory } from '../../domain/marketing/history/own-leads.ts';
import { plannedCampaign, type DealWorth } from '../../domain/marketing/campaigns/planned-campaign.ts';
import { convert } from '../../domain/money.ts';
import type { Campaign, MarketingPlan } from '../../schema/marketing-plan-file.ts';
import { earlier } from '../../units/plain-date.ts';
import type { FiscalQuarter } from '../../units/fiscal-quarter.ts';
import type { ArtifactInput } from '../artifact.ts';

/** What all campaigns of a plan share; the campaigns of one that is written. */
type PlanTerms = Pick<MarketingPlan, 'goals' | 'currency'> & Partial<Pick<MarketingPlan, 'campaigns' | 'agreed'>>;

/** Works out campaigns of one plan of a partner: its own history and the rate of its currency are looked up once. */
export function campaignForecaster(
  input: ArtifactInput,
  {
    plan,
    quarter,
  }: {
    readonly plan: PlanTerms;
    readonly quarter: FiscalQuarter;
  },
): (campaign: Campaign) => CampaignForecast {
  const { marketingTactics: library, config, files, review, deals } = input;
  const { currency } = plan;
  const worth = partnersOwnWorth(input, currency);
  const rate = convert(1, { from: library.currency, to: currency, on: review.asOf, rates: config.rates });
  const history = ownHistory(files.leads?.rows, {
    library,
    plans: files.marketingPlans ?? [],
    deals,
    on: review.asOf,
    before: firstDayOf(plan),
  });
  const isNew = isNewPartner(files.partner, { quarter, calendar: review.calendar, rules: library.mdf });
  const setting = { library, quarter, calendar: review.calendar, currency, ...history };
  return (campaign) =>
    forecastCampaign(plannedCampaign(campaign, { plan, library, rate, isNewPartner: isNew, worth }), setting);
}

/** The day a plan was agreed, at the latest the day it starts; undefined where nothing is planned yet. */
function firstDayOf({ campaigns = [], agreed }: PlanTerms) {
  const days = [...campaigns.map(({ start }) => start), ...(agreed ? [agreed.on] : [])];
  return days.length === 0 ? undefined : days.reduce(earlier);
}

/** By kind of won deal in the library: what such a deal is worth to this partner, where its business plan says so. */
function partnersOwnWorth(
  { marketingTactics: library, dealWorth, config, review }: ArtifactInput,
  currency: string,
): Readonly<Record<string, DealWorth>> {
  return Object.fromEntries(
    Object.entries(library.won_deal).flatMap(([kind, { deal_type: type }]) => {
      const own = dealWorth?.(type);
      if (!own) return [];
      const inPlan = (money: number) =>
        convert(money, { from: own.currency, to: currency, on: review.asOf, rates: config.rates });
      const { revenue, margin, vendorRevenue, source } = own;
      return [
        [kind, { revenue: inPlan(revenue), margin: inPlan(margin), vendorRevenue: inPlan(vendorRevenue), source }],
      ];
    }),
  );
}
