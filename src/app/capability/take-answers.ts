import { checkAnswers } from '../../input/check-answers.ts';
import type { Problem } from '../../input/problem.ts';
import { readYaml } from '../../input/read-yaml.ts';
import { withWorkspaceLock } from '../../output/lock.ts';
import { assessmentSchema } from '../../schema/assessment.ts';
import type { PartnerFiles, Territory } from '../../schema/territory.ts';
import { givenFile } from '../given-file.ts';
import { stageReader } from '../partners/partner-stages.ts';
import type { AnsweredForm } from './laid-over.ts';
import { saveAssessment, type SavedAssessment } from './save-assessment.ts';

/** A file of answers as it was given on the command line. */
export interface GivenAnswers {
  readonly typed: string;
  readonly currentFolder: string;
  readonly dryRun: boolean;
}

/**
 * Reads the answers of a file in the form of an assessment, checks them against the questionnaire and saves them with their scores;
 * with any mistake nothing is saved and every problem comes back with its place.
 * @throws Failure (usage) when there is no such file.
 */
export async function takeAnswers(
  territory: Territory,
  files: PartnerFiles,
  { typed, currentFolder, dryRun }: GivenAnswers,
): Promise<{ readonly problems: readonly Problem[]; readonly saved?: SavedAssessment }> {
  const given = await givenFile(typed, currentFolder);
  if ('problem' in given) return { problems: [given.problem] };
  const { text } = given;
  const reading = readYaml(text, typed, assessmentSchema);
  // Scores in the file are somebody's own: the answers are what counts.
  const { scores: _, version: _version, content: _content, ...form } = reading.value ?? { scores: undefined };
  const unscored = reading.value && { ...reading, value: { ...reading.value, scores: undefined } };
  const problems = [...reading.problems, ...(unscored ? checkAnswers(unscored, territory.questionnaire) : [])];
  if (problems.length > 0 || !reading.value) return { problems };
  const { stage } = stageReader(territory, reading.value.date)(files).lifeStage;
  const answered = { life_stage: stage.id, ...form } as AnsweredForm;
  const save = () => saveAssessment(territory, files, answered, { dryRun });
  return { problems: [], saved: dryRun ? await save() : await withWorkspaceLock(territory.root, save) };
}
