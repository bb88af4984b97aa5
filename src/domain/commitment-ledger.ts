import type { Commitment, CommitmentLedger } from '../schema/commitments.ts';
import type { Partner } from '../schema/partner.ts';
import { formatFiscalQuarter, type FiscalQuarter } from '../units/fiscal-quarter.ts';
import { missing, type Known } from '../units/missing.ts';
import type { PlainDate } from '../units/plain-date.ts';

/** The commitments of the last review before a quarter, graded. Partly counts half in the rate and not at all as kept. */
export interface GradedCommitments {
  readonly quarter: FiscalQuarter;
  /** Partner's first, each side in the order of its due dates. */
  readonly commitments: readonly Commitment[];
  readonly partner: SideGrade;
  readonly vendor: SideGrade;
  /** (kept + half of partly) ÷ graded; a ratio. */
  readonly keptRate: Known<number>;
  /** Partly and missed ones, which need a new date, a smaller size or an end. */
  readonly carriedOver: number;
}

export interface SideGrade {
  readonly total: number;
  readonly kept: number;
  readonly missed: number;
}

/**
 * Grades the latest review before `before` that is on record. Lines that are not yet due or were dropped are not counted, and actions that
 * were agreed outside a review belong to none.
 * A result noted after `on` was not known then: the line is open. Unknown when nothing was recorded, or when commitments were made
 * and no result has been entered.
 */
export function gradeLastReview(
  ledger: CommitmentLedger | undefined,
  { before, on }: { readonly before: FiscalQuarter; readonly on: PlainDate },
): Known<GradedCommitments> {
  if (!ledger) return missing('commitments not loaded');
  const made = ledger.commitments.flatMap((commitment) => commitment.made ?? []);
  const earlier = [...made, ...ledger.none_made].filter((quarter) => isBefore(quarter, before));
  const quarter = earlier.sort((a, b) => (isBefore(a, b) ? -1 : 1)).at(-1);
  if (!quarter) return missing('no earlier review on record');
  const commitments = ledger.commitments
    .filter((commitment) => commitment.made !== undefined && same(commitment.made, quarter))
    .map((commitment) => knownOn(commitment, on))
    .sort(bySideAndDue);
  const graded = commitments.filter(({ result }) => result !== 'open' && result !== 'dropped');
  if (commitments.length > 0 && graded.length === 0)
    return missing(`no results entered for ${formatFiscalQuarter(quarter)}`);
  const partly = graded.filter(({ result }) => result === 'partly').length;
  const kept = graded.filter(({ result }) => result === 'kept').length;
  return {
    quarter,
    commitments,
    partner: gradeOf(graded.filter(({ side }) => side === 'partner')),
    vendor: gradeOf(graded.filter(({ side }) => side === 'vendor')),
    keptRate: graded.length > 0 ? (kept + partly / 2) / graded.length : missing('no commitment to grade'),
    carriedOver: graded.length - kept,
  };
}

/**
 * What is open on a day, the first due first: a result that was noted later was not known then, and what was agreed later did not exist.
 *
 * @param meetings of the partner: a commitment exists from the day its review was held; without that day it is taken for made
 */
export function openEntries(
  ledger: readonly Commitment[],
  on: PlainDate,
  meetings: Partner['meetings'] = [],
): readonly Commitment[] {
  return ledger
    .filter((commitment) => dayMade(commitment, meetings) <= on)
    .map((commitment) => knownOn(commitment, on))
    .filter(({ result }) => result === 'open')
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1));
}

function dayMade({ agreed, made }: Commitment, meetings: Partner['meetings']): PlainDate | '' {
  const review = meetings.find(
    ({ kind, quarter, held }) => kind === 'qbr' && held && quarter && made && same(quarter, made),
  );
  return agreed ?? review?.date ?? '';
}

export function knownOn(commitment: Commitment, on: PlainDate): Commitment {
  const { what_happened: _, ...open } = commitment;
  return commitment.closed !== undefined && commitment.closed > on ? { ...open, result: 'open' } : commitment;
}

function gradeOf(graded: readonly Commitment[]): SideGrade {
  const counted = (result: Commitment['result']) => graded.filter((commitment) => commitment.result === result).length;
  return { total: graded.length, kept: counted('kept'), missed: counted('missed') };
}

function bySideAndDue(a: Commitment, b: Commitment): number {
  if (a.side !== b.side) return a.side === 'partner' ? -1 : 1;
  return a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1;
}

function isBefore(a: FiscalQuarter, b: FiscalQuarter): boolean {
  return a.year * 4 + a.quarter < b.year * 4 + b.quarter;
}

function same(a: FiscalQuarter, b: FiscalQuarter): boolean {
  return a.year === b.year && a.quarter === b.quarter;
}
