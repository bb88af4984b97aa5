import { join } from 'node:path';
import type { Answers } from '../../domain/interview/answer.ts';
import { answersThatApply, start, type Interview, type Script } from '../../domain/interview/interview.ts';
import type { Key } from '../../domain/interview/key.ts';
import { progressOf } from '../../domain/interview/moves.ts';
import { press } from '../../domain/interview/press.ts';
import type { Question } from '../../domain/interview/question.ts';
import { view, type View } from '../../domain/interview/view.ts';
import { withLock, type LockWords } from '../../output/lock.ts';
import { formatDate } from '../../units/format.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { draftPath, findDraft, removeDraft, saveDraft, type DraftPlace, type FoundDraft } from './draft.ts';

export type { Key } from '../../domain/interview/key.ts';
export type { ScreenView, View } from '../../domain/interview/view.ts';

/** An interview under way, as a terminal sees it: what to draw, and the keys that were pressed. */
export interface Conversation {
  /** What it is about, above every question: the partner's name. */
  readonly title: string;
  /** Said once, before the first key: where an interrupted interview is taken up again. */
  readonly opening: readonly string[];
  /** What stands beside the questions: the score so far. */
  readonly beside: () => string | undefined;
  readonly view: () => View;
  /** Takes one key; no answer is safe before `save` is done. */
  readonly press: (key: Key) => void;
  /** Resolves once every answer given so far is on the disk. */
  readonly save: () => Promise<void>;
}

/** How a conversation ended on the terminal. */
export type Ending = 'ended' | 'interrupted';

/** Draws a conversation and feeds it the keys, until it is over or somebody breaks it off. */
export type Ask = (conversation: Conversation) => Promise<Ending>;

/** What an interview is held about. */
export interface InterviewPlan {
  readonly place: DraftPlace;
  readonly title: string;
  readonly questions: readonly Question[];
  readonly script: Partial<Omit<Script, 'questions'>>;
  /** What is asked, with its version. */
  readonly asked: string;
  /** The length of the form, where it has several. */
  readonly form?: string;
  readonly today: PlainDate;
  /** What stands beside the questions, from the answers so far. */
  readonly beside?: (answers: Answers) => string | undefined;
}

/** What came of an interview; its draft stays until `keep` is done with the answers. */
export interface HeldInterview {
  readonly ending: 'finished' | 'left' | 'interrupted';
  readonly answers: Answers;
  /** Questions answered or passed over, of those that apply. */
  readonly settled: number;
  /** Questions that apply after these answers. */
  readonly count: number;
}

/**
 * Holds an interview: takes up its draft, keeps every answer as it is given, and hands the answers to `keep` when it was finished. The
 * draft goes when `keep` says that they are safe elsewhere.
 * @throws Failure (data) when the same interview is open in another terminal, or the draft cannot be read or written
 */
export async function holdInterview(
  plan: InterviewPlan,
  { ask, keep }: { readonly ask: Ask; readonly keep: (answers: Answers) => Promise<boolean> },
): Promise<HeldInterview> {
  const lock = join(plan.place.root, `${draftPath(plan.place.name)}.lock`);
  return withLock({ path: lock, words: OPEN_ELSEWHERE }, async () => {
    const draft = await findDraft(plan.place, plan.questions);
    const conversation = converse(plan, draft);
    const ending = await ask(conversation);
    const interview = conversation.now();
    const answers = answersThatApply(interview);
    const held = { answers, settled: answers.size, count: progressOf(interview).count };
    if (ending === 'interrupted' || interview.stage !== 'finished')
      return { ...held, ending: ending === 'interrupted' ? ending : 'left' };
    if (await keep(answers)) await removeDraft(plan.place);
    return { ...held, ending: 'finished' };
  });
}

const OPEN_ELSEWHERE: LockWords = {
  busy: (holder, time) => `This interview has been open in another terminal (${holder}) for ${time}.`,
  unknown: 'This interview is open in another terminal.',
  remedy: 'Go on there, or leave it there with q; its answers are kept.',
};

function converse(
  plan: InterviewPlan,
  draft: FoundDraft | undefined,
): Conversation & { readonly now: () => Interview } {
  const { place, questions, script, asked, form, today, beside } = plan;
  let interview = start(questions, { ...script, ...(draft && { answers: draft.answers }) });
  let saved = interview.answers;
  return {
    title: plan.title,
    opening: openingWords(interview, draft),
    beside: () => beside?.(answersThatApply(interview)),
    view: () => view(interview),
    now: () => interview,
    press: (key) => {
      interview = press(interview, key);
    },
    save: async () => {
      const { answers } = interview;
      if (answers === saved) return;
      await saveDraft(place, { asked, form, answers, today });
      saved = answers;
    },
  };
}

function openingWords(interview: Interview, draft: FoundDraft | undefined): readonly string[] {
  if (!draft) return [];
  const { dropped } = draft;
  const { settled, count } = progressOf(interview);
  const day = formatDate(draft.saved, interview.script.locale);
  const resumed = `Resuming: ${settled} of ${count} answered on ${day}.`;
  if (dropped.length === 0) return [resumed];
  const lost = dropped.length === 1 ? '1 answer no longer fits' : `${dropped.length} answers no longer fit`;
  return [resumed, `The questions have changed: ${lost} (${dropped.join(', ')}).`];
}
