import { join } from 'node:path';
import { assessedBy, savedScoresOf, type Assessed } from '../../domain/capability/assessed.ts';
import { questionnaireOf, type Questionnaire } from '../../domain/capability/questionnaire.ts';
import { readYaml } from '../../input/read-yaml.ts';
import { editYaml, type YamlEdit } from '../../output/edit-yaml.ts';
import { writeFileAtomically } from '../../output/write-file.ts';
import { assessmentSchema, type Assessment } from '../../schema/assessment.ts';
import type { PartnerFiles, Territory } from '../../schema/territory.ts';
import { Failure } from '../../units/failure.ts';
import { standingText } from '../standing-text.ts';
import { assessmentText } from './assessment-text.ts';

/** What was answered on a day; the scores are worked out when it is saved. */
export type AnsweredForm = Omit<Assessment, 'version' | 'content' | 'scores'>;

/** An assessment as it stands in its file. */
export interface SavedAssessment {
  readonly assessment: Assessment;
  readonly assessed: Assessed;
  /** Relative to the territory. */
  readonly path: string;
}

/**
 * Saves what was answered, with its scores and the state of the questionnaire. A file of the same day keeps whatever this form does
 * not hold, above all the account manager's own part. The caller holds the territory's lock.
 * @throws Failure (data) for a questionnaire that the territory does not have.
 */
export async function saveAssessment(
  territory: Pick<Territory, 'root' | 'questionnaire'>,
  { id, partner }: Pick<PartnerFiles, 'id' | 'partner'>,
  form: AnsweredForm,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<SavedAssessment> {
  const questionnaire = questionnaireOf(territory.questionnaire, form.questionnaire);
  if (!questionnaire) throw new Failure('data', `There is no questionnaire "${form.questionnaire}".`);
  const assessment = withScores(questionnaire, form, partner);
  const path = `partners/${id}/assessments/${assessment.date}-${assessment.questionnaire}.yaml`;
  const standing = await standingText(join(territory.root, path));
  const text = standing === '' ? assessmentText(assessment) : editYaml(standing, editsOf(standing, assessment, path));
  if (!dryRun) await writeFileAtomically(join(territory.root, path), text);
  const assessed = assessedBy(questionnaire, assessment, { partner: { type: partner.type }, audience: 'partner' });
  return { assessment, assessed, path };
}

function withScores(questionnaire: Questionnaire, form: AnsweredForm, partner: PartnerFiles['partner']): Assessment {
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

/** Only what differs from the file is written anew, answer by answer. */
function editsOf(standing: string, { answers, ...assessment }: Assessment, file: string): readonly YamlEdit[] {
  const before = readYaml(standing, file, assessmentSchema).value;
  return [
    ...changedKeys(before?.answers ?? {}, answers).map(([id, value]) => ({ path: ['answers', id], value })),
    ...changedKeys(before ?? {}, assessment).map(([key, value]) => ({ path: [key], value })),
  ];
}

function changedKeys(before: object, after: object): (readonly [string, unknown])[] {
  const known = new Map(Object.entries(before));
  return Object.entries(after).filter(([key, value]) => JSON.stringify(known.get(key)) !== JSON.stringify(value));
}
