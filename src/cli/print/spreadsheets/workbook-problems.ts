import type { WorkbookProblem } from '../../../app/workbook/territory-of-workbook.ts';
import { coloursOf } from '../colours.ts';
import { EXIT, type Outcome, type Screen } from '../../command.ts';
import { plural } from '../../../units/plural.ts';

/** Everything that keeps a workbook from being a territory, a line each. */
export function workbookProblems(problems: readonly WorkbookProblem[], screen: Screen, closing: string): Outcome {
  const { bold, dim, red } = coloursOf(screen);
  const lines = problems.map(({ where, why }) => `${red(where)}: ${why}`);
  return {
    exitCode: EXIT.dataNeedsFixing,
    text: `\n${lines.join('\n')}\n\n${bold(`${plural(problems.length, 'problem')} in the workbook.`)}  ${dim(`${closing} Exit code ${EXIT.dataNeedsFixing}.`)}\n`,
    data: { problems },
    warnings: problems.map(({ where, why }) => ({ where, message: why })),
  };
}
