import { answersForAssessment } from '../../domain/capability/interview-questions.ts';
import type { Answers } from '../../domain/interview/answer.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import type { AskedAssessment, AssessmentWish } from './asked-assessment.ts';
import type { AnsweredForm } from './save-assessment.ts';

interface Answering {
  readonly wish: AssessmentWish;
  readonly asked: AskedAssessment;
  /** The day the assessment is of. */
  readonly asOf: PlainDate;
}

/** What is saved: over the answers of the same day, or as an assessment of its own; the internal part goes to the latest one. */
export function answeredForm(said: Answers, { wish, asked, asOf }: Answering): AnsweredForm {
  const { questionnaire, form, questions, lifeStage, latest } = asked;
  const answers = answersForAssessment(said, questions);
  if (wish.part === 'internal' && latest) {
    const { scores: _, version: _version, content: _content, internal, ...kept } = latest;
    return { ...kept, internal: { ...internal, answers: { ...internal?.answers, ...answers } } };
  }
  const today = latest?.date === asOf ? latest : undefined;
  return {
    questionnaire: questionnaire.id,
    date: asOf,
    form: today?.form === 'full' ? 'full' : form,
    took_part: wish.tookPart.length > 0 ? [...wish.tookPart] : (today?.took_part ?? []),
    partner_type: wish.files.partner.type,
    life_stage: lifeStage,
    ...(today?.figures && { figures: today.figures }),
    answers: { ...today?.answers, ...answers },
    ...(today?.internal && { internal: today.internal }),
  };
}
