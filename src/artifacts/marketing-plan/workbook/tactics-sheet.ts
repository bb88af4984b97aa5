import type {
  CalculationColumn,
  CalculationEntry,
  CalculationRow,
  CalculationSheet,
  PlaceInFile,
} from '../../../document/calculation/calculation.ts';
import type { CampaignForecast } from '../../../domain/marketing/campaigns/campaign-forecast.ts';
import type { Campaign } from '../../../schema/marketing-plan-file.ts';
import { parseExpression } from '../../../expression/parse.ts';
import { sumOf } from '../../../expression/sum-of.ts';
import type { Known } from '../../../units/missing.ts';
import { formatSentence } from '../../../units/format.ts';
import type { Sentence } from '../../../units/sentence.ts';
import type { PlanSetting } from './plan-words.ts';

/** Days since the start of the run on which its leads are won, to the nearest whole one. */
const WHOLE_DAYS = 'round_up(days_to_won - 0.4999999)';

/** Every number of each tactic, to type into: audience and rates, cost lines and who pays, days, worth of a deal, dates. */
export function tacticsSheet(setting: PlanSetting): CalculationSheet {
  const costs = costTitles(setting);
  return {
    key: 'tactics',
    title: 'Tactics',
    holds: 'every number of each tactic, with its source',
    intro: 'Blue numbers are typed in',
    label: 'Number',
    columns: setting.columns.map(({ key, campaign }): CalculationColumn => ({
      key,
      title: campaign.title,
      entries: new Map([
        ...reachEntries(campaign, setting),
        ...costEntries(campaign, { costs, setting }),
        ...rateEntries(campaign, setting),
        ...worthEntries(campaign, setting),
      ]),
    })),
    total: { title: 'All' },
    rows: [...reachRows(setting), ...costRows(costs), ...rateRows(setting), ...worthRows(setting), ...timingRows()],
  };
}

type Entries = readonly (readonly [string, CalculationEntry])[];

function reachRows({ columns }: PlanSetting): CalculationRow[] {
  const heading = 'Who and when';
  return [
    { key: 'who', label: 'Audience', kind: 'text', heading },
    { key: 'audience', label: 'Size of the audience', kind: 'count', unit: 'people', heading, total: 'sum' },
    { key: 'response_rate', label: 'Response rate', kind: 'share', unit: 'of the audience', heading },
    ...(columns.some(({ campaign }) => campaign.costPerLead)
      ? [
          {
            key: 'cost_per_lead',
            label: 'Cost of one lead',
            kind: 'amount',
            unit: 'in place of the rate',
            heading,
          } as const,
        ]
      : []),
    { key: 'starts', label: 'Starts', kind: 'date', heading },
    { key: 'ends', label: 'Ends', kind: 'date', heading },
  ];
}

function reachEntries(
  { campaign, audience, responseRate, costPerLead, start, end }: CampaignForecast,
  { planSource }: PlanSetting,
): Entries {
  const { response_rate_percent: rate, cost_per_lead: cost } = campaign;
  const at = placesOf(campaign);
  return [
    ['who', typed(audience.who, undefined, at(['audience', 'who'], campaign.audience?.who))],
    ['audience', typed(audience.size, planSource, at(['audience', 'size'], campaign.audience?.size))],
    ['response_rate', typed(responseRate.value, responseRate.source, at(['response_rate_percent'], rate))],
    ...(costPerLead
      ? [['cost_per_lead', typed(costPerLead.value, costPerLead.source, at(['cost_per_lead'], cost))] as const]
      : []),
    ['starts', typed(start, planSource, at(['start'], campaign.start))],
    ['ends', typed(end, undefined, at(['end'], campaign.end))],
  ];
}

/** The cost lines of all tactics: those of one name stand on one row. */
function costTitles({ columns }: PlanSetting): readonly string[] {
  return [...new Set(columns.flatMap(({ campaign }) => campaign.costLines.map(({ title }) => title)))];
}

function costRows(titles: readonly string[]): CalculationRow[] {
  const heading = 'Cost';
  const lines = titles.map((title, index): CalculationRow => ({
    key: `cost_${index + 1}`,
    label: sentenceCase(title),
    kind: 'amount',
    heading,
    total: 'sum',
  }));
  return [
    ...lines,
    {
      key: 'cost',
      label: 'Total cost',
      kind: 'amount',
      heading,
      emphasis: 'strong',
      total: 'sum',
      formula: sumOf(lines.map(({ key }) => key)),
    },
    { key: 'funding_share', label: 'Paid by MDF', kind: 'share', unit: 'of the cost', heading },
    {
      key: 'mdf',
      label: 'MDF',
      kind: 'amount',
      heading,
      total: 'sum',
      formula: parseExpression('cost * funding_share'),
    },
    {
      key: 'own',
      label: "Partner's own share",
      kind: 'amount',
      heading,
      total: 'sum',
      formula: parseExpression('cost - mdf'),
    },
  ];
}

/** A tactic without a line of the others spends nothing on it. */
function costEntries(
  { campaign, costLines, fundingShare }: CampaignForecast,
  { costs, setting }: { readonly costs: readonly string[]; readonly setting: PlanSetting },
): Entries {
  const at = placesOf(campaign);
  return [
    ...costs.map((title, index) => {
      const amount = costLines.find((line) => line.title === title)?.amount ?? 0;
      const place = at(['cost_lines', title], campaign.cost_lines?.[title]);
      return [`cost_${index + 1}`, typed(amount, undefined, place)] as const;
    }),
    [
      'funding_share',
      typed(fundingShare, setting.planSource, at(['funding_share_percent'], campaign.funding_share_percent)),
    ],
  ];
}

function rateRows({ stages }: PlanSetting): CalculationRow[] {
  const steps = stages.slice(1);
  const rows = (prefix: string, heading: string, kind: 'share' | 'days', unit: string) =>
    steps.map(({ title }, index): CalculationRow => ({
      key: `${prefix}_${index + 1}`,
      label: `To ${title.toLowerCase()}`,
      kind,
      unit,
      heading,
    }));
  return [
    ...rows('rate', 'Rates, base', 'share', 'of the stage before'),
    ...rows('careful', 'Rates, conservative', 'share', 'of the stage before'),
    ...rows('days', 'Days', 'days', 'from the stage before'),
    {
      key: 'days_to_won',
      label: 'From lead to order',
      kind: 'days',
      unit: 'days',
      heading: 'Days',
      formula: sumOf(steps.map((_, index) => `days_${index + 1}`)),
    },
  ];
}

/** The conservative rates follow from those of the plan: no file holds them. */
function rateEntries({ campaign, base, conservative, days }: CampaignForecast, { result }: PlanSetting): Entries {
  const words = (source: Sentence) => formatSentence(source, { locale: result.input.config.locale });
  const at = placesOf(campaign);
  const { rates_percent: rates, days_per_stage: waits } = campaign;
  return [
    ...base.rates.map(
      ({ rate, source }, index) =>
        [`rate_${index + 1}`, typed(rate, words(source), at(['rates_percent', index], rates))] as const,
    ),
    ...conservative.rates.map(
      ({ rate, source }, index) => [`careful_${index + 1}`, typed(rate, words(source))] as const,
    ),
    ...days.map(
      ({ days: count, source }, index) =>
        [`days_${index + 1}`, typed(count, words(source), at(['days_per_stage', index], waits))] as const,
    ),
  ];
}

function worthRows({ isInternal }: PlanSetting): CalculationRow[] {
  const heading = 'Worth of a won deal';
  return [
    { key: 'revenue_each', label: 'Revenue', kind: 'amount', unit: 'a deal', heading },
    { key: 'margin_each', label: "Partner's margin", kind: 'amount', unit: 'a deal, with services', heading },
    ...(isInternal
      ? [{ key: 'vendor_each', label: "Vendor's margin", kind: 'amount', unit: 'a deal', heading } as const]
      : []),
  ];
}

function worthEntries(
  { campaign, worth, vendorMarginPerDeal }: CampaignForecast,
  { isInternal }: PlanSetting,
): Entries {
  const at = placesOf(campaign);
  const { revenue_per_deal: revenue, margin_per_deal: margin } = campaign;
  return [
    ['revenue_each', typed(worth.revenue, worth.source, at(['revenue_per_deal'], revenue))],
    ['margin_each', typed(worth.margin, worth.source, at(['margin_per_deal'], margin))],
    ...(isInternal ? [['vendor_each', typed(vendorMarginPerDeal, worth.source)] as const] : []),
  ];
}

/** When what a run wins is won: its leads come evenly over its days, and each is won so many days later. */
function timingRows(): CalculationRow[] {
  const heading = 'When it is won';
  const days = '(won_last - won_first + 1)';
  const within = (from: string, to: string) => `max(0, min(won_last, ${to}) - max(won_first, ${from}) + 1) / ${days}`;
  return [
    {
      key: 'won_first',
      label: 'First order',
      kind: 'date',
      heading,
      formula: parseExpression(`starts + ${WHOLE_DAYS}`),
    },
    { key: 'won_last', label: 'Last order', kind: 'date', heading, formula: parseExpression(`ends + ${WHOLE_DAYS}`) },
    {
      key: 'in_quarter',
      label: 'Won in the quarter',
      kind: 'share',
      unit: 'of its deals',
      heading,
      formula: parseExpression(within('target.first_day', 'target.last_day')),
    },
    {
      key: 'later',
      label: 'Won later',
      kind: 'share',
      unit: 'of its deals',
      heading,
      formula: parseExpression(within('target.last_day + 1', 'won_last')),
    },
  ];
}

function typed(value: Known<number | string>, source?: string, inFile?: PlaceInFile): CalculationEntry {
  return { typed: value, ...(source !== undefined && { source }), ...(inFile && { inFile }) };
}

/** Where the numbers of a campaign stand in the plan's file, and whether it says them. */
function placesOf({ id }: Campaign): (path: PlaceInFile['path'], said: unknown) => PlaceInFile {
  return (path, said) => ({ path: [id, ...path], isSaid: said !== undefined });
}

function sentenceCase(words: string): string {
  const plain = words.replaceAll(/[_-]/g, ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
