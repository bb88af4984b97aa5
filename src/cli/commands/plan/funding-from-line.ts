import { resolve } from 'node:path';
import { claimFunds } from '../../../app/marketing-plan/requests/claim-funds.ts';
import { ANSWERS, decideRequest, type Answer } from '../../../app/marketing-plan/requests/decide-request.ts';
import type { FundingRequest } from '../../../app/marketing-plan/requests/open-case.ts';
import { submitRequest } from '../../../app/marketing-plan/requests/submit-request.ts';
import { Failure } from '../../../units/failure.ts';
import type { CommandLine, Outcome } from '../../command.ts';
import { claimOutcome, decisionOutcome, submitOutcome } from '../../print/funding-text.ts';
import { changeSettingOf, quarterOption } from '../../page-options.ts';
import { signedAmount } from '../../signed-amount.ts';

const VERBS = ['request', 'decide', 'claim'] as const;

/** Whether a flag deals with the funds of a campaign. */
export function dealsWithFunds(options: CommandLine['options']): boolean {
  return VERBS.some((verb) => options[verb] !== undefined);
}

/** Asks for, decides or claims the funds of a campaign, by the flags. */
export async function fundingFromLine(line: CommandLine): Promise<Outcome> {
  const { options } = line;
  const asked = VERBS.filter((verb) => options[verb] !== undefined);
  if (asked.length > 1)
    throw new Failure('usage', `--${asked.join(' and --')} do not go together.`, 'Do one at a time.');
  const request = await requestOf(line, String(options[asked[0]!]));
  const told = { line, root: request.root };
  switch (asked[0]!) {
    case 'request':
      return submitOutcome(await submitRequest(request, pairsOf(options['with'])), told);
    case 'decide':
      return decisionOutcome(await decideRequest(request, answerOf(options)), told);
    case 'claim':
      return claimOutcome(
        await claimFunds(request, {
          cost: money(options['cost'], '--cost', 'What did it cost in all?'),
          invoices: listOf(options['invoices']),
          proof: listOf(options['proof']),
          lessons: options['lessons'] === undefined ? undefined : String(options['lessons']),
        }),
        told,
      );
  }
}

async function requestOf(line: CommandLine, campaign: string): Promise<FundingRequest> {
  const { args, options, shared, effects } = line;
  if (typeof args[0] !== 'string')
    throw new Failure('usage', 'Which partner?', 'Name one. List them with: cam partner list');
  const setting = await changeSettingOf(line);
  const out = shared.out === undefined ? resolve(setting.root, 'out') : resolve(effects.currentFolder, shared.out);
  return { ...setting, partnerId: args[0], campaign, quarter: quarterOption(options), out, force: shared.force };
}

/** `requester="Mara Quellin"` as a field and its value. */
function pairsOf(typed: unknown): Record<string, string> {
  const pairs = Array.isArray(typed) ? typed.map(String) : [];
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new Failure('usage', `"${pair}" is no field with its value.`, 'Write it as field=value.');
      return [pair.slice(0, at).trim().replaceAll('-', '_'), pair.slice(at + 1).trim()];
    }),
  );
}

function answerOf(options: CommandLine['options']): Answer {
  const typed = options['answer'] === undefined ? '' : String(options['answer']).toLowerCase();
  const answer = ANSWERS.find((one) => one === typed);
  if (!answer) {
    const words = typed === '' ? 'What was the answer?' : `"${typed}" is no answer.`;
    throw new Failure('usage', words, `Say --answer ${ANSWERS.join(', ')}.`);
  }
  return {
    answer,
    amount: options['amount'] === undefined ? undefined : money(options['amount'], '--amount', ''),
    why: options['why'] === undefined ? undefined : String(options['why']),
    by: options['by'] === undefined ? undefined : String(options['by']),
  };
}

function money(typed: unknown, flag: string, question: string): number {
  if (typed === undefined) throw new Failure('usage', question, `Say it: ${flag} 5400`);
  const amount = signedAmount(String(typed));
  if (amount !== undefined && amount > 0) return amount;
  throw new Failure('usage', `${flag}: "${String(typed)}" is no amount.`, `Write it as ${flag} 5400.`);
}

function listOf(typed: unknown): readonly string[] {
  if (typed === undefined) return [];
  return String(typed)
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
