import { assessmentEdits } from '../../capability/assessment-edits.ts';
import { assessmentText } from '../../capability/assessment-text.ts';
import { scoredAssessment } from '../../capability/scored-assessment.ts';
import type { Audience } from '../../../domain/capability/questionnaire.ts';
import { readYaml } from '../../../input/read-yaml.ts';
import { editYaml, type YamlEdit } from '../../../output/edit-yaml.ts';
import { assessmentSchema, type Answer, type Assessment } from '../../../schema/assessment.ts';
import { parsePlainDate } from '../../../units/plain-date.ts';
import type { ChangedRow, FileChange } from '../table.ts';
import { answerOfCell } from './answer-cell.ts';
import { isOfAnotherState, placeOfAnswer, questionnaireReader, type AskedQuestions } from './asked-questions.ts';

/**
 * The file of an assessment with answers changed; every other line stays. Scores that are saved in it are worked out anew, as saving an
 * assessment does; a new file gets its scores too. A file of which no answer is left becomes empty.
 */
export function editAssessment(text: string, change: FileChange): string {
  const { before, after } = change.rows[0]!;
  const asked = questionnaireReader(change.territory.questionnaire)(String((after ?? before)!['questionnaire']));
  if (text === '') return newFile(change, known(asked));
  const edits = change.rows.map((row) => editOf(row, asked));
  const edited = editYaml(text, edits);
  const assessment = readYaml(edited, change.path, assessmentSchema).value;
  if (!assessment) throw new Error(`${change.path} cannot be read any more.`);
  const left = [assessment.answers, assessment.internal?.answers ?? {}].flatMap((answers) => Object.keys(answers));
  if (left.length === 0) return '';
  // An answer may always be taken out; what a questionnaire of another day scored stands as it was.
  if (!assessment.scores || isOfAnotherState(assessment, asked)) return edited;
  return editYaml(edited, assessmentEdits(assessment, scored(assessment, change, known(asked))));
}

function editOf({ before, after }: ChangedRow, asked: AskedQuestions | undefined): YamlEdit {
  const id = String((after ?? before)!['question']);
  // Where an answer stands says whose it is; of a new one the question says it.
  const part = before?.['part'] as Audience | undefined;
  const question = part !== undefined && !after ? undefined : known(asked).questions.get(id)!;
  return {
    path: placeOfAnswer(part ?? question!.audience, id),
    value: after && answerOfCell(after['answer']!, question!),
  };
}

/** Rows of a questionnaire that is not there were refused before. */
function known(asked: AskedQuestions | undefined): AskedQuestions {
  if (!asked) throw new Error('There is no such questionnaire.');
  return asked;
}

/** A form in which more than the core questions were answered was the full one. */
function newFile(change: FileChange, asked: AskedQuestions): string {
  const rows = change.rows.flatMap(({ after }) => (after ? [after] : []));
  const answersOf = (audience: Audience) =>
    Object.fromEntries(
      rows.flatMap((values): [string, Answer][] => {
        const question = asked.questions.get(String(values['question']))!;
        return question.audience === audience ? [[question.id, answerOfCell(values['answer']!, question)]] : [];
      }),
    );
  const [answers, internal] = [answersOf('partner'), answersOf('internal')];
  const isFull = Object.keys(answers).some((id) => !asked.questions.get(id)!.core);
  const form: Assessment = {
    questionnaire: asked.questionnaire.id,
    date: parsePlainDate(String(rows[0]!['date']))!,
    form: isFull ? 'full' : 'quick',
    took_part: [],
    answers,
    ...(Object.keys(internal).length > 0 && { internal: { answers: internal } }),
  };
  return assessmentText(scored(form, change, asked));
}

function scored(
  { scores: _, version: _version, content: _content, ...form }: Assessment,
  { partner }: Pick<FileChange, 'partner'>,
  { questionnaire }: Pick<AskedQuestions, 'questionnaire'>,
): Assessment {
  return scoredAssessment(questionnaire, form, partner);
}
