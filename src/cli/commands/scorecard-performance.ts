import { readAssumptions } from '../../app/assumptions.ts';
import type { Workspace } from '../../app/open-workspace.ts';
import type { Command, CommandLine } from '../command.ts';
import { runPageCommand } from '../page-command.ts';
import { quarterOption, workspaceOf } from '../page-options.ts';

/** `cam scorecard performance`: the page in the terminal and as a file, or files for every partner. */
export const run: Command = async (line) => {
  const workspace = await workspaceOf(line);
  const quarter = quarterOption(line.options);
  const assumed = assumedOf(line, workspace);
  return runPageCommand(line, workspace, {
    artifact: 'performance-scorecard',
    noun: 'scorecard',
    formats: ['terminal', 'html', 'md', 'json', 'xlsx'],
    // A page that tries something out is looked at; it becomes a file only where a format is asked for.
    usual: assumed ? ['terminal'] : ['terminal', 'html'],
    more: { ...(quarter && { quarter }), ...(assumed && { assumed }) },
    hint: `Reasons: cam why ${String(line.args[0])} pace`,
  });
};

function assumedOf({ options }: CommandLine, { territory }: Workspace): ReadonlyMap<string, number> | undefined {
  const typed = options['assume'];
  return typeof typed === 'string' ? readAssumptions(typed, territory.tiers) : undefined;
}
