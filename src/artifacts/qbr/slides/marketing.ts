import type { Block, Paragraph, Row, Table } from '../../../document/block.ts';
import type { ClusterChart } from '../../../document/chart.ts';
import type { Edition } from '../../../document/document.ts';
import type { VerifiedCampaign } from '../../../domain/marketing/verification/verified-campaign.ts';
import type { CampaignReturns } from '../../../domain/marketing/campaigns/campaign-return.ts';
import { countAt } from '../../../domain/marketing/waterfall/waterfall.ts';
import { conditionHolds } from '../../../domain/story.ts';
import { cutText } from '../../../units/cut-text.ts';
import { formatFiscalQuarter } from '../../../units/fiscal-quarter.ts';
import { formatSentence } from '../../../units/format.ts';
import { sentence } from '../../../units/sentence.ts';
import { amount, count, none, text, type Value } from '../../../units/value.ts';
import { leadsByStage, ratesAgainstPlan, type MarketingReview } from '../../marketing-plan/index.ts';
import { pageFrame } from '../../page-frame.ts';
import { rightColumn } from '../../right-column.ts';
import type { SlideBody, SlideContext } from '../slide.ts';
import { fallbackPanels } from './fallback-panels.ts';

/** Campaigns that find room beside the waterfall. */
const MOST_CAMPAIGNS = 5;
/** Reasons of verdicts on the page, and characters of a campaign's title in them. */
const MOST_REASONS = 3;
const SHORT_TITLE = 32;
const SOURCE = 'marketing plan, leads, deals, funds';

/** Slide 8: leads planned and come, what each campaign is to become, what the partner's own money brought, and the funds. */
export function marketingSlide(context: SlideContext): SlideBody | undefined {
  const { result, slide, figures, edition, subject } = context;
  const { marketing } = result;
  if (!marketing) return undefined;
  if (slide.fallback && conditionHolds(slide.fallback.when, figures)) {
    return fallbackPanels(context, slide.fallback.panels, 'marketing plan, funds, tactic library');
  }
  return {
    layout: 'main-side',
    main: [
      leadWaterfall(marketing),
      ratesAgainstPlan(marketing.input.marketingTactics.waterfall, marketing.verified.rates),
      ...reasons(marketing),
    ],
    side: [
      campaignsTable(marketing),
      returnTable(marketing, { values: result.values, edition, partner: subject.shortName }),
    ],
    source: SOURCE,
  };
}

function leadWaterfall(marketing: MarketingReview): ClusterChart {
  const { planned, actual } = marketing.verified;
  const { waterfall } = marketing.input.marketingTactics;
  const last = waterfall.stages.at(-1)!.id;
  return leadsByStage(waterfall, {
    id: 'lead-waterfall',
    description: sentence('Leads by stage: {planned} orders planned, {actual} came', {
      planned: count(countAt(planned.counts, last)),
      actual: count(countAt(actual.counts, last)),
    }),
    reference: { label: 'plan', counts: planned.counts },
    actual: { label: 'actual', counts: actual.counts },
  });
}

function campaignsTable({ input, plan, verified }: MarketingReview): Table {
  const last = input.marketingTactics.waterfall.stages.at(-1)!.id;
  const row = ({ title, actual, verdict }: VerifiedCampaign): Row => ({
    cells: {
      campaign: { value: text(title) },
      spend: { value: amount(actual.money.totalCost, plan.currency) },
      won: { value: count(countAt(actual.counts, last)) },
      ...(verdict && { verdict: { value: none, status: verdict.status } }),
    },
  });
  const { campaigns, actual } = verified;
  const total: Row = {
    emphasis: 'strong',
    cells: {
      campaign: { value: text('Total') },
      spend: { value: amount(actual.money.totalCost, plan.currency) },
      won: { value: count(countAt(actual.counts, last)) },
    },
  };
  return {
    kind: 'table',
    id: 'campaigns',
    heading: sentence('By campaign'),
    columns: [
      { key: 'campaign', label: 'Campaign', align: 'left', weight: 2.3, cut: 'name' },
      rightColumn('spend', 'Spend', 0.8),
      rightColumn('won', 'Won', 0.55),
      { key: 'verdict', label: 'Verdict', align: 'left', weight: 1.2, cut: 'fixed' },
    ],
    rows: campaigns.length === 1 ? campaigns.map(row) : [...ranked(campaigns).map(row), total],
    most: MOST_CAMPAIGNS + 1,
    ...(campaigns.length > 1 && { endsInTotal: true }),
    cutLast: true,
  };
}

/** Why the verdicts are as they are, those that need a decision first; under the waterfall, where whole lines have room. */
function reasons({ input, verified }: MarketingReview): readonly Paragraph[] {
  const { format } = pageFrame(input);
  const judged = ranked(verified.campaigns).flatMap(({ title, verdict }) => (verdict ? [{ title, verdict }] : []));
  if (judged.length === 0) return [];
  const lines = judged.slice(0, MOST_REASONS).map(({ title, verdict }) => {
    const why = formatSentence(verdict.inShort, format);
    return `${verdict.status.word} ${cutText(title, SHORT_TITLE)} (${why})`;
  });
  return [{ kind: 'paragraph', text: sentence('Verdicts: {reasons}', { reasons: text(`${lines.join('; ')}.`) }) }];
}

const URGENT = ['bad', 'watch', 'good', 'unknown'];

/** What needs a decision first. */
function ranked(campaigns: readonly VerifiedCampaign[]): readonly VerifiedCampaign[] {
  const rank = ({ verdict }: VerifiedCampaign) => URGENT.indexOf(verdict?.status.meaning ?? 'unknown');
  return campaigns.toSorted((a, b) => rank(a) - rank(b));
}

function returnTable(
  { verified, plan, quarter }: MarketingReview,
  {
    values,
    edition,
    partner,
  }: { readonly values: Readonly<Record<string, Value>>; readonly edition: Edition; readonly partner: string },
): Block {
  const { planned, actual } = verified;
  const row = (label: string, [inPlan, came]: readonly [Value, Value | undefined]): Row[] =>
    came ? [{ cells: { what: { value: text(label) }, plan: { value: inPlan }, actual: { value: came } } }] : [];
  const money = (key: 'ownShare' | 'margin' | 'mdf') =>
    [amount(planned.money[key], plan.currency), amount(actual.money[key], plan.currency)] as const;
  const back = (key: keyof CampaignReturns) => [planned.returns[key].value, actual.returns[key].value] as const;
  const known = (name: string) => (values[name]?.kind === 'missing' ? undefined : values[name]);
  return {
    kind: 'table',
    id: 'marketing-return',
    heading: sentence('Return to {partner}', { partner: text(partner) }),
    columns: [
      { key: 'what', label: '', align: 'left', weight: 2.6, cut: 'text' },
      rightColumn('plan', 'Plan', 1),
      rightColumn('actual', 'Actual', 1),
    ],
    rows: [
      ...row('Own share of spend', money('ownShare')),
      ...row('Margin, product and services', money('margin')),
      ...row('Return on own share', back('return_partner')).map((each): Row => ({ ...each, emphasis: 'strong' })),
      ...row(`MDF ${formatFiscalQuarter(quarter)}, approved and used`, [
        known('mdf_approved') ?? none,
        known('mdf_used'),
      ]),
      ...row('MDF still free', [none, known('mdf_unspent')]),
      ...(edition === 'internal' ? row("Vendor's margin for 1 of MDF", back('return_vendor')) : []),
    ],
    cutLast: true,
  };
}
