import type { TiersTemplate } from '../../schema/tiers.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { judgeRequirement, type RequirementStanding } from './judge-requirement.ts';
import { leavingBefore, type Leaving } from './leaving.ts';
import { tierBasisOf, type TierBasis, type TierInput } from './tier-basis.ts';
import { tierWorth, type TierWorth } from './tier-worth.ts';

type Tier = TiersTemplate['tiers'][number];
type Path = Tier['paths'][number];

/** Where a partner stands with the tier it has and the next one, judged for the review date. */
export interface TierStanding {
  readonly reviewDay: PlainDate;
  /** The program's currency: amounts of requirements are in it, what a tier is worth is in the partner's. */
  readonly currency: string;
  readonly current: TierView;
  /** Undefined in the highest tier. */
  readonly next?: TierView;
  /** What the tier brings over the one below; undefined in the lowest. */
  readonly kept?: TierWorth;
  readonly gained?: TierWorth;
  /** What counts today and no longer at the review. */
  readonly leaving: readonly Leaving[];
}

/** One tier by its nearest path. */
export interface TierView {
  readonly id: string;
  readonly title: string;
  readonly path: PathStanding;
  /** The other ways to it, nearest first. */
  readonly others: readonly PathStanding[];
}

/** One path of a tier: every requirement, met or not. */
export interface PathStanding {
  readonly id: string;
  readonly title: string;
  readonly requirements: readonly RequirementStanding[];
  /** Those not met for the review. */
  readonly open: readonly RequirementStanding[];
  /** Open ones that are not on track. */
  readonly atRisk: readonly RequirementStanding[];
}

/** Judges the partner's tier and the next; undefined when the partner has no tier, or the program none of that name. */
export function tierStanding(input: TierInput): TierStanding | undefined {
  const basis = tierBasisOf(input);
  const tiers = basis.tiers.tiers.toSorted((a, b) => a.rank - b.rank);
  const at = tiers.findIndex(({ id }) => id === basis.files.partner.tier);
  const now = tiers[at];
  if (!now) return undefined;
  const [below, next] = [tiers[at - 1], tiers[at + 1]];
  const current = viewOf(now, basis);
  const nextView = next && viewOf(next, basis);
  const { worth_formula: worth, loss_formula: loss, currency } = basis.tiers;
  return {
    reviewDay: basis.reviewDay,
    currency,
    current,
    ...(nextView && { next: nextView, gained: tierWorth(basis, worth, { now, next: next! }) }),
    ...(below && { kept: tierWorth(basis, loss, { now, below }) }),
    leaving: leavingBefore(basis, (nextView ?? current).path.requirements),
  };
}

/** The tier a page is about: the present one while it is at risk or the highest, otherwise the next. */
export function tierInView({ current, next }: TierStanding): TierView {
  return next === undefined || current.path.atRisk.length > 0 ? current : next;
}

function viewOf(tier: Tier, basis: TierBasis): TierView {
  const paths = tier.paths.map((path) => pathOf(path, basis)).sort(nearestFirst);
  const [path, ...others] = paths;
  return { id: tier.id, title: tier.title, path: path ?? NO_PATH, others };
}

/** A tier without requirements is open to everybody. */
const NO_PATH: PathStanding = { id: 'none', title: '', requirements: [], open: [], atRisk: [] };

function pathOf({ id, title, requirements, zero_floor: zeroFloor }: Path, basis: TierBasis): PathStanding {
  const judged = requirements.map((requirement) => judgeRequirement(requirement, basis, { zeroFloor }));
  const open = judged.filter(({ status }) => status !== 'met');
  return { id, title, requirements: judged, open, atRisk: open.filter(({ status }) => status !== 'on_track') };
}

/** Fewest open requirements, then the larger part done. */
function nearestFirst(a: PathStanding, b: PathStanding): number {
  return a.open.length - b.open.length || meanProgress(b) - meanProgress(a);
}

function meanProgress({ requirements }: PathStanding): number {
  return requirements.reduce((sum, { progress }) => sum + progress, 0) / Math.max(1, requirements.length);
}
