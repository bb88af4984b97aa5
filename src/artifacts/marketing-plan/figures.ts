import type { CampaignForecast, ExpectedResult } from '../../domain/marketing/campaign-forecast.ts';
import { countAt } from '../../domain/marketing/waterfall.ts';
import { nameOfId } from '../../expression/name-of-id.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import type { Known } from '../../units/missing.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { amount, count, text, type Value } from '../../units/value.ts';
import type { Evidence, Figure } from '../../domain/figure.ts';
import { campaignFigures } from './campaign-figures.ts';
import type { MarketingPlanResult } from './compute.ts';

/**
 * The figures of a plan with their reasons: those of all its campaigns by names like `marketing_won`, those of one campaign by names like
 * `campaign_web_1_won` or `campaign_web_1_mql_rate`. Their values are the very ones that the plan's page shows.
 */
export function marketingFigures(result: MarketingPlanResult): Readonly<Record<string, Figure>> {
  const { input, quarter, campaigns } = result;
  const sources = [
    sentence('{file}', { file: text(`partners/${input.files.id}/marketing/${formatFiscalQuarter(quarter)}.yaml`) }),
    sentence('templates/marketing-tactics.yaml'),
    ...(input.files.leads ? [sentence('{file}', { file: text(input.files.leads.path) })] : []),
  ];
  return {
    ...Object.fromEntries(
      planFigures(result).map(({ name, ...figure }) => [
        `marketing_${name}`,
        figureOf(figure, { result, name, sources }),
      ]),
    ),
    ...Object.assign({}, ...campaigns.map((campaign) => campaignFigures(campaign, { ...result, sources }))),
  };
}

/** A figure of the plan: what it is, and what it is of each campaign. */
interface PlanFigure {
  readonly name: string;
  readonly label: string;
  readonly formula: string;
  readonly ofOne?: (campaign: CampaignForecast) => Value;
  /** Where the division is worked out already. */
  readonly evidence?: Evidence;
}

function figureOf(
  { label, formula, ofOne, evidence }: Omit<PlanFigure, 'name'>,
  {
    result,
    name,
    sources,
  }: { readonly result: MarketingPlanResult; readonly name: string; readonly sources: readonly Sentence[] },
): Figure {
  const { values, campaigns } = result;
  const { [`${name}_conservative`]: conservative } = values;
  return {
    label,
    value: values[name]!,
    evidence: {
      formula,
      ...(evidence?.workings && { workings: evidence.workings }),
      ...(ofOne && { parts: campaigns.map((each) => partWords(each.title, ofOne(each))) }),
      ...(conservative &&
        conservative.kind !== 'missing' && {
          beside: [sentence('conservative case: {value}', { value: conservative })],
        }),
      sources,
    },
  };
}

function partWords(title: string, value: Value): Sentence {
  return value.kind === 'missing'
    ? sentence('{title}: unknown, {reason}', { title: text(title), reason: text(value.reason) })
    : sentence('{title}: {value}', { title: text(title), value });
}

function planFigures({ base, currency, input }: MarketingPlanResult): readonly PlanFigure[] {
  const money = (pick: (campaign: CampaignForecast) => Known<number>) => (campaign: CampaignForecast) =>
    amount(pick(campaign), currency);
  const result = (pick: (expected: ExpectedResult) => Known<number>) => money((campaign) => pick(campaign.base));
  const { return_partner: partner, return_before_funding: before, return_on_revenue: onRevenue } = base.returns;
  const { vendor_margin: vendor, return_vendor: ofVendor } = base.returns;
  const asWorked = (name: string, { label, evidence }: Figure): PlanFigure => ({
    ...{ name, label, evidence },
    formula: evidence.formula,
  });
  return [
    ...input.marketingTactics.waterfall.stages.map(({ id, title }, index) => ({
      name: nameOfId(id),
      label: title,
      formula:
        index === 0
          ? 'audience × response rate, or total cost ÷ cost per lead, of every campaign, added'
          : 'leads of the stage before × rate, of every campaign, added',
      ofOne: (campaign: CampaignForecast) => count(countAt(campaign.base.counts, id)),
    })),
    {
      name: 'spend',
      label: 'Spend',
      formula: 'cost lines of every campaign, added',
      ofOne: money((each) => each.totalCost),
    },
    {
      name: 'own_share',
      label: "Partner's own share",
      formula: 'total cost − MDF',
      ofOne: money((each) => each.ownShare),
    },
    {
      name: 'mdf',
      label: 'MDF asked for',
      formula: 'total cost × what MDF pays of it',
      ofOne: money((each) => each.mdf),
    },
    {
      name: 'revenue',
      label: 'Revenue',
      formula: 'won deals × what one is worth',
      ofOne: result((expected) => expected.revenue),
    },
    {
      name: 'revenue_in_quarter',
      label: 'Revenue in the quarter',
      formula: 'revenue of the leads that come early enough: the day they come + days to the order lies in the quarter',
      ofOne: result((expected) => expected.revenueInQuarter),
    },
    {
      name: 'revenue_later',
      label: 'Revenue in later quarters',
      formula: 'revenue of the leads whose day + days to the order lies after the quarter',
      ofOne: result((expected) => expected.revenueLater),
    },
    {
      name: 'margin',
      label: "Partner's margin",
      formula: "won deals × the partner's margin of one, services and first recurring year included",
      ofOne: result((expected) => expected.margin),
    },
    asWorked('partner_roi', partner),
    asWorked('return_before_funding', before),
    asWorked('return_on_revenue', onRevenue),
    asWorked('vendor_margin', vendor),
    asWorked('return_vendor', ofVendor),
  ];
}
