import { join } from 'node:path';
import { assessedBy, type Assessed } from '../../domain/capability/assessed.ts';
import { questionnaireOf } from '../../domain/capability/questionnaire.ts';
import { readYaml } from '../../input/read-yaml.ts';
import { editYaml } from '../../output/edit-yaml.ts';
import { writeFileAtomically } from '../../output/write-file.ts';
import { assessmentSchema, type Assessment } from '../../schema/assessment.ts';
import type { PartnerFiles, Territory } from '../../schema/territory.ts';
import { Failure } from '../../units/failure.ts';
import { standingText } from '../figures/standing-text.ts';
import { assessmentEdits } from './assessment-edits.ts';
import { assessmentText } from './assessment-text.ts';
import { laidOver, type AnsweredForm } from './laid-over.ts';
import { scoredAssessment } from './scored-assessment.ts';

/** An assessment as it stands in its file. */
export interface SavedAssessment {
  readonly assessment: Assessment;
  readonly assessed: Assessed;
  /** Relative to the territory. */
  readonly path: string;
}

/**
 * Saves what was answered, with its scores and the state of the questionnaire. Where a file of the same day stands, the answers are laid
 * over its own, and of its text only what differs is written anew. The caller holds the territory's lock.
 * @throws Failure (data) for a questionnaire that the territory does not have, or a file of that day that is no assessment.
 */
export async function saveAssessment(
  territory: Pick<Territory, 'root' | 'questionnaire'>,
  { id, partner }: Pick<PartnerFiles, 'id' | 'partner'>,
  form: AnsweredForm,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<SavedAssessment> {
  const questionnaire = questionnaireOf(territory.questionnaire, form.questionnaire);
  if (!questionnaire) throw new Failure('data', `There is no questionnaire "${form.questionnaire}".`);
  const path = `partners/${id}/assessments/${form.date}-${form.questionnaire}.yaml`;
  const text = await standingText(join(territory.root, path));
  const standing = text === '' ? undefined : readStanding(text, path);
  const assessment = scoredAssessment(questionnaire, laidOver(standing, form), partner);
  const edited = standing ? editYaml(text, assessmentEdits(standing, assessment)) : assessmentText(assessment);
  if (!dryRun) await writeFileAtomically(join(territory.root, path), edited);
  const assessed = assessedBy(questionnaire, assessment, { partner: { type: partner.type }, audience: 'partner' });
  return { assessment, assessed, path };
}

function readStanding(text: string, path: string): Assessment {
  const { value } = readYaml(text, path, assessmentSchema);
  if (value) return value;
  throw new Failure(
    'data',
    `${path} cannot be read, so nothing was saved over it.`,
    'What is wrong with it: cam check',
  );
}
