import { basename, dirname, resolve } from 'node:path';
import { DEFAULT_ANSWERS } from '../app/territory/new-territory-file.ts';
import { answersIn } from '../app/workbook/answers-in.ts';
import { territoryOfWorkbook, type WorkbookTerritory } from '../app/workbook/territory-of-workbook.ts';
import { contentOfAnyWorkbook } from '../app/workbook/workbook-content.ts';
import { Failure } from '../units/failure.ts';
import { clearMemoryEarly } from './clear-memory-early.ts';
import type { Command, CommandLine, CommandSpec, Outcome } from './command.ts';
import { atExit } from './process-events.ts';
import { workbookProblems } from './print/spreadsheets/workbook-problems.ts';
import { shellWord } from '../units/shell-word.ts';

/** A command that is about to run with a workbook in a territory's place. */
export interface OnWorkbook {
  readonly spec: CommandSpec;
  readonly run: Command;
  readonly line: CommandLine;
}

/**
 * Runs a reading command on a workbook: its files are made in a private folder that is gone afterwards; pages, and the record of them,
 * stand beside the workbook.
 * @throws Failure for a command that writes, and for a workbook that is none of ours
 */
export async function runOnWorkbook({ spec, run, line }: OnWorkbook): Promise<Outcome> {
  const { shared, effects, screen } = line;
  const path = resolve(effects.currentFolder, shared.workspace!);
  if (!changesNothing(spec, line)) {
    const remedy = `Make one with: cam init DIR --from ${shellWord(shared.workspace!)}`;
    throw new Failure('usage', `${basename(path)} is read-only as a territory.`, remedy);
  }
  effects.progress(`Reading ${basename(path)}`);
  clearMemoryEarly();
  const territory = await territoryOf(path);
  try {
    if (territory.problems.length > 0) return workbookProblems(territory.problems, screen, 'Nothing was made.');
    return await run({ ...line, shared: { ...shared, workspace: territory.root, home: dirname(path) } });
  } finally {
    territory.remove();
  }
}

/** What was read of the workbook is not kept while the command runs. */
async function territoryOf(path: string): Promise<WorkbookTerritory> {
  const content = await contentOfAnyWorkbook(path);
  return territoryOfWorkbook(content, { ...DEFAULT_ANSWERS, ...answersIn(content) }, atExit);
}

function changesNothing({ readsOnly }: CommandSpec, { options }: CommandLine): boolean {
  return typeof readsOnly === 'function' ? readsOnly(options) : readsOnly === true;
}
