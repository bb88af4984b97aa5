import type { Answers } from '../../domain/interview/answer.ts';
import type { MarketingPlan } from '../../schema/marketing-plan-file.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { onceFor } from '../../units/once-for.ts';
import { findDraft } from '../interview/draft.ts';
import { holdInterview, type Ask, type HeldInterview } from '../interview/conversation.ts';
import { answeredPlan } from './answered-plan.ts';
import { AGREEMENT, marketingQuestions, standingMarketing } from './plan-questions.ts';
import type { MarketingWish } from './plan-wish.ts';
import { runningAnswer } from './running-answer.ts';
import { saveMarketingPlan, type SavedMarketingPlan } from './save-plan.ts';
import { talkSetup, type TalkSetup } from './talk-setup.ts';
import { variantsOf } from './variants.ts';

/** What came of a talk. */
export interface TalkedMarketingPlan extends Omit<HeldInterview, 'answers'> {
  /** Once it was finished. */
  readonly saved?: SavedMarketingPlan;
}

const SECONDS_EACH = 20;

/**
 * The guided session about a marketing plan, with what it comes to so far beside every question; saved at the end.
 * @param agreementOnly asks only whether both sides agree
 * @throws Failure (data) when the same session is open in another terminal, or a file cannot be read or written
 */
export async function talkOverMarketing(
  wish: MarketingWish,
  { ask, agreementOnly }: { readonly ask: Ask; readonly agreementOnly: boolean },
): Promise<TalkedMarketingPlan> {
  const { input, plan, root, today, asOf, dryRun } = wish;
  const setup = talkSetup(input, plan);
  const all = marketingQuestions(setup);
  const questions = agreementOnly ? all.filter(({ section }) => section === AGREEMENT) : all;
  const beside = onceFor((answers: Answers) => runningAnswer(setup.worked(chosenPlan(setup, answers))));
  let saved: SavedMarketingPlan | undefined;
  const talk = {
    place: { root, name: draftName(wish) },
    title: `${input.files.partner.name} · marketing plan ${formatFiscalQuarter(plan.quarter)}`,
    questions,
    script: {
      previous: standingMarketing(setup),
      previousAre: 'proposed' as const,
      secondsEach: SECONDS_EACH,
      notApplicable: 'Leave it open',
      locale: input.config.locale,
    },
    asked: 'marketing plan',
    today,
    beside,
  };
  const { answers: _, ...held } = await holdInterview(talk, {
    ask,
    keep: async (answers) => {
      const request = { root, asOf: asOf ?? input.review.asOf, today, dryRun, partnerId: input.files.id };
      saved = await saveMarketingPlan(request, chosenPlan(setup, answers));
      return !dryRun;
    },
  });
  return { ...held, ...(saved && { saved }) };
}

/** Whether a session about this plan was left half way. */
export async function isMarketingHalfTalkedOver(wish: MarketingWish): Promise<boolean> {
  const questions = marketingQuestions(talkSetup(wish.input, wish.plan));
  return (await findDraft({ root: wish.root, name: draftName(wish) }, questions)) !== undefined;
}

/** The plan that was chosen in the comparison, else the one that was talked over. */
function chosenPlan(setup: TalkSetup, answers: Answers): MarketingPlan {
  const said = answeredPlan(setup, answers);
  const answer = answers.get('variant');
  const id = answer && 'value' in answer ? answer.value : undefined;
  return variantsOf(setup, said).find((variant) => variant.id === id)?.plan ?? said;
}

function draftName({ input, plan }: MarketingWish): string {
  return `${input.files.id}-marketing-${formatFiscalQuarter(plan.quarter)}`;
}
