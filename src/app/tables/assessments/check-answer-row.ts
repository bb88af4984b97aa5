import { quote } from '../../../input/check-values.ts';
import { nearest } from '../../../input/nearest.ts';
import { answerMistake } from '../../../schema/answer-mistakes.ts';
import type { Territory } from '../../../schema/territory.ts';
import type { CellValue, RowProblem, TableRow } from '../table.ts';
import { answerOfCell } from './answer-cell.ts';
import { isOfAnotherState, questionnaireReader, type AskedQuestions } from './asked-questions.ts';

/** Checks changed and new answers: their questionnaire, their question, an assessment that another questionnaire scored. */
export function answerChecker(territory: Territory): (row: TableRow) => readonly RowProblem[] {
  const { questionnaire: file, partners } = territory;
  const read = questionnaireReader(file);
  const ids = [file.id, ...file.variants.map(({ id }) => id)];
  const assessments = new Map(partners.map((files) => [files.id, files.assessments ?? []]));
  return ({ partner, values }) => {
    const { date, questionnaire } = values;
    const asked = read(String(questionnaire));
    if (!asked)
      return [{ column: 'questionnaire', why: unknownWords('there is no questionnaire', questionnaire, ids) }];
    const standing = assessments
      .get(partner ?? '')
      ?.find((one) => one.date === date && one.questionnaire === questionnaire);
    if (!standing || !isOfAnotherState(standing, asked)) return answerProblems(values, asked);
    return [
      {
        why: `the questionnaire has changed since ${standing.date}, so the scores of that day cannot be worked out anew; answer it on another day`,
      },
    ];
  };
}

function answerProblems(
  values: TableRow['values'],
  { questionnaire, questions }: AskedQuestions,
): readonly RowProblem[] {
  const { question: id, answer } = values;
  const question = questions.get(String(id));
  if (!question) {
    return [{ column: 'question', why: unknownWords('there is no question', id, [...questions.keys()]) }];
  }
  const mistake =
    answer === undefined ? undefined : answerMistake(question, answerOfCell(answer, question), questionnaire.scale);
  if (!mistake) return [];
  const written = mistake.message.startsWith('"') ? '' : `${quote(String(answer))} `;
  const allowed = mistake.allowed ? `: ${mistake.allowed.join(', ')}` : '';
  return [{ column: 'answer', why: `${written}${mistake.message}${allowed}` }];
}

function unknownWords(what: string, written: CellValue | undefined, known: readonly string[]): string {
  const near = nearest(String(written), known);
  const hint = near === undefined ? (known.length > 5 ? '' : `: ${known.join(', ')}`) : `; did you mean ${near}?`;
  return `${what} ${quote(String(written))}${hint}`;
}
