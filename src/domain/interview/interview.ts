import type { Locale } from '../../units/format.ts';
import type { Answer, Answers } from './answer.ts';
import { linesOf } from './lines.ts';
import { isTyped, type Question } from './question.ts';
import { EMPTY, typedText, type TypedText } from './typed-text.ts';

/** What stays the same during an interview. */
export interface Script {
  readonly questions: readonly Question[];
  /** Answers of an earlier time: Enter takes them over, and the summary at the end compares with them. */
  readonly previous: Answers;
  /** What the earlier answers are: those of "last time", or what is "proposed" now. */
  readonly previousAre: 'last time' | 'proposed';
  /** Expected time a question takes, in seconds. */
  readonly secondsEach: number;
  /** How the one who answers says that a question does not apply: "This does not apply to us". */
  readonly notApplicable: string;
  readonly locale: Locale;
}

/** An interview as it stands after some keys. It is never changed: each key makes the next one. */
export interface Interview {
  readonly script: Script;
  /** Everything that was said, also to questions that no longer apply. */
  readonly answers: Answers;
  /** Asking one question, choosing where to go, checking what was said, saved at the end, or left with a draft. */
  readonly stage: 'asking' | 'jumping' | 'checking' | 'finished' | 'left';
  /** What the list of sections was opened over, and closes onto. */
  readonly under: 'asking' | 'checking';
  /** The question being asked, or the one that was asked last. */
  readonly at: string;
  /** Questions to go back to, the latest last. */
  readonly trail: readonly string[];
  /** The line that stands out; -1 for none. While checking, how many entries are scrolled past. */
  readonly active: number;
  /** Options ticked and not yet entered. */
  readonly ticked: readonly string[];
  /** What is being written, for questions answered in writing. */
  readonly typed: TypedText | undefined;
  /** Why it matters stands on the page. */
  readonly explained: boolean;
  /** Why the last key did nothing. */
  readonly notice: string | undefined;
}

const DEFAULTS = {
  previous: new Map(),
  previousAre: 'last time',
  secondsEach: 20,
  notApplicable: 'This does not apply',
  locale: 'en-GB',
} as const;

/**
 * Begins an interview, or takes it up again where it was left: at the first question without an answer.
 * @param given answers of the draft, and what differs from the defaults
 */
export function start(
  questions: readonly Question[],
  { answers = new Map(), ...given }: Partial<Omit<Script, 'questions'>> & { readonly answers?: Answers } = {},
): Interview {
  const script: Script = { ...DEFAULTS, ...given, questions };
  const asked = applicable(script, answers);
  const first = asked.find(({ id }) => !answers.has(id));
  const blank: Omit<Interview, 'stage' | 'at'> = {
    script,
    answers,
    under: 'asking',
    trail: [],
    active: -1,
    ticked: [],
    typed: undefined,
    explained: false,
    notice: undefined,
  };
  if (first) return atQuestion({ ...blank, stage: 'asking', at: first.id }, first.id);
  return { ...blank, stage: 'checking', at: asked.at(-1)?.id ?? '', active: 0 };
}

/** The questions that apply, in order. Each is judged by the answers to those before it that apply themselves. */
export function applicable({ questions }: Pick<Script, 'questions'>, answers: Answers): readonly Question[] {
  const counted = new Map<string, Answer>();
  return questions.filter((question) => {
    if (question.applies && !question.applies(counted)) return false;
    const answer = answers.get(question.id);
    if (answer) counted.set(question.id, answer);
    return true;
  });
}

/** The answers that count at the end: those to questions that apply. */
export function answersThatApply({ script, answers }: Pick<Interview, 'script' | 'answers'>): Answers {
  const asked = applicable(script, answers).flatMap(({ id }) => {
    const answer = answers.get(id);
    return answer ? [[id, answer] as const] : [];
  });
  return new Map(asked);
}

/** The question being asked, as it is asked after the answers so far. */
export function questionAt({ script, at, answers }: Pick<Interview, 'script' | 'at' | 'answers'>): Question {
  const question = script.questions.find(({ id }) => id === at);
  if (!question) throw new Error(`The interview stands at "${at}", which it does not ask.`);
  // Only the words and the choice change, never what kind of question it is.
  return question.given ? ({ ...question, ...question.given(answers) } as Question) : question;
}

/** What Enter takes when nothing else is chosen: what was said in this interview, else at the earlier time unless it was passed over then. */
export function standingAnswer(
  { script, answers }: Pick<Interview, 'script' | 'answers'>,
  id: string,
): Answer | undefined {
  const before = script.previous.get(id);
  return answers.get(id) ?? (before && 'left' in before && before.left === 'skipped' ? undefined : before);
}

/** The interview asking this question, with what was said to it before standing out. */
export function atQuestion(interview: Interview, id: string): Interview {
  const question = questionAt({ ...interview, at: id });
  const standing = standingAnswer(interview, id);
  const value = standing && 'value' in standing ? standing.value : undefined;
  return {
    ...interview,
    stage: 'asking',
    at: id,
    active: question.kind === 'choices' ? -1 : linesOf(question).findIndex(({ answer }) => isSame(answer, standing)),
    ticked: question.kind === 'choices' && typeof value === 'object' ? value : [],
    typed: isTyped(question) && linesOf(question).length === 0 ? fieldFor(question, value) : undefined,
    explained: false,
    notice: undefined,
  };
}

/** A text is corrected where it stands; a number or a day is written anew. */
function fieldFor(question: Question, value: unknown): TypedText {
  return question.kind === 'text' && typeof value === 'string' ? typedText(value) : EMPTY;
}

function isSame(answer: Answer, standing: Answer | undefined): boolean {
  if ('band' in answer) return standing !== undefined && 'band' in standing && standing.band === answer.band;
  return 'value' in answer && standing !== undefined && 'value' in standing && standing.value === answer.value;
}
