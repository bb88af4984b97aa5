import type { Problem } from '../../input/problem.ts';
import { coloursOf } from './colours.ts';
import { EXIT, type Outcome, type Screen } from '../command.ts';
import { placeOf, printProblems, sentenceOf } from './print-problems.ts';

/** What a command ends with when files stand in its way: all their problems, and that nothing was done. */
export function territoryProblems(
  problems: readonly Problem[],
  screen: Screen,
  {
    whose = 'the territory',
    undone = 'Nothing was imported.',
  }: { readonly whose?: string; readonly undone?: string } = {},
): Outcome {
  const { bold, dim } = coloursOf(screen);
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${whose}.`;
  const closing = `${bold(count)}  ${dim(`${undone} Exit code ${EXIT.dataNeedsFixing}.`)}`;
  return {
    exitCode: EXIT.dataNeedsFixing,
    text: `\n${printProblems(problems, screen)}\n${closing}\n`,
    data: { problems: problems.map(({ excerpt: _, ...problem }) => problem) },
    warnings: problems.map((problem) => ({ where: placeOf(problem), message: sentenceOf(problem) })),
  };
}
