import type { Assessment, SavedScores } from '../../schema/assessment.ts';
import type { LifeStage, PartnerType } from '../../schema/partner.ts';
import { isKnown, type Known } from '../../units/missing.ts';
import type { Audience, Questionnaire } from './questionnaire.ts';
import { basisOf, scoreOf, type CapabilityScore, type ScoreBasis } from './score.ts';

/** An assessment with what it scored that day. */
export interface Assessed {
  readonly assessment: Assessment;
  readonly basis: ScoreBasis;
  readonly score: CapabilityScore;
}

/** Who was assessed, where the assessment does not say it itself. */
export interface AssessedPartner {
  readonly type: PartnerType;
  readonly lifeStage?: LifeStage | undefined;
}

/**
 * What an assessment scored: by the questionnaire while it is the one that was answered, otherwise by the scores saved with it, so
 * that a changed questionnaire never rewrites history.
 */
export function assessedBy(
  questionnaire: Questionnaire,
  assessment: Assessment,
  { partner, audience }: { readonly partner: AssessedPartner; readonly audience: Audience },
): Assessed {
  const part = audience === 'partner' ? assessment : assessment.internal;
  const isSame = assessment.content === undefined || assessment.content === questionnaire.content;
  const basis =
    part?.scores && !isSame ? savedBasis(part.scores) : liveBasis(questionnaire, assessment, { partner, audience });
  return { assessment, basis, score: scoreOf(basis) };
}

/** The scores as they are saved with an assessment. */
export function savedScoresOf({ categories, topics, questions }: ScoreBasis): SavedScores {
  const score = scoreOf({ categories, topics, questions });
  const topicScores = score.categories.flatMap((category) => category.topics);
  return {
    ...known('overall', score.score),
    categories: score.categories.map(({ id, title, weight, score }) => ({
      id,
      title,
      weight,
      ...known('score', score),
    })),
    topics: topicScores.map(({ id, title, category, weight, score }) => ({
      id,
      title,
      category,
      weight,
      ...known('score', score),
    })),
    questions: questions.map(({ id, topic, weight, core, share }) => ({
      id,
      topic,
      weight,
      core,
      ...(share !== undefined && { share }),
    })),
  };
}

function liveBasis(
  questionnaire: Questionnaire,
  assessment: Assessment,
  { partner, audience }: { readonly partner: AssessedPartner; readonly audience: Audience },
): ScoreBasis {
  const answers = audience === 'partner' ? assessment.answers : (assessment.internal?.answers ?? {});
  return basisOf(questionnaire, answers, {
    partnerType: assessment.partner_type ?? partner.type,
    lifeStage: assessment.life_stage ?? partner.lifeStage,
    audience,
  });
}

function savedBasis({ categories, topics, questions }: SavedScores): ScoreBasis {
  return {
    categories: categories.map(({ id, title, weight }) => ({ id, title, weight })),
    topics: topics.map(({ id, title, category, weight }) => ({ id, title, category, weight })),
    questions,
  };
}

function known<K extends string>(key: K, score: Known<number>): Partial<Record<K, number>> {
  return isKnown(score) ? ({ [key]: score } as Record<K, number>) : {};
}
