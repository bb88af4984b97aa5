import { input } from '@inquirer/prompts';
import type { CampaignToVerify } from '../../app/marketing-plan/verify-plan.ts';
import { singleLine } from '../../units/clean-text.ts';
import { promptOutput } from './prompt-output.ts';

/** What came of a campaign as it was typed; what was left empty is not known. */
export interface TypedActuals {
  readonly spend?: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly revenue?: number;
}

/** Asks what came of a campaign that has ended, one number a question; what is known already stands as a default with where it is from. */
export async function askActuals(
  { title, currency, stages, spend, revenue }: CampaignToVerify,
  { json }: { readonly json: boolean },
): Promise<TypedActuals> {
  const context = promptOutput(json);
  const ask = async (question: string, known: number | undefined, validate: Validate = isNumber) => {
    const message = `${singleLine(title)}: ${question}`;
    const proposal = known === undefined ? {} : { default: String(known), prefill: 'editable' as const };
    return numberTyped(await input({ message, validate, ...proposal }, context));
  };
  const paid = await ask(`what was spent, in ${currency}?`, spend);
  const counts: Record<string, number> = {};
  let before: Counted | undefined;
  for (const stage of stages) {
    const from = stage.from === undefined ? '' : ` (${stage.from})`;
    const name = singleLine(stage.title);
    const count = await ask(`${name}, how many leads?${from}`, stage.found, isCountAfter(before, stage.found));
    if (count === undefined) continue;
    counts[stage.id] = count;
    before = { name, count };
  }
  const earned = await ask(`revenue of the won deals, in ${currency}?`, revenue);
  return { counts, ...(paid !== undefined && { spend: paid }), ...(earned !== undefined && { revenue: earned }) };
}

/** How many leads came to a stage. */
interface Counted {
  readonly name: string;
  readonly count: number;
}

type Validate = (typed: string) => true | string;

/** Whole leads, and of those that came to the stage before: no rate of the partner's own history is above 100 %. What was counted may stay. */
export function isCountAfter(before: Counted | undefined, counted?: number): Validate {
  return (typed) => {
    const count = numberTyped(typed);
    if (count === undefined || count === counted) return isNumber(typed);
    if (!Number.isInteger(count)) return 'Write whole leads.';
    if (before === undefined || count <= before.count) return true;
    return `Not more than the ${before.count} that came to "${before.name}".`;
  };
}

function isNumber(typed: string): true | string {
  if (typed.trim() === '' || numberTyped(typed) !== undefined) return true;
  return 'Write a plain number such as 1200; leave it empty when nobody knows.';
}

function numberTyped(typed: string): number | undefined {
  const digits = typed.replaceAll(/\s/g, '');
  return /^\d{1,12}(\.\d+)?$/.test(digits) ? Number(digits) : undefined;
}
