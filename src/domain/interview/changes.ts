import { sameAnswer } from './answer.ts';
import { answerInWords } from './answer-in-words.ts';
import { answersThatApply, applicable, type Interview } from './interview.ts';

/** A question whose answer is another than at the earlier time. */
export interface Change {
  readonly question: string;
  /** What was said then; undefined where nothing was. */
  readonly before: string | undefined;
  readonly now: string;
}

/** What changed against the earlier answers, in the order of the questions. What was not asked again did not change. */
export function changesIn(interview: Interview): readonly Change[] {
  const answers = answersThatApply(interview);
  const { previous, locale } = interview.script;
  return applicable(interview.script, answers).flatMap((question) => {
    const [before, now] = [previous.get(question.id), answers.get(question.id)];
    if (!now || sameAnswer(before, now)) return [];
    return [
      {
        question: question.text,
        before: before && answerInWords(question, before, locale),
        now: answerInWords(question, now, locale),
      },
    ];
  });
}
