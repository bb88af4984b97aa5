import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { answersForAssessment } from '../../domain/capability/interview-questions.ts';
import { withWorkspaceLock } from '../../output/lock.ts';
import { writeFileAtomically } from '../../output/write-file.ts';
import type { Form } from '../../schema/questionnaire.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import { Failure } from '../../units/failure.ts';
import type { Workspace } from '../territory/open-workspace.ts';
import { openReturnedBook, readAnswers, type ReadAnswers } from './read-take-home.ts';
import { saveAssessment, type SavedAssessment } from './save-assessment.ts';
import { takeHomeBook, takeHomeForm } from './take-home-form.ts';

export interface TakeHomeRequest {
  readonly files: PartnerFiles;
  /** Absolute. */
  readonly path: string;
  readonly form: Form;
  readonly force: boolean;
  readonly dryRun: boolean;
}

/** What became of a questionnaire for a partner to take home: written where no file was, read where it came back. */
export type TakenHome =
  | { readonly did: 'written'; readonly questions: number; readonly form: Form }
  | {
      readonly did: 'read';
      readonly form: Form;
      readonly answered: number;
      readonly questions: number;
      readonly answers: ReadAnswers;
      /** The questionnaire is another one than when the workbook was written. */
      readonly isChanged: boolean;
      /** Undefined where a problem kept it from being saved. */
      readonly saved?: SavedAssessment;
    };

/**
 * Writes the questionnaire of a partner as a workbook, or reads the one that came back and saves it as an assessment. Nothing of it is
 * saved while a cell is not understood.
 * @throws Failure for a file that is no questionnaire, is another partner's, or in which nothing is answered
 */
export async function takeHomeQuestionnaire(workspace: Workspace, request: TakeHomeRequest): Promise<TakenHome> {
  const stands = await access(request.path).then(
    () => true,
    () => false,
  );
  return stands && !request.force ? readBack(workspace, request) : writeOut(workspace, request);
}

async function writeOut(
  { territory, asOf }: Workspace,
  { files, path, form, dryRun }: TakeHomeRequest,
): Promise<TakenHome> {
  const { writeFormWorkbook } = await import('../../render/xlsx/form/form-workbook.ts');
  const asked = takeHomeForm(territory, files, { form, asOf });
  const bytes = writeFormWorkbook(takeHomeBook(asked, { territory, files, asOf }));
  if (!dryRun) await writeFileAtomically(path, bytes);
  return { did: 'written', questions: asked.questions.length, form };
}

async function readBack({ territory, asOf }: Workspace, { files, path, dryRun }: TakeHomeRequest): Promise<TakenHome> {
  const book = await openReturnedBook(path);
  const file = basename(path);
  const partner = book.identity.get('partner');
  if (partner !== files.id)
    throw new Failure(
      'data',
      `${file} was written for ${partner ?? 'another partner'}, not for ${files.id}.`,
      `cam scorecard capability ${partner ?? 'ID'} --questionnaire ${file}`,
    );
  const form = book.identity.get('form') === 'quick' ? 'quick' : 'full';
  const asked = takeHomeForm(territory, files, { form, asOf });
  const answers = readAnswers(book, asked);
  const date = answers.answeredOn ?? asOf;
  const read = {
    did: 'read',
    form,
    answers,
    answered: answers.said.size,
    questions: asked.questions.length,
    isChanged: book.identity.get('content') !== asked.questionnaire.content,
  } as const;
  if (answers.problems.length > 0) return read;
  if (answers.said.size === 0)
    throw new Failure('data', `Nothing is answered in ${file} yet.`, 'Send it to the partner; --force writes it anew.');
  if (date > asOf)
    throw new Failure(
      'data',
      `${file} says it was answered on ${date}, after ${asOf}.`,
      `Say --as-of ${date}, or mend the date on its first sheet.`,
    );
  const save = () =>
    saveAssessment(
      territory,
      files,
      {
        questionnaire: asked.questionnaire.id,
        date,
        form,
        took_part: [...answers.tookPart],
        partner_type: files.partner.type,
        life_stage: asked.lifeStage,
        answers: answersForAssessment(answers.said, asked.questions),
      },
      { dryRun },
    );
  return { ...read, saved: dryRun ? await save() : await withWorkspaceLock(territory.root, save) };
}
