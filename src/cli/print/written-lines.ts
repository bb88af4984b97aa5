import { relative } from 'node:path';
import type { CommandLine, Outcome } from '../command.ts';

/** A generated file with what was decided about it. */
interface Generated {
  readonly path: string;
  readonly decision: string;
}

/** One line a file that a page was written to, or would be; a file edited by hand stays and is named. */
export function writtenLines(
  files: readonly Generated[],
  { effects, shared }: Pick<CommandLine, 'effects' | 'shared'>,
): string[] {
  return files.map(({ path, decision }) => {
    const name = relative(effects.currentFolder, path);
    if (decision === 'edited-by-hand') return `Kept ${name}: it was edited by hand (--force replaces it)`;
    return `${shared.dryRun ? 'Would write' : 'Wrote'} ${name}`;
  });
}

/** The files that stand there as the command made them, for scripts: none in a dry run, and none that was edited by hand and stayed. */
export function writtenOf<File extends Generated>(files: readonly File[], dryRun: boolean): readonly File[] {
  return dryRun ? [] : files.filter(({ decision }) => decision !== 'edited-by-hand');
}

/** The files edited by hand that stayed as they are, for scripts. */
export function keptWarnings(files: readonly Generated[]): NonNullable<Outcome['warnings']> {
  return files
    .filter(({ decision }) => decision === 'edited-by-hand')
    .map(({ path }) => ({ where: path, message: 'was edited by hand and stays as it is; --force replaces it' }));
}
