import { input, select } from '@inquirer/prompts';
import { singleLine } from '../../units/clean-text.ts';
import type { YearMonth } from '../../units/year-month.ts';
import { signedAmount } from '../signed-amount.ts';
import { promptOutput } from './prompt-output.ts';

/** What is known of an adjustment before anybody is asked; the rest is asked for. */
export interface AdjustmentAnswers {
  readonly amount: number | undefined;
  readonly month: YearMonth | undefined;
  readonly reason: string;
  readonly side: 'partner' | 'vendor';
  readonly by: string;
  readonly reference: string;
}

/** What the questions need to know. */
export interface AdjustmentSetting {
  /** "Pace 114 %". */
  readonly figure: string;
  readonly currency: string;
  readonly partner: string;
  readonly vendor: string;
  /** Months whose bookings the figure rests on, oldest first; none where it can only be disputed. */
  readonly months: readonly { readonly value: YearMonth; readonly name: string }[];
  readonly isDispute: boolean;
  readonly json: boolean;
}

/** Asks what is missing of a correction or a dispute, one question at a time. */
export async function askAdjustment(
  known: Partial<AdjustmentAnswers>,
  setting: AdjustmentSetting,
): Promise<AdjustmentAnswers> {
  const context = promptOutput(setting.json);
  const corrected = await askCorrection(known, setting);
  const ask = (message: string, isNeeded: boolean) =>
    input({ message, validate: (typed) => !isNeeded || singleLine(typed) !== '' || 'Please type a line.' }, context);
  const reason = known.reason ?? (await ask('Why (the partner may read it):', true));
  const side =
    known.side ??
    (await select(
      {
        message: 'Who raised it?',
        choices: [
          { name: setting.partner, value: 'partner' as const },
          { name: setting.vendor, value: 'vendor' as const },
        ],
      },
      context,
    ));
  const by = known.by ?? (await ask('Name of the person:', true));
  const reference = known.reference ?? (await ask('What proves it (invoice, order; Enter for none):', false));
  return { ...corrected, reason, side, by, reference };
}

async function askCorrection(
  known: Partial<AdjustmentAnswers>,
  { figure, currency, months, isDispute, json }: AdjustmentSetting,
): Promise<Pick<AdjustmentAnswers, 'amount' | 'month'>> {
  const context = promptOutput(json);
  if (isDispute || (months.length === 0 && known.amount === undefined))
    return { amount: undefined, month: known.month };
  const isCorrection =
    known.amount !== undefined ||
    (await select(
      {
        message: `${figure}: what is to be recorded?`,
        choices: [
          { name: 'A correction: bookings of a month become more or less', value: true },
          { name: 'An objection: the figure stays and is shown as under review', value: false },
        ],
      },
      context,
    ));
  if (!isCorrection) return { amount: undefined, month: known.month };
  const month =
    known.month ??
    (await select(
      { message: 'Bookings of which month?', choices: months, default: months.at(-1)!.value, loop: false },
      context,
    ));
  const validate = (typed: string) => signedAmount(typed) !== undefined || 'Write it with its sign: +12000 or -500.';
  const amount =
    known.amount ?? signedAmount(await input({ message: `By how much, in ${currency} (+ or −)?`, validate }, context));
  return { amount, month };
}
