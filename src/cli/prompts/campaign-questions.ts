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
  const ask = async (question: string, known: number | undefined) => {
    const message = `${singleLine(title)}: ${question}`;
    const proposal = known === undefined ? {} : { default: String(known), prefill: 'editable' as const };
    return numberTyped(await input({ message, validate: isNumber, ...proposal }, context));
  };
  const paid = await ask(`what was spent, in ${currency}?`, spend);
  const counts: Record<string, number> = {};
  for (const stage of stages) {
    const from = stage.from === undefined ? '' : ` (${stage.from})`;
    const count = await ask(`how many ${singleLine(stage.title).toLowerCase()}?${from}`, stage.found);
    if (count !== undefined) counts[stage.id] = count;
  }
  const earned = await ask(`revenue of the won deals, in ${currency}?`, revenue);
  return { counts, ...(paid !== undefined && { spend: paid }), ...(earned !== undefined && { revenue: earned }) };
}

function isNumber(typed: string): true | string {
  if (typed.trim() === '' || numberTyped(typed) !== undefined) return true;
  return 'Write a plain number such as 1200; leave it empty when nobody knows.';
}

function numberTyped(typed: string): number | undefined {
  const digits = typed.replaceAll(/\s/g, '');
  return /^\d{1,12}(\.\d+)?$/.test(digits) ? Number(digits) : undefined;
}
