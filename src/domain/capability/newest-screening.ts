import type { QuestionnaireFile } from '../../schema/questionnaire.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { assessedBy, type Assessed } from './assessed.ts';
import { questionnaireOf, type Questionnaire } from './questionnaire.ts';
import { verdictOf, type Verdict } from './screening.ts';

/** A screening with what it advises, for the account manager alone. */
export interface Screening {
  readonly questionnaire: Questionnaire;
  readonly assessed: Assessed;
  readonly verdict: Verdict;
}

/** The newest assessment of a partner, up to a day, by a form that judges; undefined without one in which anything is scored. */
export function newestScreening(
  { assessments = [], partner }: Pick<PartnerFiles, 'assessments' | 'partner'>,
  { questionnaire: file, asOf }: { readonly questionnaire: QuestionnaireFile; readonly asOf: PlainDate },
): Screening | undefined {
  const { type, life_stage: lifeStage } = partner;
  for (const assessment of assessments.toReversed()) {
    const questionnaire = questionnaireOf(file, assessment.questionnaire);
    if (!questionnaire?.verdicts || assessment.date > asOf) continue;
    const assessed = assessedBy(questionnaire, assessment, { partner: { type, lifeStage }, audience: 'partner' });
    const verdict = verdictOf(questionnaire, assessed);
    if (verdict) return { questionnaire, assessed, verdict };
  }
  return undefined;
}
