import type { MarketingTactics, MdfRules, Tactic } from '../../../schema/marketing-tactics.ts';
import { isKnown, type Known } from '../../../units/missing.ts';
import { addDays, addWeeks, mondayFrom, type PlainDate } from '../../../units/plain-date.ts';
import { sentence, type Sentence } from '../../../units/sentence.ts';
import { count, date, share } from '../../../units/value.ts';
import type { DateRange } from '../../fiscal-calendar.ts';

/** What a tactic as the library has it would cost and return to this partner. Money in the currency of the plan. */
export interface TacticOutlook {
  readonly tactic: Tactic;
  readonly totalCost: Known<number>;
  readonly mdf: Known<number>;
  readonly ownShare: Known<number>;
  /** (margin − own share) ÷ own share, a ratio. */
  readonly partnerReturn: Known<number>;
  /** From an inquiry to the stage that verdicts look at. */
  readonly daysToJudge: Known<number>;
}

/** A tactic with the first day on which it can run, and why it stands where it stands. */
export interface SuggestedTactic extends TacticOutlook {
  /** The first Monday on which it can be run with funds asked for today, in the plan's quarter or after it. */
  readonly earliest: PlainDate;
  readonly fitsQuarter: boolean;
  /** Of the goals that are pursued, those it serves. */
  readonly goals: readonly string[];
  readonly reasons: readonly Sentence[];
}

export interface SuggestionSetting {
  readonly library: Pick<MarketingTactics, 'mdf'>;
  /** Ids of the goals that are pursued, the most important first. */
  readonly goals: readonly string[];
  readonly asOf: PlainDate;
  /** First and last day of the plan's quarter. */
  readonly quarter: DateRange;
  /** What the partner's funds for the quarter still have. */
  readonly mdfFree: Known<number>;
}

/**
 * Tactics in the order in which they are worth planning: those that can still be run in the quarter with funds before those that cannot, then
 * by how many of the goals they serve, by whether the free funds pay for them, and by what the partner's own money returns.
 */
export function suggestTactics(
  outlooks: readonly TacticOutlook[],
  setting: SuggestionSetting,
): readonly SuggestedTactic[] {
  return outlooks
    .map((outlook) => suggestionOf(outlook, setting))
    .toSorted((a, b) => {
      const ranks = [rank(a, setting), rank(b, setting)] as const;
      const decisive = ranks[0].findIndex((one, index) => one !== ranks[1][index]);
      return decisive < 0 ? 0 : ranks[1][decisive]! - ranks[0][decisive]!;
    });
}

/**
 * The first Monday on which a tactic can be run when it is prepared, and funds are asked for, from a day on: its lead time has passed, and the
 * first money is committed no sooner than the fund's rules allow.
 */
export function earliestStart(
  { lead_time_weeks: lead, first_spend_weeks: spend }: Pick<Tactic, 'lead_time_weeks' | 'first_spend_weeks'>,
  { mdf, asOf, notBefore }: { readonly mdf: Pick<MdfRules, 'deadlines'> } & Record<'asOf' | 'notBefore', PlainDate>,
): PlainDate {
  const prepared = addWeeks(asOf, lead);
  const funded = addWeeks(addDays(asOf, mdf.deadlines.submit_days_before_first_spend), spend);
  return mondayFrom([prepared, funded, notBefore].toSorted().at(-1)!);
}

function suggestionOf(outlook: TacticOutlook, setting: SuggestionSetting): SuggestedTactic {
  const { library, asOf, quarter, goals } = setting;
  const earliest = earliestStart(outlook.tactic, { mdf: library.mdf, asOf, notBefore: quarter.from });
  const placed = {
    ...outlook,
    earliest,
    fitsQuarter: earliest <= quarter.to,
    goals: goals.filter((goal) => outlook.tactic.goals.includes(goal)),
  };
  return { ...placed, reasons: reasonsFor(placed, setting) };
}

function reasonsFor(
  { goals, partnerReturn, earliest, fitsQuarter, mdf }: Omit<SuggestedTactic, 'reasons'>,
  { goals: pursued, mdfFree }: SuggestionSetting,
): readonly Sentence[] {
  const served = { served: count(goals.length), all: count(pursued.length) };
  return [
    ...(fitsQuarter ? [] : [sentence('not before {earliest} with funds', { earliest: date(earliest) })]),
    sentence('{served} of {all|goal|goals}', served),
    ...(isKnown(partnerReturn) ? [sentence('returns {back}', { back: share(partnerReturn) })] : []),
    ...(isAffordable(mdf, mdfFree) ? [] : [sentence('more MDF than is free')]),
  ];
}

/** What is compared, the most important first; more is better. */
function rank(
  { fitsQuarter, goals, mdf, partnerReturn }: SuggestedTactic,
  { mdfFree }: SuggestionSetting,
): readonly number[] {
  return [
    Number(fitsQuarter),
    goals.length,
    Number(isAffordable(mdf, mdfFree)),
    isKnown(partnerReturn) ? partnerReturn : -Infinity,
  ];
}

/** Nothing speaks against it as long as a part is unknown. */
export function isAffordable(cost: Known<number>, free: Known<number>): boolean {
  return !isKnown(cost) || !isKnown(free) || cost <= free;
}
