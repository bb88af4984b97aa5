import type { MetricUnit, TiersTemplate } from '../../schema/tiers.ts';
import { isKnown, whenKnown, type Known } from '../../units/missing.ts';
import { addDays, daysBetween, earlier, type PlainDate } from '../../units/plain-date.ts';
import type { Status } from '../../units/value.ts';
import type { DateRange } from '../fiscal-calendar.ts';
import { quotient } from '../quotient.ts';
import { readMetric, type MetricReading } from './metric-readers.ts';
import type { TierBasis } from './tier-basis.ts';
import { windowOn } from './window.ts';

type Requirement = TiersTemplate['tiers'][number]['paths'][number]['requirements'][number];
export type RequirementStatus = 'met' | 'on_track' | 'at_risk' | 'missed' | 'pending';

/** One requirement judged for the review date. Yes is 1, no is 0; amounts are in the program's currency. */
export interface RequirementStanding {
  readonly id: string;
  readonly metric: string;
  readonly unit: MetricUnit;
  readonly operator: Requirement['operator'];
  readonly threshold: number;
  /** The span the review looks at; undefined where the day alone counts. */
  readonly windowWords?: string;
  /** As it would be judged today. */
  readonly today: Known<number>;
  /** What already counts on the review date. */
  readonly secured: Known<number>;
  readonly status: RequirementStatus;
  /** What is still to be done by the review date, in the unit; 0 when it is met, unknown with its reason. */
  readonly left: Known<number>;
  /** secured ÷ threshold, between 0 and 1. */
  readonly progress: number;
  /** The share of the window that has passed, where the metric grows through it. */
  readonly passed?: number;
  /** The day it is reached at the pace of the window so far, where the metric grows. */
  readonly reachedOn?: PlainDate;
  readonly reading: MetricReading;
}

/** The words and meanings of a status; a page prints the word beside the colour. */
export const REQUIREMENT_STATUS: Readonly<Record<RequirementStatus, Status>> = {
  met: { meaning: 'good', word: 'met' },
  on_track: { meaning: 'good', word: 'on track' },
  at_risk: { meaning: 'watch', word: 'at risk' },
  missed: { meaning: 'bad', word: 'missed' },
  pending: { meaning: 'unknown', word: 'pending' },
};

/**
 * Judges a requirement for the review date: what leaves its window before then, or expires, does not count.
 * @param zeroFloor a metric of this path must not be zero
 */
export function judgeRequirement(
  requirement: Requirement,
  basis: TierBasis,
  { zeroFloor }: { readonly zeroFloor: boolean },
): RequirementStanding {
  const { id, metric, operator, window } = requirement;
  const threshold = Number(requirement.threshold);
  const atReview = windowOn(window, basis.reviewDay, basis.calendar);
  const reading = readMetric(basis, metric, atReview.range);
  const today = readMetric(basis, metric, windowOn(window, basis.asOf, basis.calendar).range).value;
  const assumed = basis.assumed.get(metric);
  const secured = assumed ?? reading.value;
  const passed = reading.grows ? passedShare(atReview.range, basis) : undefined;
  const isMet = isKnown(secured) && meets(secured, operator, threshold) && !(zeroFloor && secured === 0);
  const standing = { requirement, basis, secured, threshold, reading, isMet, passed };
  const reachedOn = isMet ? undefined : dayAtPace(standing, atReview.range);
  return {
    id,
    metric,
    unit: basis.tiers.metrics[metric]?.unit ?? 'count',
    operator,
    threshold,
    ...(atReview.words !== undefined && { windowWords: atReview.words }),
    today,
    secured,
    status: statusOf(standing),
    left: isMet ? 0 : whenKnown([secured], (value) => Math.abs(threshold - value)),
    progress: progressOf(secured, operator, threshold),
    ...(passed !== undefined && { passed }),
    ...(reachedOn && { reachedOn }),
    reading,
  };
}

interface Standing {
  readonly requirement: Requirement;
  readonly basis: TierBasis;
  readonly secured: Known<number>;
  readonly threshold: number;
  readonly reading: MetricReading;
  readonly isMet: boolean;
  readonly passed: number | undefined;
}

function statusOf({ requirement, basis, secured, threshold, reading, isMet, passed }: Standing): RequirementStatus {
  if (!isKnown(secured)) return 'pending';
  if (isMet) return 'met';
  if (inGrace(requirement, basis)) return 'on_track';
  if (basis.asOf >= basis.reviewDay) return 'missed';
  if (reading.dated && meets(secured + reading.dated, requirement.operator, threshold)) return 'on_track';
  const isEnough = passed !== undefined && threshold > 0 && quotient(secured, threshold) >= passed;
  return isEnough && secured > 0 ? 'on_track' : 'at_risk';
}

/** A new partner has some days from signing before a requirement is held against it. */
function inGrace({ grace_days: days }: Requirement, { files, asOf }: TierBasis): boolean {
  const signed = files.partner.agreement_signed;
  return days !== undefined && signed !== undefined && asOf <= addDays(signed, days);
}

function meets(value: number, operator: Requirement['operator'], threshold: number): boolean {
  // Sums of cents differ from round thresholds by binary noise.
  const difference = Number((value - threshold).toPrecision(12));
  const near = Math.abs(difference) < 1e-9 ? 0 : difference;
  switch (operator) {
    case '>=':
      return near >= 0;
    case '>':
      return near > 0;
    case '<=':
      return near <= 0;
    case '<':
      return near < 0;
    case '==':
      return near === 0;
  }
}

function progressOf(secured: Known<number>, operator: Requirement['operator'], threshold: number): number {
  if (!isKnown(secured)) return 0;
  if (operator === '<=' || operator === '<') return meets(secured, operator, threshold) ? 1 : 0;
  return threshold <= 0 ? Number(meets(secured, operator, threshold)) : Math.min(1, Math.max(0, secured / threshold));
}

/** By the plan's months where the window is the planned year, by days otherwise. */
function passedShare({ from, to }: DateRange, { plan, known }: TierBasis): number {
  if (known < from) return 0;
  const days = { from, to: earlier(to, known) };
  if (plan && plan.total > 0 && plan.months.length > 0) {
    const [planned, whole] = [plan.between(days), plan.between({ from, to })];
    if (quotient(whole, plan.total) === 1) return quotient(planned, plan.total);
  }
  return (daysBetween(from, days.to) + 1) / (daysBetween(from, to) + 1);
}

function dayAtPace({ secured, threshold, reading, basis }: Standing, { from, to }: DateRange): PlainDate | undefined {
  if (!reading.grows || !isKnown(secured) || secured <= 0 || threshold <= secured || basis.known < from)
    return undefined;
  const days = daysBetween(from, earlier(to, basis.known)) + 1;
  const ahead = Math.ceil(((threshold - secured) * days) / secured);
  // Further away than anybody plans.
  return ahead > 3660 ? undefined : addDays(basis.known, ahead);
}
