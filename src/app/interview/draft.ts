import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answers } from '../../domain/interview/answer.ts';
import { fits } from '../../domain/interview/fits.ts';
import type { Question } from '../../domain/interview/question.ts';
import { readJson } from '../../input/read-json.ts';
import { writeFileAtomically } from '../../output/write-file.ts';
import { interviewDraftSchema, type InterviewDraft } from '../../schema/interview-draft.ts';
import { Failure } from '../../units/failure.ts';
import type { PlainDate } from '../../units/plain-date.ts';

/** Where an interview keeps what was answered so far. */
export interface DraftPlace {
  /** Absolute path of the territory. */
  readonly root: string;
  /** Partner and questionnaire: `larkmoor-default`. */
  readonly name: string;
}

/** What was found of an interview that was left half way. */
export interface FoundDraft {
  readonly answers: Answers;
  readonly saved: PlainDate;
  /** Ids of questions that are no longer asked, or ask something else now: their answers were dropped. */
  readonly dropped: readonly string[];
}

/** Path of a draft, relative to the territory. */
export function draftPath(name: string): string {
  return `.cam/drafts/${name}.json`;
}

/**
 * The answers of the draft that still fit the questions; undefined when there is no draft.
 * @throws Failure (data) when the file is damaged
 */
export async function findDraft(place: DraftPlace, questions: readonly Question[]): Promise<FoundDraft | undefined> {
  const draft = await readDraft(place);
  if (!draft) return undefined;
  const known = new Map(questions.map((question) => [question.id, question]));
  const kept = draft.answers.filter(({ question: id, answer }) => {
    const question = known.get(id);
    return question !== undefined && fits(question, answer);
  });
  const dropped = draft.answers.filter((one) => !kept.includes(one)).map(({ question }) => question);
  return { answers: new Map(kept.map(({ question, answer }) => [question, answer])), saved: draft.saved, dropped };
}

/** The length of the form a draft was begun with; undefined when there is no draft, null when it has one length. */
export async function formOfDraft(place: DraftPlace): Promise<string | null | undefined> {
  const draft = await readDraft(place);
  return draft && (draft.form ?? null);
}

/** What is kept of an interview under way. */
export interface KeptAnswers {
  readonly asked: string;
  readonly form?: string | undefined;
  readonly answers: Answers;
  readonly today: PlainDate;
}

/** Keeps the answers, whole or not at all. */
export async function saveDraft(
  { root, name }: DraftPlace,
  { asked, form, answers, today }: KeptAnswers,
): Promise<void> {
  const draft: InterviewDraft = {
    schemaVersion: 1,
    asked,
    ...(form !== undefined && { form }),
    saved: today,
    answers: [...answers].map(([question, answer]) => ({ question, answer })),
  };
  await writeFileAtomically(join(root, draftPath(name)), `${JSON.stringify(draft, undefined, 1)}\n`);
}

/** Takes the draft away once its answers are saved elsewhere. */
export async function removeDraft({ root, name }: DraftPlace): Promise<void> {
  await rm(join(root, draftPath(name)), { force: true });
}

async function readDraft({ root, name }: DraftPlace): Promise<InterviewDraft | undefined> {
  const path = draftPath(name);
  const text = await readFile(join(root, path), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Failure('data', `${path} cannot be read: ${error.message}.`, 'It holds answers of an interview.');
  });
  if (text === undefined) return undefined;
  const { value, problems } = readJson(text, path, interviewDraftSchema);
  if (value) return value;
  const first = problems[0];
  throw new Failure(
    'data',
    `${path} is damaged${first ? `: ${first.message}` : ''}.`,
    'It holds the answers of an interview that was left half way. Take it away to begin anew.',
  );
}
