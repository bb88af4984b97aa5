import type { Answer } from '../../schema/assessment.ts';
import type { Questionnaire, Question } from './questionnaire.ts';

type Scale = Questionnaire['scale'];
type Of<K extends Question['kind']> = Extract<Question, { kind: K }>;

/**
 * How much of what a question can reach an answer reaches, from 0 to 1; undefined when the question was passed over, does not
 * apply, is not scored or the answer does not fit it.
 */
export function shareOf(question: Question, answer: Answer | undefined, scale: Scale): number | undefined {
  if (question.weight === 0 || answer === undefined) return undefined;
  switch (question.kind) {
    case 'graduated':
      return turned(question, levelShare(answer, question.scale ?? scale));
    case 'number-bands':
      return turned(question, levelShare(levelOfBand(question, answer), scale));
    case 'yes-no':
      return turned(question, typeof answer === 'boolean' ? Number(answer) : undefined);
    case 'single-choice':
      return singleShare(question, answer);
    case 'multiple-choice':
      return multipleShare(question, answer);
    case 'text':
      return undefined;
  }
}

/** The level of a number or of a band chosen by its level; undefined where the answer is neither. */
export function levelOfBand({ bands }: Of<'number-bands'>, answer: Answer): number | undefined {
  if (typeof answer === 'object' && 'band' in answer) {
    return bands.some(({ level }) => level === answer.band) ? answer.band : undefined;
  }
  if (typeof answer !== 'number') return undefined;
  return bands.find(({ below }) => below === undefined || answer < below)?.level;
}

function levelShare(level: Answer | undefined, { min, max }: Scale): number | undefined {
  if (typeof level !== 'number' || !Number.isInteger(level) || level < min || level > max) return undefined;
  return (level - min) / (max - min);
}

function singleShare({ options }: Of<'single-choice'>, answer: Answer): number | undefined {
  const chosen = options.find(({ id }) => id === answer);
  if (!chosen) return undefined;
  const points = options.map((option) => option.points ?? 0);
  const fewest = Math.min(...points);
  return ((chosen.points ?? 0) - fewest) / (Math.max(...points) - fewest);
}

/** Points chosen of all points; choosing none of them is an answer. */
function multipleShare({ options }: Of<'multiple-choice'>, answer: Answer): number | undefined {
  if (!Array.isArray(answer) || answer.some((id) => !options.some((option) => option.id === id))) return undefined;
  const sum = (of: typeof options) => of.reduce((total, { points = 0 }) => total + points, 0);
  return sum(options.filter(({ id }) => answer.includes(id))) / sum(options);
}

function turned({ reversed }: { readonly reversed: boolean }, share: number | undefined): number | undefined {
  return share === undefined || !reversed ? share : 1 - share;
}
