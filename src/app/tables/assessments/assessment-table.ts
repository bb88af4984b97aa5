import type { Audience } from '../../../domain/capability/questionnaire.ts';
import { answerRowSchema, type Answer, type Assessment } from '../../../schema/assessment.ts';
import { factsAt } from '../../../schema/schema-parts.ts';
import type { CellValue, ColumnKind, Table, TableColumn, TableRow } from '../table.ts';
import { cellOfAnswer, meaningOfAnswer, plainAnswer, wordsForAnswer } from './answer-cell.ts';
import { questionnaireReader, type AskedQuestions } from './asked-questions.ts';
import { answerChecker } from './check-answer-row.ts';
import { editAssessment } from './edit-assessment.ts';

const COLUMNS: readonly TableColumn[] = [
  written('date', 'date'),
  written('questionnaire', 'text'),
  reading('part', 'partner: answered by it; internal: yours alone, never printed in anything made for a partner'),
  reading('topic', 'What the question counts for'),
  written('question', 'text'),
  reading('wording', 'The question as it is asked'),
  written('answer', 'any'),
  reading('meaning', 'What the answer says in the words of the questionnaire'),
];

/** What partners answered: a row an answer, a file an assessment. */
export const ASSESSMENTS: Table = {
  id: 'assessments',
  title: 'Assessments',
  storage: {
    kind: 'files',
    of: 'partner',
    file: 'assessments/<date>-<questionnaire>.yaml',
    files: {
      fileOf: ({ date, questionnaire }) => `assessments/${String(date)}-${String(questionnaire)}.yaml`,
      edit: editAssessment,
    },
  },
  schema: answerRowSchema,
  columns: COLUMNS,
  key: ['date', 'questionnaire', 'question'],
  plain: ({ questionnaire }) => {
    const read = questionnaireReader(questionnaire);
    return (values) => {
      const question = read(String(values['questionnaire']))?.questions.get(String(values['question']));
      const answer = values['answer'];
      return question && answer !== undefined ? { ...values, answer: plainAnswer(answer, question) } : values;
    };
  },
  check: answerChecker,
  wordsFor: ({ questionnaire }) => {
    const read = questionnaireReader(questionnaire);
    return (column, values) => {
      const asked = column === 'answer' ? read(String(values['questionnaire'])) : undefined;
      const question = asked?.questions.get(String(values['question']));
      return asked && question && wordsForAnswer(question, asked.questionnaire.scale);
    };
  },
  isPrivate: ({ part }) => part === 'internal',
  rowsOf: ({ partners, questionnaire }) => {
    const read = questionnaireReader(questionnaire);
    return partners.flatMap(({ id, assessments = [] }) =>
      assessments.flatMap((assessment) => rowsOfAssessment(assessment, id, read(assessment.questionnaire))),
    );
  },
};

function rowsOfAssessment(
  assessment: Assessment,
  partner: string,
  asked: AskedQuestions | undefined,
): readonly TableRow[] {
  const rowsOf = (part: Audience, answers: Readonly<Record<string, Answer>>) =>
    Object.entries(answers).map(([question, answer]): TableRow => {
      const { date, questionnaire } = assessment;
      const known = { date, questionnaire, part, question, answer: cellOfAnswer(answer) };
      return { partner, values: { ...known, ...wordsAbout(question, answer, asked) } };
    });
  return [...rowsOf('partner', assessment.answers), ...rowsOf('internal', assessment.internal?.answers ?? {})];
}

/** What helps to read an answer; nothing about a question that is not asked any more. */
function wordsAbout(
  id: string,
  answer: Answer,
  asked: AskedQuestions | undefined,
): Readonly<Record<string, CellValue>> {
  const question = asked?.questions.get(id);
  if (!asked || !question) return {};
  const [topic, meaning] = [asked.topics.get(question.topic), meaningOfAnswer(answer, question)];
  return {
    ...(topic !== undefined && { topic }),
    wording: question.text,
    ...(meaning !== undefined && { meaning }),
  };
}

function written(name: string, kind: ColumnKind): TableColumn {
  const { note, required } = factsAt(answerRowSchema, [name]);
  return { name, kind, ...(note !== undefined && { note }), ...(required && { required }) };
}

function reading(name: string, note: string): TableColumn {
  return { name, kind: 'text', note, computed: true };
}
