import { fiscalCalendarOf, fiscalQuarterOf } from '../../domain/fiscal-calendar.ts';
import { openLines } from '../../domain/actions/open-lines.ts';
import { isActive } from '../../domain/active-partner.ts';
import { attentionOf, type Attention } from '../../domain/attention.ts';
import { addDays, daysBetween, type PlainDate } from '../../units/plain-date.ts';
import { formatFiscalQuarter, formatFiscalYear } from '../../units/fiscal-quarter.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import type { Workspace } from './open-workspace.ts';
import { artifactInput, computeSiblings } from '../pages/partner-pages.ts';

/** How the territory stands on the as-of day. */
export interface TerritoryStatus {
  readonly name: string;
  readonly asOf: PlainDate;
  readonly currency: string;
  /** Partners that are worked with; those retired are counted beside them. */
  readonly partners: number;
  readonly retired: number;
  /** Reviews whose planned week has passed without being held, longest first. */
  readonly overdue: readonly PlannedReview[];
  /** Reviews planned for the next weeks, nearest first. */
  readonly upcoming: readonly PlannedReview[];
  /** Partners with commitments, actions or tasks past their day, the longest overdue first. */
  readonly late: readonly LateActions[];
  readonly data: {
    readonly dealRows: number;
    readonly withDeals: number;
    readonly newestExport?: PlainDate;
    readonly withTarget: number;
    readonly missingTarget: readonly string[];
    readonly fiscalYear: string;
    readonly errors: number;
    readonly warnings: number;
    readonly files: number;
  };
  /** Partners that are behind or short, most money at stake first. */
  readonly attention: readonly {
    readonly id: string;
    readonly name: string;
    readonly attention: Attention;
  }[];
}

export interface PlannedReview {
  readonly id: string;
  readonly name: string;
  readonly day: PlainDate;
  /** Days until the planned week; negative when it has passed. */
  readonly days: number;
  readonly quarter?: string;
}

/** What is past its day with one partner. */
export interface LateActions {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  /** Of the longest overdue one. */
  readonly days: number;
}

/** Older exports than this no longer show the pipeline of today. */
export const FRESH_DAYS = 14;
const UPCOMING_DAYS = 28;

/** What is overdue, what comes next, how complete the data is, and who needs a look. */
export function territoryStatus(workspace: Workspace): TerritoryStatus {
  const { territory, asOf, problems, files } = workspace;
  const active = territory.partners.filter(({ partner }) => isActive(partner, asOf));
  const inputs = active.map((partner) => artifactInput(workspace, partner));
  const performances = inputs.map((input) => ({ input, performance: computeSiblings(input).scorecard.performance }));
  const planned = active.flatMap(({ id, partner }) => plannedReviews(id, partner, asOf));
  const withoutTarget = performances
    .filter(({ performance }) => !performance.plan)
    .map(({ input }) => input.files.partner.name);
  const exports = active.flatMap(({ snapshots }) => snapshots.map(({ date }) => date)).filter((date) => date <= asOf);
  const newestExport = exports.sort().at(-1);
  return {
    name: territory.config.vendor.name,
    asOf,
    currency: territory.config.currency,
    partners: active.length,
    retired: territory.partners.length - active.length,
    overdue: planned.filter(({ days }) => days < 0).toSorted((a, b) => a.days - b.days),
    upcoming: planned.filter(({ days }) => days >= 0 && days <= UPCOMING_DAYS).toSorted((a, b) => a.days - b.days),
    late: active.flatMap((files) => lateActions(files, workspace)).toSorted((a, b) => b.days - a.days),
    data: {
      dealRows: active.reduce((rows, { deals }) => rows + (deals?.rows.length ?? 0), 0),
      withDeals: active.filter(({ deals }) => deals !== undefined).length,
      ...(newestExport && { newestExport }),
      withTarget: active.length - withoutTarget.length,
      missingTarget: withoutTarget,
      fiscalYear: formatFiscalYear(fiscalQuarterOf(asOf, fiscalCalendarOf(territory.config)).year),
      errors: problems.filter(({ severity }) => severity === 'error').length,
      warnings: problems.filter(({ severity }) => severity === 'warning').length,
      files,
    },
    attention: performances
      .map(({ input, performance }) => ({
        id: input.files.id,
        name: input.files.partner.name,
        attention: attentionOf(performance, territory.config),
      }))
      .filter(({ attention }) => attention.statuses.some(({ meaning }) => meaning === 'bad'))
      .toSorted((a, b) => stakeOf(b.attention) - stakeOf(a.attention)),
  };
}

function lateActions(files: PartnerFiles, { territory: { lifeStages }, asOf }: Workspace): LateActions[] {
  const late = openLines(files, { on: asOf, lifeStages }).flatMap(({ daysLate = 0 }) =>
    daysLate > 0 ? [daysLate] : [],
  );
  const { id, partner } = files;
  return late.length === 0 ? [] : [{ id, name: partner.name, count: late.length, days: Math.max(...late) }];
}

type Partner = Workspace['territory']['partners'][number]['partner'];

/** A review is overdue once its planned week is over: days are counted from the Monday after. */
function plannedReviews(id: string, partner: Partner, asOf: PlainDate): PlannedReview[] {
  return partner.meetings
    .filter(({ kind, held }) => kind === 'qbr' && !held)
    .map(({ date, planned_week, quarter }) => {
      const overdueFrom = date ?? addDays(planned_week!, 7);
      const days =
        overdueFrom < asOf ? -daysBetween(overdueFrom, asOf) : Math.max(0, daysBetween(asOf, date ?? planned_week!));
      return {
        id,
        name: partner.name,
        day: date ?? planned_week!,
        days,
        ...(quarter && { quarter: formatFiscalQuarter(quarter) }),
      };
    });
}

function stakeOf({ atStake }: Attention): number {
  return typeof atStake === 'number' ? atStake : -1;
}
