import { checkTerritory, type CheckReport } from '../../../app/territory/check-territory.ts';
import { territoryRoot } from '../../../app/territory/territory-root.ts';
import { coloursOf } from '../../print/colours.ts';
import { EXIT, type Command, type Screen } from '../../command.ts';
import { placeOf, printProblems, sentenceOf } from '../../print/print-problems.ts';
import { plural } from '../../../units/plural.ts';

/** `cam check`: every problem of the territory at once. */
export const run: Command = async ({ args, shared, effects, screen }) => {
  const { currentFolder } = effects;
  const root = await territoryRoot({ currentFolder, workspace: shared.workspace });
  const [paths = []] = args as readonly [(readonly string[])?];
  effects.progress('Checking the files …');
  const report = await checkTerritory({ root, currentFolder, paths });
  const exitCode = report.errors > 0 ? EXIT.dataNeedsFixing : EXIT.done;
  const { problems, ...counts } = report;
  return {
    exitCode,
    text: report.problems.length > 0 ? withProblems(report, screen, exitCode) : allWell(report, screen),
    data: {
      ...counts,
      root: shared.home ?? counts.root,
      problems: problems.map(({ excerpt: _, ...problem }) => problem),
    },
    warnings: problems
      .filter(({ severity }) => severity === 'warning')
      .map((problem) => ({ where: placeOf(problem), message: sentenceOf(problem) })),
  };
};

function withProblems(report: CheckReport, screen: Screen, exitCode: number): string {
  const { bold, dim } = coloursOf(screen);
  const { errors, warnings, filesWithProblems, files } = report;
  const counts = [plural(errors, 'problem'), plural(warnings, 'warning')].filter((count) => !count.startsWith('0 '));
  const where = `in ${filesWithProblems} of ${plural(Math.max(files, filesWithProblems), 'file')}.`;
  const closing = `${bold(counts.join(', '))} ${where}  ${dim(`Nothing was written. Exit code ${exitCode}.`)}`;
  return `\n${printProblems(report.problems, screen)}\n${closing}\n`;
}

function allWell({ files, partners, deals }: CheckReport, screen: Screen): string {
  const { green } = coloursOf(screen);
  const what = [plural(files, 'file'), plural(partners, 'partner'), plural(deals, 'deal')].join(', ');
  return `${green(screen.unicode ? '✓' : 'ok')} No problems: ${what} checked.\n`;
}
