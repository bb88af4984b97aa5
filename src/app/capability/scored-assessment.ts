import { assessedBy, savedScoresOf } from '../../domain/capability/assessed.ts';
import type { Questionnaire } from '../../domain/capability/questionnaire.ts';
import type { Assessment } from '../../schema/assessment.ts';
import type { Partner } from '../../schema/partner.ts';
import type { AnsweredForm } from './laid-over.ts';

/** What was answered, with the scores of both parts and the state of the questionnaire that they were worked out by. */
export function scoredAssessment(
  questionnaire: Questionnaire,
  form: AnsweredForm,
  partner: Pick<Partner, 'type'>,
): Assessment {
  const { version, content } = questionnaire;
  const { answers, internal, ...head } = form;
  const unscored: Assessment = {
    ...head,
    version,
    content,
    partner_type: form.partner_type ?? partner.type,
    answers,
    ...(internal && { internal }),
  };
  const scoresOf = (audience: 'partner' | 'internal') =>
    savedScoresOf(assessedBy(questionnaire, unscored, { partner: { type: partner.type }, audience }).basis);
  const { internal: _, ...open } = unscored;
  return {
    ...open,
    scores: scoresOf('partner'),
    ...(internal && { internal: { ...internal, scores: scoresOf('internal') } }),
  };
}
