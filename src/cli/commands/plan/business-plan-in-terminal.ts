import {
  isHalfTalkedOver,
  talkOverAgreement,
  talkOverNumbers,
  type PlanWish,
  type TalkedPlan,
} from '../../../app/business-plan/plan-interview.ts';
import { planWish } from '../../../app/business-plan/plan-wish.ts';
import { savePlan } from '../../../app/business-plan/save-plan.ts';
import { takePlanAnswers } from '../../../app/business-plan/take-plan-answers.ts';
import type { Ask } from '../../../app/interview/conversation.ts';
import { partnerById } from '../../../app/pages/partner-pages.ts';
import { singleLine } from '../../../units/clean-text.ts';
import { Failure } from '../../../units/failure.ts';
import { formatDate } from '../../../units/format.ts';
import { EXIT, type CommandLine, type Outcome } from '../../command.ts';
import { workspaceOf } from '../../page-options.ts';
import { planWords, type PlanCameTo } from '../../print/business-plan-words.ts';
import { territoryProblems } from '../../print/territory-problems.ts';
import { wantedOfPlan } from './wanted-of-plan.ts';
import { inputFiles } from '../../files-in-territory.ts';

/** What became of a plan before its page is shown. */
export interface GuidedPlan {
  readonly outcome: Outcome;
  /** The page may be shown now: something was saved. */
  readonly show: boolean;
}

const ASKING = ['edit', 'agree'];
const FLAGS = { asking: ASKING, writing: [...ASKING, 'answers', 'from'] };

/**
 * Makes or changes a partner's plan where that is wanted: in a file of answers, from another plan, or by talking it over in the terminal
 * (with a flag that says so, without a plan yet, or with a session that was left half way). Undefined where the plan is only to be shown.
 * @throws Failure (usage) when a flag wants to ask and there is no terminal, or to write and there is only a workbook
 */
export async function guidePlan(line: CommandLine): Promise<GuidedPlan | undefined> {
  const wantedOf = wantedOfPlan(line, FLAGS, 'cam plan business');
  if (!wantedOf) return undefined;
  const { options, shared, screen, effects } = line;
  const { partner, wanted, asking } = wantedOf;
  const workspace = await workspaceOf(line);
  const from = typeof options['from'] === 'string' ? options['from'] : undefined;
  const { today } = effects;
  const { asOf, dryRun } = shared;
  const wish = planWish(workspace, { files: partnerById(workspace, partner), from, today, asOf, dryRun });
  if (typeof options['answers'] === 'string') return answered(line, wish, options['answers']);
  if (!screen.interactive) return clonedOnly(line, wish);
  const isHalfWay = await isHalfTalkedOver(wish);
  if (wanted.length === 0 && !wish.isNew && !isHalfWay) return undefined;
  if (wish.isNew && !isHalfWay) refuseForeignCurrency(wish);
  const { onInterviewScreen } = await import('../../prompts/interview/ask-on-terminal.ts');
  const talk = (ask: Ask) => talkOver(wish, { ask, agreementOnly: asking === 'agree' && !wish.isNew });
  const cameTo = await onInterviewScreen({ screen, json: shared.json }, talk);
  return told(line, wish, cameTo);
}

/** A plan keeps the currency it was begun in: better no question than a dozen answers in a currency nobody uses. */
function refuseForeignCurrency({ plan: { currency }, input: { files, config, review } }: PlanWish): void {
  const own = files.partner.currency ?? config.currency;
  if (currency === own) return;
  const rate = `{ from: ${currency}, to: ${own}, rate: …, date: ${review.asOf} }`;
  throw new Failure(
    'data',
    `The plan would start in ${currency}: there is no rate from ${currency} to ${own} in cam.yaml.`,
    config.rates.length === 0
      ? `Add it, and the plan is in ${own}: rates: [${rate}]`
      : `Add it to the rates there, and the plan is in ${own}: - ${rate}`,
  );
}

async function talkOver(
  wish: PlanWish,
  { ask, agreementOnly }: { readonly ask: Ask; readonly agreementOnly: boolean },
): Promise<PlanCameTo> {
  if (agreementOnly) return { agreement: await talkOverAgreement(wish, ask) };
  const numbers = await talkOverNumbers(wish, ask);
  if (numbers.ending !== 'finished' || !numbers.saved || wish.dryRun) return { numbers };
  return { numbers, agreement: await talkOverAgreement({ ...wish, plan: numbers.saved.plan }, ask) };
}

/** The answers of --answers, saved. */
async function answered(line: CommandLine, wish: PlanWish, typed: string): Promise<GuidedPlan> {
  const { config, review } = wish.input;
  const source = `Given for this plan, ${formatDate(review.asOf, config.locale)}`;
  const given = { typed, currentFolder: line.effects.currentFolder, over: wish.plan, source };
  const { plan, problems } = await takePlanAnswers(given);
  if (!plan) {
    const outcome = territoryProblems(problems, line.screen, { whose: typed, undone: 'Nothing was saved.' });
    return { outcome, show: false };
  }
  return saved(line, wish, plan);
}

/** The draft from another partner's plan, as it is. */
function clonedOnly(line: CommandLine, wish: PlanWish): Promise<GuidedPlan> {
  return saved(line, wish, wish.plan);
}

async function saved(line: CommandLine, wish: PlanWish, plan: PlanWish['plan']): Promise<GuidedPlan> {
  const { root, today, dryRun, input, asOf } = wish;
  const why = typeof line.options['why'] === 'string' ? singleLine(line.options['why']) : undefined;
  const request = { root, today, dryRun, asOf: asOf ?? input.review.asOf, partnerId: input.files.id, why };
  return told(line, wish, { saved: await savePlan(request, plan) });
}

function told(line: CommandLine, wish: PlanWish, cameTo: PlanCameTo): GuidedPlan {
  const talks = [cameTo.numbers, cameTo.agreement].filter((talk): talk is TalkedPlan => talk !== undefined);
  const last = cameTo.saved ?? talks.findLast(({ saved: one }) => one !== undefined)?.saved;
  const written = wish.dryRun ? [] : (last?.files ?? []);
  const partner = wish.input.files.id;
  return {
    outcome: {
      exitCode: talks.some(({ ending }) => ending === 'interrupted') ? EXIT.interrupted : EXIT.done,
      text: planWords(cameTo, { wish, screen: line.screen }),
      data: { partner, ending: talks.at(-1)?.ending ?? null, status: last?.plan.status ?? null },
      files: inputFiles(wish.root, written),
    },
    show: last !== undefined && !wish.dryRun && talks.every(({ ending }) => ending === 'finished'),
  };
}
