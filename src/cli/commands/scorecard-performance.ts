import { readAssumptions } from '../../app/assumptions.ts';
import type { Workspace } from '../../app/open-workspace.ts';
import type { Command, CommandLine } from '../command.ts';
import { runPageCommand } from '../page-command.ts';
import { partnerChoice, quarterOption, workspaceOf } from '../page-options.ts';
import { snapshotsOf, withSnapshots } from './scorecard-snapshot.ts';

/** `cam scorecard performance`: the page in the terminal and as a file, or files for every partner; with --snapshot one is kept first. */
export const run: Command = async (line) => {
  const { args, options } = line;
  const before = await workspaceOf(line);
  const chosen = partnerChoice(typeof args[0] === 'string' ? [args[0]] : [], options['all'] === true, before);
  const snapshots = await snapshotsOf(line, before, chosen);
  // What was kept is part of the territory: the pages are made with it.
  const workspace = snapshots ? await workspaceOf(line) : before;
  const quarter = quarterOption(options);
  const assumed = assumedOf(line, workspace);
  const page = await runPageCommand(line, workspace, {
    artifact: 'performance-scorecard',
    noun: 'scorecard',
    formats: ['terminal', 'html', 'md', 'json', 'xlsx'],
    // A page that tries something out is looked at; it becomes a file only where a format is asked for.
    usual: assumed ? ['terminal'] : ['terminal', 'html'],
    more: { ...(quarter && { quarter }), ...(assumed && { assumed }) },
    hint: `Reasons: cam why ${String(args[0])} pace`,
  });
  return withSnapshots(page, snapshots);
};

function assumedOf({ options }: CommandLine, { territory }: Workspace): ReadonlyMap<string, number> | undefined {
  const typed = options['assume'];
  return typeof typed === 'string' ? readAssumptions(typed, territory.tiers) : undefined;
}
