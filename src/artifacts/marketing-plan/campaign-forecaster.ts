import { forecastCampaign, type CampaignForecast } from '../../domain/marketing/campaign-forecast.ts';
import { ownHistory } from '../../domain/marketing/own-leads.ts';
import { plannedCampaign, type DealWorth } from '../../domain/marketing/planned-campaign.ts';
import { convert } from '../../domain/money.ts';
import type { Campaign, MarketingPlan } from '../../schema/marketing-plan-file.ts';
import type { FiscalQuarter } from '../../units/fiscal-quarter.ts';
import type { ArtifactInput } from '../artifact.ts';

/** Works out campaigns of one plan of a partner: its own history and the rate of its currency are looked up once. */
export function campaignForecaster(
  { marketingTactics: library, config, files, review, deals }: ArtifactInput,
  {
    plan,
    quarter,
    worth,
  }: {
    readonly plan: Pick<MarketingPlan, 'goals' | 'currency'>;
    readonly quarter: FiscalQuarter;
    readonly worth?: Readonly<Record<string, DealWorth>> | undefined;
  },
): (campaign: Campaign) => CampaignForecast {
  const { currency } = plan;
  const rate = convert(1, { from: library.currency, to: currency, on: review.asOf, rates: config.rates });
  const history = ownHistory(files.leads?.rows, { library, plans: files.marketingPlans ?? [], deals, on: review.asOf });
  const setting = { library, quarter, calendar: review.calendar, currency, ...history };
  return (campaign) => forecastCampaign(plannedCampaign(campaign, { plan, library, rate, worth }), setting);
}
