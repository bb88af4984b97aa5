import { answersForAssessment } from '../../domain/capability/interview-questions.ts';
import type { Answers } from '../../domain/interview/answer.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import type { AskedAssessment, AssessmentWish } from './asked-assessment.ts';
import type { AnsweredForm } from './laid-over.ts';

interface Answering {
  readonly wish: AssessmentWish;
  readonly asked: AskedAssessment;
  /** The day the assessment is of. */
  readonly asOf: PlainDate;
}

/** What is saved: an assessment of the day; the internal part goes to the latest one. */
export function answeredForm(said: Answers, { wish, asked, asOf }: Answering): AnsweredForm {
  const { questionnaire, form, questions, lifeStage, latest } = asked;
  const answers = answersForAssessment(said, questions);
  if (wish.part === 'internal' && latest) {
    const { scores: _, version: _version, content: _content, internal, ...kept } = latest;
    return { ...kept, internal: { ...internal, answers } };
  }
  return {
    questionnaire: questionnaire.id,
    date: asOf,
    form,
    took_part: [...wish.tookPart],
    partner_type: wish.files.partner.type,
    life_stage: lifeStage,
    answers,
  };
}
