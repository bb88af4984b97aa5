import { answerMistake } from '../schema/answer-mistakes.ts';
import type { Answer, Assessment } from '../schema/assessment.ts';
import type { AskedQuestion, QuestionnaireFile } from '../schema/questionnaire.ts';
import { clauseAbout, detailsOf, quote } from './check-values.ts';
import { formatPath, type Problem, type ProblemDetails } from './problem.ts';
import type { FileReading } from './read-yaml.ts';

/** What an assessment may answer. */
interface Form {
  readonly version: string;
  readonly questions: readonly AskedQuestion[];
  /** Ids of the questions that the account manager answers alone. */
  readonly internal: ReadonlySet<string>;
}

/**
 * Checks the answers of an assessment against its questionnaire. Answers that were scored by an earlier version stand as they are;
 * those scored by this one are only looked at, so that a slip of today never takes an old assessment away.
 */
export function checkAnswers(reading: FileReading<Assessment>, file: QuestionnaireFile): Problem[] {
  const assessment = reading.value;
  if (!assessment) return [];
  const form = formOf(file, assessment.questionnaire);
  if (!form) return [unknownQuestionnaire(reading, assessment, file)];
  const isSaved = assessment.scores !== undefined;
  if (isSaved && assessment.version !== undefined && assessment.version !== form.version) return [];
  const severity = isSaved ? 'warning' : 'error';
  const check = (answers: Assessment['answers'], path: readonly string[], isInternal: boolean) =>
    Object.entries(answers).flatMap(([id, answer]) => {
      const details = mistakeOf({ id, answer, isInternal }, form, file.scale);
      const at = [...path, id];
      return details ? [reading.problemAt(at, { severity, path: formatPath(at), ...details })] : [];
    });
  return [
    ...check(assessment.answers, ['answers'], false),
    ...check(assessment.internal?.answers ?? {}, ['internal', 'answers'], true),
  ];
}

function mistakeOf(
  { id, answer, isInternal }: { readonly id: string; readonly answer: Answer; readonly isInternal: boolean },
  { questions, internal }: Form,
  scale: QuestionnaireFile['scale'],
): ProblemDetails | undefined {
  const question = questions.find((candidate) => candidate.id === id);
  const own = questions
    .filter((candidate) => internal.has(candidate.id) === isInternal)
    .map((candidate) => candidate.id);
  if (!question) {
    const { suggestion } = detailsOf({ written: id, allowed: own });
    const message = `${quote(id)} is not a question of this questionnaire`;
    return { message, written: id, ...(suggestion !== undefined && { suggestion }) };
  }
  if (internal.has(id) !== isInternal) {
    return isInternal
      ? { message: `${quote(id)} is a question for the partner`, remedy: 'Move the answer to answers:.' }
      : { message: `${quote(id)} is for you alone`, remedy: 'Move the answer to answers: under internal:.' };
  }
  const mistake = answerMistake(question, answer, scale);
  if (!mistake) return undefined;
  const written = typeof answer === 'object' ? undefined : String(answer);
  const shown = typeof answer === 'string' ? quote(answer) : written;
  return {
    message: clauseAbout(mistake.message.startsWith('"') ? undefined : shown, mistake.message),
    ...detailsOf({ written, ...(mistake.allowed && { allowed: mistake.allowed }) }),
  };
}

function formOf(file: QuestionnaireFile, id: string): Form | undefined {
  const hidden = file.categories.filter(({ audience }) => audience === 'internal').flatMap(({ topics }) => topics);
  const topics = new Set(hidden.map((topic) => topic.id));
  const internal = new Set(file.questions.filter(({ topic }) => topics.has(topic)).map((question) => question.id));
  if (id === file.id) return { version: file.version, questions: file.questions, internal };
  const variant = file.variants.find((candidate) => candidate.id === id);
  if (!variant) return undefined;
  const questions = variant.questions.flatMap((entry) =>
    'ref' in entry ? file.questions.filter((question) => question.id === entry.ref) : entry,
  );
  return { version: variant.version, questions, internal: new Set() };
}

function unknownQuestionnaire(
  reading: FileReading<Assessment>,
  { questionnaire, scores }: Assessment,
  { id, variants }: QuestionnaireFile,
): Problem {
  const allowed = [id, ...variants.map((variant) => variant.id)];
  const message = `there is no questionnaire ${quote(questionnaire)}`;
  const severity = scores ? 'warning' : 'error';
  return reading.problemAt(['questionnaire'], { severity, message, ...detailsOf({ written: questionnaire, allowed }) });
}
