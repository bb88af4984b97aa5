import { sameAnswer } from './answer.ts';
import { answerInWords } from './answer-in-words.ts';
import { questionAt, standingAnswer, type Interview } from './interview.ts';
import type { KeyHint } from './key-hint.ts';
import { linesOf, NONE_KEY, type Line } from './lines.ts';
import { progressOf, type Progress } from './moves.ts';
import { EXACT_KEY } from './press-line.ts';
import { isTyped, type Question, type TypedQuestion } from './question.ts';

/** One question as it stands on the screen. */
export interface QuestionView {
  readonly stage: 'asking';
  readonly section: string;
  readonly progress: Progress;
  readonly text: string;
  readonly details: readonly string[];
  /** Why it matters, once somebody asked. */
  readonly why: string | undefined;
  readonly lines: readonly LineView[];
  readonly field: FieldView | undefined;
  /** The way to say that the question does not apply. */
  readonly notApplicable: { readonly key: string; readonly text: string; readonly chosen: boolean } | undefined;
  /** It was skipped before and stays so with Enter. */
  readonly skipped: boolean;
  readonly notice: string | undefined;
  readonly keys: readonly KeyHint[];
}

export interface LineView {
  readonly key: string;
  readonly text: string;
  readonly active: boolean;
  /** "last time" or "proposed" where it is what was said or proposed before. */
  readonly before: string | undefined;
  /** For questions with several answers: ticked or not. */
  readonly ticked: boolean | undefined;
}

export interface FieldView {
  readonly before: string;
  readonly after: string;
  readonly unit: string | undefined;
  /** How it is written, or what stands there with Enter. */
  readonly hint: string | undefined;
}

/** The question being asked, for the screen. */
export function viewOfQuestion(interview: Interview): QuestionView {
  const question = questionAt(interview);
  const standing = standingAnswer(interview, question.id);
  const left = standing && 'left' in standing ? standing.left : undefined;
  const inText = interview.typed !== undefined && question.kind === 'text';
  const lines = interview.typed ? [] : linesOf(question);
  const mayPass = !(question.without ?? []).includes('not-applicable');
  return {
    stage: 'asking',
    section: question.section,
    progress: progressOf(interview),
    text: question.text,
    details: question.details ?? [],
    why: interview.explained ? question.why : undefined,
    lines: lines.map((line, index) => lineView(interview, { line, active: index === interview.active })),
    field: fieldView(interview, question),
    notApplicable: mayPass
      ? { key: inText ? 'Ctrl-X' : 'x', text: interview.script.notApplicable, chosen: left === 'not-applicable' }
      : undefined,
    skipped: left === 'skipped',
    notice: interview.notice,
    keys: inText ? keysInText(question) : keysAtLines(interview, { question, lines }),
  };
}

function lineView(
  { ticked, script, at }: Interview,
  { line, active }: { readonly line: Line; readonly active: boolean },
): LineView {
  const { key, text, answer, option } = line;
  const several = 'value' in answer && typeof answer.value === 'object' && option !== undefined;
  return {
    ...{ key, text, active },
    before: sameAnswer(script.previous.get(at), answer) ? script.previousAre : undefined,
    ticked: several ? ticked.includes(option.id) : undefined,
  };
}

function fieldView(interview: Interview, question: Question): FieldView | undefined {
  const { typed } = interview;
  if (!typed || !isTyped(question)) return undefined;
  return {
    before: typed.characters.slice(0, typed.cursor).join(''),
    after: typed.characters.slice(typed.cursor).join(''),
    unit: question.kind === 'number' ? question.unit : question.kind === 'money' ? question.currency : undefined,
    hint: typed.characters.length > 0 ? undefined : hintOf(interview, question),
  };
}

function hintOf(interview: Interview, question: TypedQuestion): string | undefined {
  const standing = standingAnswer(interview, question.id);
  if (standing && 'left' in standing && standing.left === 'not-applicable')
    return `Enter: ${interview.script.notApplicable.toLowerCase()}`;
  if (standing && question.kind !== 'text')
    return `Enter keeps ${answerInWords(question, standing, interview.script.locale)}`;
  return question.kind === 'date' ? 'YYYY-MM-DD' : undefined;
}

function keysAtLines(
  interview: Interview,
  { question, lines }: { readonly question: Question; readonly lines: readonly Line[] },
): readonly KeyHint[] {
  const several = question.kind === 'choices';
  const banded = question.kind === 'number' && linesOf(question).length > 0;
  const choosing = [
    { keys: keysOf(lines.filter(({ key }) => key !== NONE_KEY)), does: several ? 'tick' : 'answer' },
    ...(several ? [{ keys: NONE_KEY, does: 'none' }] : []),
    { keys: '↑↓', does: 'move', minor: true as const },
    ...(banded ? [{ keys: EXACT_KEY, does: 'exact number' }] : []),
  ];
  return [
    ...(lines.length > 0 ? choosing : []),
    { keys: 'Enter', does: several ? 'done' : 'next' },
    ...(mayBeSkipped(question) ? [{ keys: 's', does: 'skip' }] : []),
    { keys: 'b', does: banded && interview.typed ? 'bands' : 'back' },
    { keys: 'g', does: 'jump', minor: true },
    ...(question.why === undefined ? [] : [{ keys: '?', does: 'why' }]),
    { keys: 'q', does: 'save and quit' },
  ];
}

function keysInText(question: Question): readonly KeyHint[] {
  return [
    { keys: 'Enter', does: 'next' },
    ...(mayBeSkipped(question) ? [{ keys: 'Tab', does: 'skip' }] : []),
    { keys: 'Esc', does: 'back' },
    { keys: 'Ctrl-G', does: 'jump' },
    ...(question.why === undefined ? [] : [{ keys: 'F1', does: 'why' }]),
    { keys: 'Ctrl-Q', does: 'save and quit' },
  ];
}

function mayBeSkipped({ without = [] }: Question): boolean {
  return !without.includes('skip');
}

/** "1–5", "y n", "1–9 0 -": the keys of the lines, following digits as one. */
function keysOf(lines: readonly Line[]): string {
  const runs: string[] = [];
  for (const { key } of lines.filter(({ key }) => key !== '')) {
    const last = runs.at(-1);
    const follows = last !== undefined && /\d$/.test(last) && Number(last.at(-1)) + 1 === Number(key);
    if (follows) runs[runs.length - 1] = `${last[0]}–${key}`;
    else runs.push(key);
  }
  return runs.join(' ');
}
