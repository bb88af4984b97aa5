import { levelOfBand } from '../../../domain/capability/answer-share.ts';
import type { Question } from '../../../domain/capability/questionnaire.ts';
import { NO_ANSWER, type Answer } from '../../../schema/assessment.ts';
import type { AskedQuestion, Scale } from '../../../schema/question.ts';
import { joinList, splitList } from '../cell-values.ts';
import type { CellValue } from '../table.ts';
import { yesOrNo } from '../yes-no-words.ts';

/** A list of which nothing was chosen: no option can be called that. */
const NOTHING_CHOSEN = '(none)';
const BAND = /^band\s*(\d)$/i;

/** An answer as a cell holds it: a level, `yes`, the ids of options, `band 3`, a text, `skipped`. */
export function cellOfAnswer(answer: Answer): CellValue {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  if (Array.isArray(answer)) return answer.length === 0 ? NOTHING_CHOSEN : joinList(answer);
  return typeof answer === 'object' ? `band ${answer.band}` : answer;
}

/** What people write for an answer as its cell would hold it: the label of an option is its id, `True` is `yes`. */
export function plainAnswer(written: CellValue, question: AskedQuestion): CellValue {
  const text = String(written).trim();
  const none = NO_ANSWER.find((word) => word === plain(text));
  if (none) return none;
  switch (question.kind) {
    case 'yes-no': {
      const said = yesOrNo(text);
      return said === undefined ? text : said ? 'yes' : 'no';
    }
    case 'graduated':
      return numberOr(text);
    case 'number-bands': {
      const band = BAND.exec(text)?.[1];
      return band === undefined ? numberOr(text) : `band ${band}`;
    }
    case 'single-choice':
      return optionOf(text, question.options);
    case 'multiple-choice':
      return text === NOTHING_CHOSEN
        ? text
        : joinList(splitList(text).map((entry) => optionOf(entry, question.options)));
    case 'text':
      return String(written);
  }
}

/** The answer that a cell says; one that does not fit its question comes out as it is written, for the check to refuse. */
export function answerOfCell(cell: CellValue, question: AskedQuestion): Answer {
  const said = plainAnswer(cell, question);
  const text = String(said);
  if (NO_ANSWER.some((word) => word === text)) return text;
  switch (question.kind) {
    case 'yes-no':
      return text === 'yes' ? true : text === 'no' ? false : text;
    case 'multiple-choice':
      return text === NOTHING_CHOSEN ? [] : [...splitList(text)];
    case 'number-bands': {
      const band = BAND.exec(text)?.[1];
      return band === undefined ? said : { band: Number(band) };
    }
    default:
      return said;
  }
}

/** What an answer means in the questionnaire's words, for reading; undefined where it says it itself. */
export function meaningOfAnswer(answer: Answer, question: Question): string | undefined {
  switch (question.kind) {
    case 'graduated':
      return question.anchors[String(answer)];
    case 'single-choice':
    case 'multiple-choice': {
      const chosen = [answer].flat();
      const labels = question.options.filter(({ id }) => chosen.some((one) => one === id)).map(({ label }) => label);
      return labels.length === 0 ? undefined : joinList(labels);
    }
    case 'number-bands': {
      const level = levelOfBand(question, answer);
      return question.bands.find((band) => band.level === level)?.label;
    }
    default:
      return undefined;
  }
}

/** The words a drop-down offers for an answer; undefined where anything may be written. */
export function wordsForAnswer(question: AskedQuestion, scale: Scale): readonly string[] | undefined {
  switch (question.kind) {
    case 'graduated': {
      const { min, max } = question.scale ?? scale;
      return [...Array.from({ length: max - min + 1 }, (_, index) => String(min + index)), ...NO_ANSWER];
    }
    case 'yes-no':
      return ['yes', 'no', ...NO_ANSWER];
    case 'single-choice':
      return [...question.options.map(({ id }) => id), ...NO_ANSWER];
    default:
      return undefined;
  }
}

function numberOr(text: string): CellValue {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function optionOf(text: string, options: readonly { readonly id: string; readonly label: string }[]): string {
  return options.find(({ id, label }) => [id, label].some((name) => plain(name) === plain(text)))?.id ?? text;
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}
