import type { PartnerType } from '../../schema/partner.ts';
import { isKnown, missing, type Known } from '../../units/missing.ts';
import { daysBetween, type PlainDate } from '../../units/plain-date.ts';
import type { CapabilityScore } from './score.ts';

/** Fewer partners than this say who they are. */
const LEAST_PEERS = 5;

/** A partner's newest score, as others are compared with it. */
export interface PeerScore {
  readonly id: string;
  readonly name: string;
  readonly type: PartnerType;
  readonly tier?: string | undefined;
  readonly date: PlainDate;
  readonly score: CapabilityScore;
}

/** Whom a partner is compared with. */
export type CohortKind = 'same type and tier' | 'same type' | 'all partners' | 'benchmark';

/** The middle of a group for every part of the score; a part that fewer than five have is unknown. */
export interface Cohort {
  readonly kind: CohortKind;
  readonly n: number;
  /** Of the total. */
  readonly lower: Known<number>;
  readonly median: Known<number>;
  readonly upper: Known<number>;
  /** Medians by the ids of categories and topics. */
  readonly categories: ReadonlyMap<string, Known<number>>;
  readonly topics: ReadonlyMap<string, Known<number>>;
  /** Who is in it, best first: for the account manager only. */
  readonly members: readonly PeerScore[];
  /** What a benchmark is of and where it comes from. */
  readonly benchmark?: { readonly title: string; readonly source: string };
}

/**
 * The peers of a partner: of its own type and tier, where those are fewer than five of its type, then all partners. Scores older
 * than a year say nothing of today. Unknown when even all partners are fewer than five.
 */
export function cohortOf(
  partner: { readonly id: string; readonly type: PartnerType; readonly tier?: string | undefined },
  scores: readonly PeerScore[],
  asOf: PlainDate,
): Known<Cohort> {
  const others = scores.filter(
    ({ id, date, score }) =>
      id !== partner.id && date <= asOf && daysBetween(date, asOf) <= OLDEST_DAYS && isKnown(score.score),
  );
  const ofType = others.filter(({ type }) => type === partner.type);
  const ofTier = partner.tier === undefined ? [] : ofType.filter(({ tier }) => tier === partner.tier);
  if (ofTier.length >= LEAST_PEERS) return cohort('same type and tier', ofTier);
  if (ofType.length >= LEAST_PEERS) return cohort('same type', ofType);
  if (others.length >= LEAST_PEERS) return cohort('all partners', others);
  return missing(`fewer than ${LEAST_PEERS} other partners have a score`);
}

const OLDEST_DAYS = 366;

function cohort(kind: CohortKind, members: readonly PeerScore[]): Cohort {
  const totals = members.map(({ score }) => score.score);
  const parts = (of: (score: CapabilityScore) => readonly { readonly id: string; readonly score: Known<number> }[]) => {
    const byId = new Map<string, Known<number>[]>();
    for (const { id, score } of members.flatMap((member) => of(member.score))) {
      const known = byId.get(id);
      if (known) known.push(score);
      else byId.set(id, [score]);
    }
    return new Map([...byId].map(([id, known]) => [id, quantile(known, 0.5)]));
  };
  return {
    kind,
    n: members.length,
    lower: quantile(totals, 0.25),
    median: quantile(totals, 0.5),
    upper: quantile(totals, 0.75),
    categories: parts(({ categories }) => categories),
    topics: parts(({ categories }) => categories.flatMap(({ topics }) => topics)),
    members: members.toSorted((a, b) => total(b) - total(a) || (a.name < b.name ? -1 : 1)),
  };
}

function total({ score: { score } }: PeerScore): number {
  return isKnown(score) ? score : 0;
}

/** The middle of some values, as spreadsheets do; undefined of none. */
export function medianOf(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : between(values, 0.5);
}

/** The value below which a share of the known ones lies, between two of them in proportion, as spreadsheets do. */
function quantile(values: readonly Known<number>[], share: number): Known<number> {
  const known = values.filter(isKnown);
  return known.length < LEAST_PEERS ? missing(`fewer than ${LEAST_PEERS} peers have a score`) : between(known, share);
}

function between(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)]!;
  return below + (sorted[Math.ceil(at)]! - below) * (at - Math.floor(at));
}
