import type { MdfClaim } from '../../../schema/mdf-request.ts';
import { isKnown, missing, whenKnown, type Known } from '../../../units/missing.ts';
import { sentence, type Sentence } from '../../../units/sentence.ts';
import { date, text } from '../../../units/value.ts';
import { claimByOf } from './fund-claimants.ts';
import type { MdfRequestSheet } from './mdf-request.ts';
import type { StageCount } from '../waterfall/waterfall.ts';

/** A claim as it is handed in, with what is needed to judge it. Money in the currency of the plan. */
export interface MdfClaimSheet {
  readonly request: MdfRequestSheet;
  readonly claim: Pick<MdfClaim, 'date' | 'actual_cost' | 'invoice_ids' | 'proof' | 'lessons'>;
  readonly approved: Known<number>;
  /** What is paid back: the share of the actual cost, at most what was approved. */
  readonly amount: Known<number>;
  /** Leads that came to each stage. */
  readonly actual: readonly StageCount[];
}

/** Works a claim out. */
export function mdfClaimSheet(
  request: MdfRequestSheet,
  claim: MdfClaimSheet['claim'],
  actual: readonly StageCount[],
): MdfClaimSheet {
  const approved =
    request.forecast.campaign.request?.amount_approved ?? missing('the request does not say what was approved');
  const amount = whenKnown([approved], (most) => Math.min(most, claim.actual_cost * request.reimbursement));
  return { request, claim, approved, amount, actual };
}

/** What a vendor would send the claim back for, one by one; empty where nothing is. */
export function claimProblems({ request: sheet, claim, approved, actual }: MdfClaimSheet): Sentence[] {
  const { forecast, library, proof } = sheet;
  const { campaign, tactic, end, base } = forecast;
  const last = claimByOf(campaign, { tactic, library });
  const attached = new Set(claim.proof);
  const first = actual[0];
  const stage = library.waterfall.stages[0]!.title;
  return [
    ...(isKnown(approved) ? [] : [sentence('It is not known what was approved.')]),
    ...(claim.date < end
      ? [sentence('The campaign runs until {end}: it is claimed afterwards.', { end: date(end) })]
      : []),
    ...(claim.date > last
      ? [sentence('The last day of the claim was {last}: the money is no longer held.', { last: date(last) })]
      : []),
    ...(claim.invoice_ids.length === 0 ? [sentence('No invoice is named.')] : []),
    ...proof
      .filter(({ id }) => !attached.has(id))
      .map(({ id, title }) => sentence('Proof is missing: {title} ({id}).', { title: text(title), id: text(id) })),
    ...(base.counts.length > 0 && (first === undefined || !isKnown(first.count))
      ? [sentence('How many leads came is not known: {stage} has no number.', { stage: text(stage) })]
      : []),
  ];
}
