import type { CampaignForecast, ExpectedResult } from '../../domain/marketing/campaigns/campaign-forecast.ts';
import { amountsByQuarter } from '../../domain/marketing/campaigns/timing.ts';
import { countAt } from '../../domain/marketing/waterfall/waterfall.ts';
import type { Evidence, Figure } from '../../domain/figure.ts';
import { nameOfId } from '../../expression/name-of-id.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { isKnown, type Known } from '../../units/missing.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { amount, count, text, type Value } from '../../units/value.ts';
import type { MarketingPlanResult } from './compute.ts';

/** A figure of the plan: what it is, and what it is of each campaign. */
export interface PlanFigure {
  readonly name: string;
  readonly label: string;
  readonly formula: string;
  readonly ofOne?: (campaign: CampaignForecast) => Value;
  readonly beside?: readonly Sentence[];
  /** Where the division is worked out already. */
  readonly evidence?: Evidence;
}

/** The figures of a plan, each with its formula and what it is of each campaign. */
export function planFigures(plan: MarketingPlanResult): readonly PlanFigure[] {
  return [...stageFigures(plan), ...costFigures(plan), ...gainFigures(plan), ...returnFigures(plan)];
}

function stageFigures({ input }: MarketingPlanResult): PlanFigure[] {
  return input.marketingTactics.waterfall.stages.map(({ id, title }, index) => ({
    name: nameOfId(id),
    label: title,
    formula:
      index === 0
        ? 'audience × response rate, or total cost ÷ cost per lead, of every campaign, added'
        : 'leads of the stage before × rate, of every campaign, added',
    ofOne: (campaign: CampaignForecast) => count(countAt(campaign.base.counts, id)),
  }));
}

function costFigures({ currency }: MarketingPlanResult): PlanFigure[] {
  const money = (pick: (campaign: CampaignForecast) => Known<number>) => (campaign: CampaignForecast) =>
    amount(pick(campaign), currency);
  return [
    {
      name: 'spend',
      label: 'Spend',
      formula: 'cost lines of every campaign, added',
      ofOne: money((one) => one.totalCost),
    },
    {
      name: 'own_share',
      label: "Partner's own share",
      formula: 'total cost − MDF',
      ofOne: money((one) => one.ownShare),
    },
    {
      name: 'mdf',
      label: 'MDF asked for',
      formula: 'total cost × what MDF pays of it',
      ofOne: money((one) => one.mdf),
    },
  ];
}

function gainFigures(plan: MarketingPlanResult): PlanFigure[] {
  const money = (pick: (expected: ExpectedResult) => Known<number>) => (campaign: CampaignForecast) =>
    amount(pick(campaign.base), plan.currency);
  return [
    {
      name: 'revenue',
      label: 'Revenue',
      formula: 'won deals × what one is worth',
      ofOne: money((expected) => expected.revenue),
      beside: quarterLines(plan),
    },
    {
      name: 'revenue_in_quarter',
      label: 'Revenue in the quarter',
      formula: 'revenue of the leads that come early enough: the day they come + days to the order lies in the quarter',
      ofOne: money((expected) => expected.revenueInQuarter),
    },
    {
      name: 'revenue_later',
      label: 'Revenue in later quarters',
      formula: 'revenue of the leads whose day + days to the order lies after the quarter',
      ofOne: money((expected) => expected.revenueLater),
    },
    {
      name: 'margin',
      label: "Partner's margin",
      formula: "won deals × the partner's margin of one, services and first recurring year included",
      ofOne: money((expected) => expected.margin),
    },
  ];
}

/** When the revenue of all campaigns comes, one line a quarter; none while a part of it is unknown. */
function quarterLines({ campaigns, currency }: MarketingPlanResult): Sentence[] {
  const quarters = amountsByQuarter(campaigns.map(({ base, timing }) => ({ total: base.revenue, timing })));
  if (!isKnown(quarters)) return [];
  return quarters.map(({ quarter, amount: part }) =>
    sentence('won in {quarter}: {part}', {
      quarter: text(formatFiscalQuarter(quarter)),
      part: amount(part, currency),
    }),
  );
}

/** Their divisions are worked out with them. */
function returnFigures({ base: { returns } }: MarketingPlanResult): PlanFigure[] {
  const asWorked = (name: string, { label, evidence }: Figure): PlanFigure => ({
    ...{ name, label, evidence },
    formula: evidence.formula,
  });
  return [
    asWorked('partner_roi', returns.return_partner),
    asWorked('return_before_funding', returns.return_before_funding),
    asWorked('return_on_revenue', returns.return_on_revenue),
    asWorked('vendor_margin', returns.vendor_margin),
    asWorked('return_vendor', returns.return_vendor),
  ];
}
