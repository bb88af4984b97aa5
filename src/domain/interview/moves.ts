import type { Answer } from './answer.ts';
import { answersThatApply, applicable, atQuestion, type Interview } from './interview.ts';
import type { Question } from './question.ts';

/** The interview with this answer, at whatever comes next. */
export function answer(interview: Interview, given: Answer): Interview {
  return forward({ ...interview, answers: new Map(interview.answers).set(interview.at, given) });
}

/**
 * The interview with one option chosen here and in every later question of the section that offers it and has no answer yet, at
 * the first question left without one.
 */
export function answerAll(interview: Interview, option: string): Interview {
  const asked = applicable(interview.script, interview.answers);
  const here = asked.findIndex(({ id }) => id === interview.at);
  const answers = new Map(interview.answers);
  for (const [index, question] of asked.entries()) {
    const offered = question.kind === 'choice' && question.options.some(({ id }) => id === option);
    const later = index > here && question.section === asked[here]?.section && !answers.has(question.id);
    if (offered && (index === here || later)) answers.set(question.id, { value: option });
  }
  const open = applicable(interview.script, answers).find(({ id }) => !answers.has(id));
  return open ? goTo({ ...interview, answers }, open.id) : check({ ...interview, answers });
}

/** One question back, along the way that was taken; to the list's order where the interview was taken up half way. */
export function back(interview: Interview): Interview {
  const asked = applicable(interview.script, interview.answers).map(({ id }) => id);
  const checking = interview.stage === 'checking';
  const trail = interview.trail.filter((id) => asked.includes(id) && (checking || id !== interview.at));
  const here = asked.indexOf(interview.at);
  const target = trail.at(-1) ?? (checking ? asked.at(-1) : asked[here - 1]);
  if (target === undefined) return { ...interview, notice: 'This is the first question.' };
  return atQuestion({ ...interview, trail: trail.slice(0, -1) }, target);
}

/** To the list of sections, the present one standing out. */
export function openList(interview: Interview): Interview {
  const under = interview.stage === 'checking' ? 'checking' : 'asking';
  const active = sections(interview).findIndex(({ holds }) => holds);
  return { ...interview, stage: 'jumping', under, active: Math.max(0, active), typed: undefined };
}

/** Back from the list to what it was opened over. */
export function closeList(interview: Interview): Interview {
  return interview.under === 'checking'
    ? { ...interview, stage: 'checking', active: 0 }
    : atQuestion(interview, interview.at);
}

/** Out of the interview, to be taken up another time. */
export function leave(interview: Interview): Interview {
  return { ...interview, stage: 'left' };
}

/** To a question chosen from the list of sections. */
export function goTo(interview: Interview, id: string): Interview {
  return atQuestion({ ...interview, trail: leaving(interview) }, id);
}

/** To the summary. */
export function check(interview: Interview): Interview {
  const { at } = interview;
  const from = { ...interview, trail: leaving(interview) };
  return {
    ...from,
    stage: 'checking',
    at,
    active: 0,
    ticked: [],
    typed: undefined,
    explained: false,
    notice: undefined,
  };
}

/** Sections in their order, with how much of them is settled. */
export function sections(interview: Interview): readonly Section[] {
  const found = new Map<string, Question[]>();
  for (const question of applicable(interview.script, interview.answers))
    found.set(question.section, [...(found.get(question.section) ?? []), question]);
  return [...found].map(([title, questions]) => {
    const open = questions.filter(({ id }) => !interview.answers.has(id));
    return {
      title,
      count: questions.length,
      settled: questions.length - open.length,
      start: (open[0] ?? questions[0])!.id,
      holds: questions.some(({ id }) => id === interview.at),
    };
  });
}

export interface Section {
  readonly title: string;
  /** Questions that apply, and those of them that were answered or passed over. */
  readonly count: number;
  readonly settled: number;
  /** Where a jump to the section leads: its first question without an answer, else its first. */
  readonly start: string;
  /** The question being asked is one of its own. */
  readonly holds: boolean;
}

/** How far the interview is. */
export interface Progress {
  /** Place of the question being asked among those that apply, from 1. */
  readonly position: number;
  readonly count: number;
  /** Questions answered or passed over. */
  readonly settled: number;
  /** Whole minutes the rest should take; 0 for less than one. */
  readonly minutesLeft: number;
}

/** How far the interview is, and about how long it still takes. */
export function progressOf(interview: Interview): Progress {
  const asked = applicable(interview.script, interview.answers);
  const settled = answersThatApply(interview).size;
  return {
    position: asked.findIndex(({ id }) => id === interview.at) + 1,
    count: asked.length,
    settled,
    minutesLeft: Math.round(((asked.length - settled) * interview.script.secondsEach) / 60),
  };
}

/** The next question of the list; behind its end the first one without an answer, and when there is none the summary. */
function forward(interview: Interview): Interview {
  const asked = applicable(interview.script, interview.answers);
  const here = asked.findIndex(({ id }) => id === interview.at);
  const next = asked[here + 1] ?? asked.find(({ id }) => !interview.answers.has(id));
  return next ? goTo(interview, next.id) : check(interview);
}

/** Stepping on from a question leaves it behind; the summary is no place to come back to. */
function leaving({ stage, under, trail, at }: Interview): readonly string[] {
  const overSummary = stage === 'checking' || (stage === 'jumping' && under === 'checking');
  return overSummary || at === '' ? trail : [...trail, at];
}
