import type { CampaignForecast } from '../../domain/marketing/campaigns/campaign-forecast.ts';
import type { Evidence, Figure } from '../../domain/figure.ts';
import { countFigures, exactCount, rateFigure } from '../../domain/marketing/waterfall/waterfall-figures.ts';
import { nameOfId } from '../../expression/name-of-id.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { amount, count, date, preciseShare, text } from '../../units/value.ts';
import type { MarketingPlanResult } from './compute.ts';

type Setting = Pick<MarketingPlanResult, 'input' | 'currency'> & { readonly sources: readonly Sentence[] };

/** The figures of one campaign with their reasons: counts, rates, days to the order, revenue and return. */
export function campaignFigures(campaign: CampaignForecast, setting: Setting): Readonly<Record<string, Figure>> {
  const { sources, currency, input } = setting;
  const { stages, own_history: own } = input.marketingTactics.waterfall;
  const { base, title } = campaign;
  const words = { titles: new Map(stages.map((stage) => [stage.id, stage.title])), sources };
  const rule = `the strongest that is known: the plan, earlier runs of the tactic and own leads (from ${own.from_leads} leads at the step), the tactic, the waterfall of the library; own leads × what is usual for the tactic ÷ what is usual for those leads`;
  const named = (name: string, { label, value, evidence }: Figure): [string, Figure] => [
    `campaign_${nameOfId(campaign.campaign.id)}_${nameOfId(name)}`,
    { label: `${title}: ${label}`, value, evidence },
  ];
  return Object.fromEntries([
    ...countFigures(base.counts, { rates: base.rates, start: startOf(campaign, currency), ...words }).map((figure) =>
      named(figure.stage, figure),
    ),
    ...base.rates.map((rate) => {
      const figure = rateFigure(rate, words);
      return named(`${rate.to}-rate`, { ...figure, evidence: { ...figure.evidence, rule } });
    }),
    named('days-to-won', daysFigure(campaign, words)),
    named('revenue', revenueFigure(campaign, setting)),
    named('partner-roi', withSources(base.returns.return_partner, sources)),
  ]);
}

function withSources(figure: Figure, sources: readonly Sentence[]): Figure {
  return { ...figure, evidence: { ...figure.evidence, sources: [...sources, ...figure.evidence.sources] } };
}

function startOf(
  { audience, responseRate, costPerLead, totalCost }: CampaignForecast,
  currency: string,
): Pick<Evidence, 'formula' | 'workings'> {
  if (costPerLead) {
    return {
      formula: 'total cost ÷ cost per lead',
      workings: sentence('{cost} ÷ {each} ({source})', {
        cost: amount(totalCost, currency),
        each: amount(costPerLead.value, currency),
        source: text(costPerLead.source),
      }),
    };
  }
  return {
    formula: 'audience × response rate',
    workings: sentence('{people} {who} × {rate} ({source})', {
      people: count(audience.size),
      who: text(audience.who),
      rate: preciseShare(responseRate.value),
      source: text(responseRate.source),
    }),
  };
}

function daysFigure(
  { days, daysToWon }: CampaignForecast,
  { titles, sources }: { readonly titles: ReadonlyMap<string, string>; readonly sources: readonly Sentence[] },
): Figure {
  return {
    label: 'Days from inquiry to order',
    value: count(daysToWon),
    evidence: {
      formula: 'days of every step, added',
      parts: days.map(({ stage, days: ofStep, source }) =>
        sentence(`{stage}: {step_days|day|days} (${source.pattern})`, {
          ...source.values,
          stage: text(titles.get(stage) ?? stage),
          step_days: count(ofStep),
        }),
      ),
      sources,
    },
  };
}

function revenueFigure(
  { base, worth, start, end, daysToWon }: CampaignForecast,
  { currency, sources }: Setting,
): Figure {
  return {
    label: 'Revenue',
    value: amount(base.revenue, currency),
    evidence: {
      formula: 'won deals × what one is worth',
      workings: sentence('{won} × {deal} ({source})', {
        won: exactCount(base.won),
        deal: amount(worth.revenue, currency),
        source: text(worth.source),
      }),
      beside: [
        sentence('in the quarter: {in_quarter}, later: {later}', {
          in_quarter: amount(base.revenueInQuarter, currency),
          later: amount(base.revenueLater, currency),
        }),
        sentence(
          `leads come ${start === end ? 'on {start}' : 'from {start} to {end}'} and are won {days|day|days} later`,
          {
            start: date(start),
            end: date(end),
            days: count(daysToWon),
          },
        ),
      ],
      sources,
    },
  };
}
