import type { Answer } from '../../schema/assessment.ts';
import type { Answer as Said, Answers as SaidByQuestion } from '../interview/answer.ts';
import { fits } from '../interview/fits.ts';
import type { Question as Asked } from '../interview/question.ts';
import type { Question, Questionnaire } from './questionnaire.ts';

/** Characters of an answer in words. */
const LONGEST_TEXT = 500;

/** The questions as an interview asks them, category by category. */
export function interviewQuestions(questionnaire: Questionnaire, questions: readonly Question[]): readonly Asked[] {
  return questionnaire.categories.flatMap(({ title, topics }) =>
    questions
      .filter(({ topic }) => topics.some(({ id }) => id === topic))
      .map((question) => asked(question, { questionnaire, section: title })),
  );
}

/** The answers of an assessment as the interview knows them; what no longer fits a question is left out. */
export function saidInAssessment(
  answers: Readonly<Record<string, Answer>>,
  questions: readonly Question[],
  interview: readonly Asked[],
): SaidByQuestion {
  const said = questions.flatMap((question): [string, Said][] => {
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    const form = interview.find(({ id }) => id === question.id);
    const words = answer === undefined ? undefined : saidAs(question, answer);
    return words && form && fits(form, words) ? [[question.id, words]] : [];
  });
  return new Map(said);
}

/** What was said in an interview as an assessment keeps it. */
export function answersForAssessment(said: SaidByQuestion, questions: readonly Question[]): Record<string, Answer> {
  const kept = questions.flatMap((question): [string, Answer][] => {
    const words = said.get(question.id);
    return words ? [[question.id, keptAs(question, words)]] : [];
  });
  return Object.fromEntries(kept);
}

function asked(
  question: Question,
  { questionnaire, section }: { readonly questionnaire: Questionnaire; readonly section: string },
): Asked {
  const { id, text, why } = question;
  const shared = { id, section, text, ...(why !== undefined && { why }) };
  switch (question.kind) {
    case 'graduated': {
      const { min, max } = question.scale ?? questionnaire.scale;
      const levels = Array.from({ length: max - min + 1 }, (_, index) => min + index);
      return {
        ...shared,
        kind: 'levels',
        levels: levels.map((level) => ({ level, text: question.anchors[level] ?? '' })),
      };
    }
    case 'yes-no':
      return { ...shared, kind: 'yes-no' };
    case 'single-choice':
      return { ...shared, kind: 'choice', options: question.options.map(optionOf) };
    case 'multiple-choice':
      return { ...shared, kind: 'choices', options: question.options.map(optionOf) };
    case 'number-bands': {
      const unit = question.unit === 'percent' ? '%' : question.unit;
      return { ...shared, kind: 'number', unit, bands: bandTexts(question, unit) };
    }
    case 'text':
      return { ...shared, kind: 'text', longest: LONGEST_TEXT };
  }
}

function optionOf({ id, label }: { readonly id: string; readonly label: string }): { id: string; text: string } {
  return { id, text: label };
}

type BandQuestion = Extract<Question, { readonly kind: 'number-bands' }>;

/** "under a tenth" where the questionnaire says so, otherwise "below 10 %", "10 to 25 %", "60 % or more". */
function bandTexts({ bands }: BandQuestion, unit: string): readonly string[] {
  return bands.map(({ below, label }, index) => {
    const from = bands[index - 1]?.below;
    if (label !== undefined) return label;
    if (from === undefined) return below === undefined ? `any number of ${unit}` : `below ${below} ${unit}`;
    return below === undefined ? `${from} ${unit} or more` : `${from} to under ${below} ${unit}`;
  });
}

function saidAs(question: Question, answer: Answer): Said | undefined {
  if (answer === 'skipped' || answer === 'not-applicable') return { left: answer };
  if (typeof answer !== 'object') return { value: answer };
  if (!('band' in answer)) return { value: answer };
  const place = question.kind === 'number-bands' ? question.bands.findIndex(({ level }) => level === answer.band) : -1;
  return place < 0 ? undefined : { band: place + 1 };
}

function keptAs(question: Question, said: Said): Answer {
  if ('left' in said) return said.left;
  if ('value' in said) return typeof said.value === 'object' ? [...said.value] : said.value;
  const band = question.kind === 'number-bands' ? question.bands[said.band - 1] : undefined;
  if (!band) throw new Error(`Question "${question.id}" has no band ${said.band}.`);
  return { band: band.level };
}
