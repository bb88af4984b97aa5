import { relative, resolve } from 'node:path';
import { currencyCode } from '../../../app/partners/add-partner.ts';
import { initTerritory, refuseOccupied, type TerritoryFile } from '../../../app/territory/init-territory.ts';
import { DEFAULT_ANSWERS, type TerritoryAnswers } from '../../../app/territory/new-territory-file.ts';
import { plural } from '../../../units/plural.ts';
import { singleLine } from '../../../units/clean-text.ts';
import { Failure } from '../../../units/failure.ts';
import { coloursOf } from '../../print/colours.ts';
import { EXIT, type Command, type CommandLine, type Screen } from '../../command.ts';
import { answersFor } from './territory-answers.ts';
import { initFromWorkbook } from './init-from-workbook.ts';
import { filesInTerritory } from '../../files-in-territory.ts';

/** `cam init`: a new territory, guided, minimal or the complete fictitious one. */
export const run: Command = async (line) => {
  const { args, options, shared, effects, screen } = line;
  const folder = resolve(effects.currentFolder, typeof args[0] === 'string' ? args[0] : '.');
  const sample = options['sample'] === true;
  const known = knownAnswers(options);
  const { force, dryRun } = shared;
  // Refuses an occupied folder before it asks anybody a question.
  await refuseOccupied({ folder, force });
  const from = options['from'];
  if (typeof from === 'string') return initFromWorkbook(line, { folder, from, known });
  const content = sample ? 'sample' : await answersFor(line, known);
  const files = await initTerritory({ folder, content, force, dryRun });
  const unnamed = content !== 'sample' && content.name === DEFAULT_ANSWERS.name;
  return {
    exitCode: EXIT.done,
    text: closingWords(files, { folder: relative(effects.currentFolder, folder), sample, unnamed, dryRun, screen }),
    data: { root: folder, sample, written: !dryRun },
    files: dryRun ? [] : filesInTerritory(folder, files),
  };
};

function knownAnswers(options: CommandLine['options']): Partial<TerritoryAnswers> {
  const { vendor, name, currency, fiscalStart } = options as Readonly<Record<string, string | undefined>>;
  return {
    ...(vendor !== undefined && { vendor: named('--vendor', vendor) }),
    ...(name !== undefined && { name: named('--name', name) }),
    ...(currency !== undefined && { currency: currencyCode(currency) }),
    ...(fiscalStart !== undefined && { fiscalStartMonth: monthNumber(fiscalStart) }),
  };
}

function named(flag: string, text: string): string {
  const name = singleLine(text);
  if (name !== '' && name.length <= 500) return name;
  throw new Failure('usage', `${flag} needs a name of 1 to 500 characters.`);
}

function monthNumber(text: string): number {
  const month = /^\d{1,2}$/.test(text) ? Number(text) : NaN;
  if (month >= 1 && month <= 12) return month;
  throw new Failure('usage', `--fiscal-start ${text} is not a month.`, 'Write its number, 1 to 12: 7 for July.');
}

interface ClosingWords {
  /** Relative to the current folder; empty for the current folder itself. */
  readonly folder: string;
  readonly sample: boolean;
  /** True when the names of the new territory are still to be written. */
  readonly unnamed: boolean;
  readonly dryRun: boolean;
  readonly screen: Screen;
}

function closingWords(
  files: readonly TerritoryFile[],
  { folder, sample, unnamed, dryRun, screen }: ClosingWords,
): string {
  const { bold, cyan, green } = coloursOf(screen);
  const inputs = files.filter(({ kind }) => kind === 'input').length;
  const what = sample ? 'The sample territory' : 'A new territory';
  const where = folder === '' ? 'this folder' : folder;
  if (dryRun) return `${what} would be written to ${where}: ${plural(inputs, 'file')}. Nothing was written.\n`;
  const go = folder === '' ? '' : `cd ${folder.includes(' ') ? JSON.stringify(folder) : folder} && `;
  return [
    `${green(screen.unicode ? '✓' : 'ok')} ${what} is in ${where}: ${plural(inputs, 'file')}.`,
    ...(unnamed ? ['  Write your company and your name at the top of cam.yaml: they stand on every page.'] : []),
    '',
    `${bold('Next')}  ${cyan(go + (sample ? 'cam qbr --all' : 'cam import DEALS.csv --create-partners'))}`,
    ...(sample ? [] : [`   or ${cyan('cam partner add NAME --type TYPE')}`]),
    '',
  ].join('\n');
}
