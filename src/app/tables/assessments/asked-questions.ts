import {
  questionnaireOf,
  type Audience,
  type Question,
  type Questionnaire,
} from '../../../domain/capability/questionnaire.ts';
import type { Assessment } from '../../../schema/assessment.ts';
import type { QuestionnaireFile } from '../../../schema/questionnaire.ts';

/** A questionnaire with its questions by their ids. */
export interface AskedQuestions {
  readonly questionnaire: Questionnaire;
  readonly questions: ReadonlyMap<string, Question>;
  /** Titles by the ids of the topics. */
  readonly topics: ReadonlyMap<string, string>;
}

/** Finds the questionnaires of a territory by their ids, each made once. */
export function questionnaireReader(file: QuestionnaireFile): (id: string) => AskedQuestions | undefined {
  const known = new Map<string, AskedQuestions | undefined>();
  return (id) => {
    if (!known.has(id)) known.set(id, askedQuestions(questionnaireOf(file, id)));
    return known.get(id);
  };
}

/** True when the saved scores of an assessment stand for other questions than those that are asked now: they cannot be worked out anew. */
export function isOfAnotherState({ scores, version, content }: Assessment, asked: AskedQuestions | undefined): boolean {
  if (!scores) return false;
  if (!asked) return true;
  return content === undefined ? version !== asked.questionnaire.version : content !== asked.questionnaire.content;
}

/** Where the answer to a question stands in the file of an assessment. */
export function placeOfAnswer(part: Audience, question: string): readonly string[] {
  return part === 'internal' ? ['internal', 'answers', question] : ['answers', question];
}

function askedQuestions(questionnaire: Questionnaire | undefined): AskedQuestions | undefined {
  if (!questionnaire) return undefined;
  return {
    questionnaire,
    questions: new Map(questionnaire.questions.map((question) => [question.id, question])),
    topics: new Map(
      questionnaire.categories.flatMap(({ topics }) => topics.map(({ id, title }): [string, string] => [id, title])),
    ),
  };
}
