import type { MdfRules, Tactic } from '../../../schema/marketing-tactics.ts';
import type { Partner } from '../../../schema/partner.ts';
import type { TiersTemplate } from '../../../schema/tiers.ts';
import { addQuarters, type FiscalQuarter } from '../../../units/fiscal-quarter.ts';
import { missing, whenKnown, type Known } from '../../../units/missing.ts';
import { fiscalQuarterOf, type FiscalCalendar } from '../../fiscal-calendar.ts';

/**
 * Whether a partner is new in a quarter: that of its signature, and as many full quarters after it as the rules say. Nobody is new whose
 * day of signature is not known.
 */
export function isNewPartner(
  { agreement_signed: signed }: Pick<Partner, 'agreement_signed'>,
  {
    quarter,
    calendar,
    rules,
  }: { readonly quarter: FiscalQuarter; readonly calendar: FiscalCalendar; readonly rules: MdfRules },
): boolean {
  if (signed === undefined) return false;
  const last = addQuarters(fiscalQuarterOf(signed, calendar), rules.new_partner.quarters);
  return quarter.year * 4 + quarter.quarter <= last.year * 4 + last.quarter;
}

/** The largest share of a tactic's cost that MDF pays, as a ratio; a new partner has the larger of its own and the tactic's. */
export function shareAllowed(
  { funding_share_percent: ofTactic }: Pick<Tactic, 'funding_share_percent'>,
  rules: MdfRules,
  { isNewPartner: isNew = false }: { readonly isNewPartner?: boolean },
): number {
  const usual = ofTactic ?? rules.funding_share_percent;
  return (isNew ? Math.max(usual, rules.new_partner.funding_share_percent) : usual) / 100;
}

/** What the most that is asked for in a fiscal year rests on. */
export interface CapBasis {
  readonly isNewPartner: boolean;
  /** Id of the partner's tier. */
  readonly tier: string | undefined;
  readonly tiers: TiersTemplate;
  readonly rules: MdfRules;
  /** What one unit of the library's currency is worth in that of the plan. */
  readonly rate: Known<number>;
  /** Bookings of the trailing four quarters in the currency of the plan. */
  readonly bookings: Known<number>;
}

/** The most MDF a partner asks for in a fiscal year, with what it is worked out from. */
export interface YearlyCap {
  /** In the currency of the plan. */
  readonly most: Known<number>;
  /** The tier that sets it; undefined for a new partner, whose cap is a fixed sum, and without a tier. */
  readonly byTier?: {
    readonly title: string;
    /** Share of the bookings, a ratio. */
    readonly share: number;
    /** Of the trailing four quarters, in the currency of the plan. */
    readonly bookings: Known<number>;
  };
}

/** The most MDF a partner asks for in a fiscal year: a share of its bookings by its tier, a fixed sum when new. */
export function yearlyCap({ isNewPartner: isNew, tier: id, tiers, rules, rate, bookings }: CapBasis): YearlyCap {
  if (isNew) return { most: whenKnown([rate], (each) => rules.new_partner.most * each) };
  const tier = tiers.tiers.find((one) => one.id === id);
  if (!tier) return { most: missing('no tier in partner.yaml') };
  const { mdf_cap_percent_of_bookings: percent, title } = tier;
  if (percent === undefined) return { most: missing(`tiers.yaml sets no cap on MDF for ${title}`) };
  const share = percent / 100;
  return { most: whenKnown([bookings], (sold) => (sold * percent) / 100), byTier: { title, share, bookings } };
}
