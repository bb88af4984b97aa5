import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { dealsAt } from '../../../../src/domain/deals-at.ts';
import { forecastCampaign } from '../../../../src/domain/marketing/campaigns/campaign-forecast.ts';
import { plannedCampaign } from '../../../../src/domain/marketing/campaigns/planned-campaign.ts';
import type { VerifiedCampaign } from '../../../../src/domain/marketing/verification/verified-campaign.ts';
import { verifyCampaign } from '../../../../src/domain/marketing/verification/verify-campaign.ts';
import type { Deal } from '../../../../src/schema/deal.ts';
import { leadSchema, type Lead } from '../../../../src/schema/lead.ts';
import { marketingPlanFileSchema } from '../../../../src/schema/marketing-plan-file.ts';
import { marketingTacticsSchema } from '../../../../src/schema/marketing-tactics.ts';
import { formatSentence } from '../../../../src/units/format.ts';
import type { Sentence } from '../../../../src/units/sentence.ts';
import { day, givenConfig, quarter } from '../../given.ts';

export const LIBRARY = marketingTacticsSchema.parse(
  parse(readFileSync(new URL('../../../../templates/marketing-tactics.yaml', import.meta.url), 'utf8')),
);
export const STAGES = LIBRARY.waterfall.stages.map(({ id }) => id);

let leadNumber = 0;

/** Leads of campaign `q3-webinar` that came in on 15 January 2026 and stand at a stage, unless the case says otherwise. */
export function leadsAt(stage: Lead['stage'], count: number, cells: Readonly<Record<string, string>> = {}): Lead[] {
  return Array.from({ length: count }, () => {
    leadNumber += 1;
    return {
      source: 'marketing',
      id: `L${leadNumber}`,
      campaign: 'q3-webinar',
      created_date: '2026-01-15',
      ...(stage && { stage }),
      ...cells,
    } as Lead;
  });
}

export interface CampaignCase {
  /** What the plan says of the campaign beside the webinar of the library. */
  readonly campaign?: Readonly<Record<string, unknown>>;
  /** Undefined: there is no leads.csv. */
  readonly leads?: readonly Lead[];
  readonly columns?: readonly (keyof Lead)[];
  readonly deals?: readonly Deal[];
  readonly on?: string;
}

/** A webinar on 14 January 2026 that plans 60 inquiries, 20 MQL, 10 SAL, 5 SQL and one order for 6,000, half of it MDF; looked at on 28 February. */
export function verifiedCase({
  campaign,
  leads,
  columns,
  deals,
  on = '2026-02-28',
}: CampaignCase = {}): VerifiedCampaign {
  const plan = marketingPlanFileSchema.parse({
    quarter: 'FY26-Q3',
    currency: 'USD',
    goals: [{ id: 'demand-generation' }],
    campaigns: [
      {
        id: 'q3-webinar',
        tactic: 'webinar',
        start: '2026-01-14',
        audience: { size: 1500 },
        response_rate_percent: 4,
        rates_percent: [100 / 3, 50, 50, 20],
        cost_lines: { Everything: 6000 },
        revenue_per_deal: 24000,
        margin_per_deal: 9000,
        ...campaign,
      },
    ],
  });
  const config = givenConfig();
  const planned = plannedCampaign(plan.campaigns[0]!, { plan, library: LIBRARY, rate: 1 });
  const forecast = forecastCampaign(planned, {
    library: LIBRARY,
    quarter: quarter('FY26-Q3'),
    calendar: { startMonth: 7, namedAfter: 'end' },
    currency: 'USD',
  });
  return verifyCampaign(
    forecast,
    {
      on: day(on),
      leads: leads && {
        columns: new Set(columns ?? (Object.keys(leadSchema.shape) as (keyof Lead)[])),
        rows: leads,
      },
      deals: deals && dealsAt(deals, { on: day(on), currency: 'USD', config }),
    },
    { library: LIBRARY, thresholds: config.thresholds },
  );
}

/** The verdict with its reason, as a page would print both. */
export function verdictWords({ verdict }: VerifiedCampaign): string | undefined {
  return verdict && `${verdict.status.word}: ${plainWords(verdict.reason)}`;
}

/** The reason of the verdict as tables print it. */
export function shortWords({ verdict }: VerifiedCampaign): string | undefined {
  return verdict && plainWords(verdict.inShort);
}

function plainWords(words: Sentence): string {
  return formatSentence(words, { locale: 'en-US' }).replaceAll('\u00a0', ' ');
}
