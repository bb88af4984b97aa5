import { basename, relative, resolve } from 'node:path';
import { initTerritory } from '../../../app/territory/init-territory.ts';
import { DEFAULT_ANSWERS, type TerritoryAnswers } from '../../../app/territory/new-territory-file.ts';
import { answersIn } from '../../../app/workbook/answers-in.ts';
import { territoryOfWorkbook } from '../../../app/workbook/territory-of-workbook.ts';
import { territoryFiles } from '../../../app/workbook/territory-files.ts';
import { contentOfAnyWorkbook } from '../../../app/workbook/workbook-content.ts';
import { Failure } from '../../../units/failure.ts';
import { clearMemoryEarly } from '../../clear-memory-early.ts';
import { coloursOf } from '../../print/colours.ts';
import { EXIT, type CommandLine, type Outcome } from '../../command.ts';
import { atExit } from '../../process-events.ts';
import { answersFor } from './territory-answers.ts';
import { workbookProblems } from '../../print/spreadsheets/workbook-problems.ts';
import { plural } from '../../../units/plural.ts';
import { filesInTerritory, partnerOf } from '../../files-in-territory.ts';

interface FromWorkbook {
  /** Absolute path of the folder that becomes a territory. */
  readonly folder: string;
  /** The workbook as it was typed. */
  readonly from: string;
  /** What flags say; it holds where the workbook says nothing. */
  readonly known: Partial<TerritoryAnswers>;
}

/** `cam init --from`: a territory of a workbook. When anything in it is wrong, all of it is listed and nothing is written. */
export async function initFromWorkbook(line: CommandLine, { folder, from, known }: FromWorkbook): Promise<Outcome> {
  const { options, shared, effects, screen } = line;
  if (options['sample'] === true) throw new Failure('usage', 'Say --sample or --from, not both.');
  const { force, dryRun } = shared;
  effects.progress(`Reading ${basename(from)}`);
  clearMemoryEarly();
  const content = await contentOfAnyWorkbook(resolve(effects.currentFolder, from));
  const said = { ...known, ...answersIn(content) };
  const answers = content.baseline?.files ? { ...DEFAULT_ANSWERS, ...said } : await answersFor(line, said);
  const territory = await territoryOfWorkbook(content, answers, atExit);
  try {
    if (territory.problems.length > 0) return workbookProblems(territory.problems, screen, 'Nothing was written.');
    const files = await initTerritory({
      folder,
      content: { files: await territoryFiles(territory.root) },
      force,
      dryRun,
    });
    const partners = new Set(files.flatMap(({ path }) => partnerOf(path) ?? [])).size;
    const { bold, cyan, green, dim } = coloursOf(screen);
    const where = relative(effects.currentFolder, folder) || 'this folder';
    const what = `A territory of ${plural(partners, 'partner')}`;
    const go = where === 'this folder' ? '' : `cd ${where.includes(' ') ? JSON.stringify(where) : where} && `;
    const done = [
      `${green(screen.unicode ? '✓' : 'ok')} ${what}, made of ${basename(from)}, is in ${where}.`,
      ...content.notes.map(({ where: place, message }) => dim(`  ${place}: ${message}`)),
      '',
      `${bold('Next')}  ${cyan(`${go}cam`)}`,
      '',
    ].join('\n');
    return {
      exitCode: EXIT.done,
      text: dryRun
        ? `${what} would be written to ${where}: ${plural(files.length, 'file')}. Nothing was written.\n`
        : done,
      data: { root: folder, sample: false, from, partners, written: !dryRun },
      files: dryRun ? [] : filesInTerritory(folder, files),
      warnings: content.notes,
    };
  } finally {
    territory.remove();
  }
}
