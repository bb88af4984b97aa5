import { isKnown, missing, whenKnown, type Known } from '../../../units/missing.ts';
import { sentence, type Sentence } from '../../../units/sentence.ts';
import { amount, count, share, times, type Value } from '../../../units/value.ts';
import type { Figure } from '../../figure.ts';
import { quotient } from '../../quotient.ts';
import type { StageCount } from '../waterfall/waterfall.ts';

/** What a tactic, or a plan as the sum of its tactics, costs and brings. Amounts in `currency`. */
export interface CampaignMoney {
  readonly revenue: Known<number>;
  /** The partner's margin on it, services and recurring of the first twelve months included. */
  readonly margin: Known<number>;
  readonly totalCost: Known<number>;
  /** What the partner pays itself. */
  readonly ownShare: Known<number>;
  /** What the vendor's market development funds pay. */
  readonly mdf: Known<number>;
  /** The vendor's margin on the revenue: never on a partner's page. */
  readonly vendorMargin: Known<number>;
  readonly currency: string;
  readonly sources: readonly Sentence[];
}

/** Revenue and margin of the deals that are won: won × average deal, won × margin per won deal. */
export function worthOfWins({
  won,
  averageDeal,
  marginPerWon,
}: Readonly<Record<'won' | 'averageDeal' | 'marginPerWon', Known<number>>>): Record<
  'revenue' | 'margin',
  Known<number>
> {
  const product = (each: Known<number>) => whenKnown([won, each], (deals, worth) => deals * worth);
  return { revenue: product(averageDeal), margin: product(marginPerWon) };
}

/**
 * What each payer gets back. Returns are shares: 2.16 is 216 % on top of what was spent, −0.63 a loss of most of it; the vendor's is a
 * multiple: margin for each 1 of funds. Who spends nothing has no return, and the figure says so.
 */
export function campaignReturn(money: CampaignMoney) {
  const { revenue, margin, totalCost, ownShare, mdf, vendorMargin } = money;
  return {
    return_partner: returnFigure(money, {
      label: "Partner's return on its own share",
      formula: "(margin of the won deals − the partner's own share) ÷ own share",
      gain: margin,
      spend: ownShare,
      whenNothing: 'the partner spends nothing of its own',
    }),
    return_before_funding: returnFigure(money, {
      label: 'Return before funding',
      formula: '(margin of the won deals − total cost) ÷ total cost',
      gain: margin,
      spend: totalCost,
      whenNothing: NO_SPEND,
    }),
    return_on_revenue: returnFigure(money, {
      label: 'Return on revenue',
      formula: '(revenue − total cost) ÷ total cost',
      gain: revenue,
      spend: totalCost,
      whenNothing: NO_SPEND,
    }),
    margin_per_own_unit: perUnit(money, {
      label: 'Margin for each 1 of own spend',
      formula: "margin of the won deals ÷ the partner's own share",
      gain: margin,
      spend: ownShare,
      whenNothing: 'the partner spends nothing of its own',
    }),
    vendor_margin: {
      label: "Vendor's margin",
      value: amount(vendorMargin, money.currency),
      evidence: { formula: "revenue × the vendor's margin", sources: money.sources },
    },
    return_vendor: perUnit(money, {
      label: "Vendor's margin for each 1 of MDF",
      formula: "vendor's margin ÷ MDF",
      gain: vendorMargin,
      spend: mdf,
      whenNothing: 'no MDF is asked for',
    }),
  } satisfies Record<string, Figure>;
}

/** The returns of each payer, by their names. */
export type CampaignReturns = ReturnType<typeof campaignReturn>;

/** What one lead of each stage costs; unknown where nothing is spent or no lead comes so far. `titles`: of the stages, by their ids. */
export function costPerStage(
  counts: readonly StageCount[],
  {
    totalCost,
    currency,
    sources,
    titles,
  }: Pick<CampaignMoney, 'totalCost' | 'currency' | 'sources'> & { readonly titles: ReadonlyMap<string, string> },
): readonly (Figure & { readonly stage: string })[] {
  const titleOf = (stage: string) => titles.get(stage) ?? stage;
  return counts.map(({ stage, count: leads }) => ({
    stage,
    label: `Cost per lead: ${titleOf(stage)}`,
    value: amount(costOfOne(totalCost, leads, titleOf(stage)), currency),
    evidence: {
      formula: `total cost ÷ leads that come to this stage`,
      workings: sentence('{cost} ÷ {leads}', { cost: amount(totalCost, currency), leads: count(leads) }),
      sources,
    },
  }));
}

function costOfOne(totalCost: Known<number>, leads: Known<number>, stage: string): Known<number> {
  return whenKnown([totalCost, leads], (cost, number) => {
    if (cost === 0) return missing(NO_SPEND);
    return number > 0 ? quotient(cost, number) : missing(`no lead comes as far as: ${stage}`);
  });
}

const NO_SPEND = 'nothing is spent';

interface Return {
  readonly label: string;
  readonly formula: string;
  readonly gain: Known<number>;
  readonly spend: Known<number>;
  readonly whenNothing: string;
}

function returnFigure(money: CampaignMoney, asked: Return): Figure {
  const { gain, spend } = asked;
  return figure(money, asked, {
    value: share(overSpend(asked, (back, paid) => quotient(back - paid, paid))),
    workings: sentence('({gain} − {spend}) ÷ {spend}', values(gain, spend, money.currency)),
  });
}

function perUnit(money: CampaignMoney, asked: Return): Figure {
  const { gain, spend } = asked;
  return figure(money, asked, {
    value: times(overSpend(asked, quotient)),
    workings: sentence('{gain} ÷ {spend}', values(gain, spend, money.currency)),
  });
}

function figure(
  { sources }: CampaignMoney,
  { label, formula, gain, spend }: Return,
  { value, workings }: { readonly value: Value; readonly workings: Sentence },
): Figure {
  const areKnown = isKnown(gain) && isKnown(spend) && spend > 0;
  return { label, value, evidence: { formula, ...(areKnown && { workings }), sources } };
}

function overSpend(
  { gain, spend, whenNothing }: Return,
  divide: (gain: number, spend: number) => number,
): Known<number> {
  // Who spends nothing has no return, known gain or not.
  if (isKnown(spend) && spend <= 0) return missing(whenNothing);
  return whenKnown([gain, spend], divide);
}

function values(gain: Known<number>, spend: Known<number>, currency: string): Readonly<Record<string, Value>> {
  return { gain: amount(gain, currency), spend: amount(spend, currency) };
}
