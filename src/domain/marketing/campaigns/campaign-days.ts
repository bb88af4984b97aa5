import type { Campaign } from '../../../schema/marketing-plan-file.ts';
import type { MdfRules, Tactic } from '../../../schema/marketing-tactics.ts';
import { addDays, addWeeks, addWorkingDays, type PlainDate } from '../../../units/plain-date.ts';

/** The last day a campaign is run: its own, else as long as its tactic runs. */
export function lastDayOf({ start, end }: Pick<Campaign, 'start' | 'end'>, tactic: Tactic): PlainDate {
  return end ?? addDays(start, tactic.runs_for_days - 1);
}

/** The day on which money is first committed: its own, else as many weeks before the start as its tactic says. */
export function firstSpendOf(
  { start, first_spend: firstSpend }: Pick<Campaign, 'start' | 'first_spend'>,
  tactic: Tactic,
): PlainDate {
  return firstSpend ?? addWeeks(start, -tactic.first_spend_weeks);
}

/** Days that a request and its claim have to keep. */
export interface MdfDeadlines {
  readonly submitBy: PlainDate;
  readonly answerBy: PlainDate;
  readonly resultsBy: PlainDate;
  readonly claimBy: PlainDate;
  /** When the vendor has paid a claim that is complete on its last day. */
  readonly paidBy: PlainDate;
}

/**
 * The deadlines of a request.
 * @param days.submitted the day it was or would be handed in: the answer is due some working days (Monday to Friday) later
 * @param days.claimBy the last day of the claim where one was agreed
 */
export function mdfDeadlines(
  days: {
    readonly submitted: PlainDate;
    readonly firstSpend: PlainDate;
    readonly end: PlainDate;
    readonly claimBy?: PlainDate | undefined;
    readonly claimed?: PlainDate | undefined;
  },
  { deadlines }: MdfRules,
): MdfDeadlines {
  const claimBy = days.claimBy ?? addDays(days.end, deadlines.claim_days_after_end);
  return {
    submitBy: addDays(days.firstSpend, -deadlines.submit_days_before_first_spend),
    answerBy: addWorkingDays(days.submitted, deadlines.vendor_answer_working_days),
    resultsBy: addDays(days.end, deadlines.results_days_after_end),
    claimBy,
    paidBy: addDays(days.claimed ?? claimBy, deadlines.payment_days_after_complete_claim),
  };
}
