import type { Form } from '../../schema/questionnaire.ts';
import { withWorkspaceLock } from '../../output/lock.ts';
import { holdInterview, type Ask, type HeldInterview } from '../interview/conversation.ts';
import type { Workspace } from '../territory/open-workspace.ts';
import { answeredForm } from './answered-form.ts';
import { askedIn, type AssessmentWish } from './asked-assessment.ts';
import { planOf } from './assessment-plan.ts';
import { saveAssessment, type SavedAssessment } from './save-assessment.ts';

/** What came of it. */
export interface AnsweredAssessment extends Omit<HeldInterview, 'answers'> {
  readonly form: Form;
  /** Questions that were to be answered. */
  readonly count: number;
  /** Once it was finished. */
  readonly saved?: SavedAssessment;
}

/**
 * Holds the interview of an assessment and saves what was answered, with its scores.
 * @throws Failure (data) when there is no assessment the internal part could belong to, when the same interview is open in another
 *   terminal, or when a file cannot be read or written; (usage) when nothing is to be asked
 */
export async function answerAssessment(
  workspace: Workspace,
  wish: AssessmentWish,
  ask: Ask,
): Promise<AnsweredAssessment> {
  const asked = await askedIn(workspace, wish);
  let saved: SavedAssessment | undefined;
  const held = await holdInterview(planOf(workspace, wish, asked), {
    ask,
    keep: async (said) => {
      const form = answeredForm(said, { wish, asked, asOf: workspace.asOf });
      const save = () => saveAssessment(workspace.territory, wish.files, form, { dryRun: wish.dryRun });
      saved = wish.dryRun ? await save() : await withWorkspaceLock(workspace.territory.root, save);
      // What was only tried out can be taken up again.
      return !wish.dryRun;
    },
  });
  const { answers: _, ...rest } = held;
  return { ...rest, form: asked.form, count: asked.questions.length, ...(saved && { saved }) };
}
