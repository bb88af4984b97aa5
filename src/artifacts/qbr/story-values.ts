import { gradeLastReview, type GradedCommitments } from '../../domain/commitment-ledger.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { isKnown, missing, type Known } from '../../units/missing.ts';
import { count, date, share, text, type Value } from '../../units/value.ts';
import type { ArtifactInput } from '../artifact.ts';
import { confirmedLines } from './confirmed.ts';

/** The figures only a review has: last commitments, and what is confirmed for this one. */
export function reviewStoryValues({ files, review }: ArtifactInput): Record<string, Value> {
  const file = files.qbr.get(formatFiscalQuarter(review.quarter));
  const { decisions, asksOfVendor, asksOfPartner, commitments } = confirmedLines(file);
  const answers = [...asksOfVendor, ...asksOfPartner].flatMap(({ answer_by }) => answer_by ?? []).sort();
  const planned = files.partner.meetings
    .filter(({ kind, held }) => kind === 'qbr' && !held)
    .flatMap(({ date: day }) => (day !== undefined && day > review.asOf ? [day] : []))
    .sort();
  return {
    ...commitmentValues(
      gradeLastReview(files.commitments, { before: review.quarter, on: review.asOf }),
      files.commitments?.commitments.length === 0,
    ),
    decisions: count(decisions.length),
    asks_of_vendor: count(asksOfVendor.length),
    asks_of_partner: count(asksOfPartner.length),
    answer_date: date(answers.at(-1) ?? missing('no answer date')),
    new_partner_commitments: count(commitments.filter(({ side }) => side === 'partner').length),
    new_vendor_commitments: count(commitments.filter(({ side }) => side === 'vendor').length),
    next_qbr_date: date(file?.next_date ?? planned[0] ?? missing('the next review has no date')),
  };
}

/** A ledger that was loaded and holds nothing says that nothing was promised so far. */
function commitmentValues(graded: Known<GradedCommitments>, nothingPromised: boolean): Record<string, Value> {
  if (!isKnown(graded)) return { commitments_total: count(nothingPromised ? 0 : graded) };
  const { partner, vendor, keptRate, carriedOver, quarter } = graded;
  return {
    last_quarter: text(formatFiscalQuarter(quarter)),
    commitments_total: count(partner.total + vendor.total),
    kept_total: count(partner.kept + vendor.kept),
    partner_total: count(partner.total),
    partner_kept: count(partner.kept),
    vendor_total: count(vendor.total),
    vendor_kept: count(vendor.kept),
    vendor_missed: count(vendor.missed),
    carried_over: count(carriedOver),
    kept_rate: share(keptRate),
  };
}
