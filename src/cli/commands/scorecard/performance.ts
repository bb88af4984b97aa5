import { readAssumptions } from '../../../app/pages/assumptions.ts';
import type { Workspace } from '../../../app/territory/open-workspace.ts';
import { nothingSince } from '../../../app/pages/since-day.ts';
import { Failure } from '../../../units/failure.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import type { Command, CommandLine, Outcome } from '../../command.ts';
import { dayOption } from '../../day-option.ts';
import { runPageCommand } from '../../page-command.ts';
import { partnerChoice, quarterOption, workspaceOf } from '../../page-options.ts';
import { snapshotsOf, withSnapshots } from './snapshot.ts';
import { typedCommand } from '../../print/typed-command.ts';

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
  const since = dayOption(options['since'], '--since');
  const warnings = since ? sinceWarnings(workspace, chosen, since) : [];
  const page = await runPageCommand(line, workspace, {
    artifact: 'performance-scorecard',
    noun: 'scorecard',
    // A page that tries something out is looked at; it becomes a file only where a format is asked for.
    usual: assumed ? ['terminal'] : ['terminal', 'html'],
    more: { ...(quarter && { quarter }), ...(since && { since }), ...(assumed && { assumed }) },
    hint: `Reasons: ${typedCommand(`cam why ${String(args[0])} pace`, line.screen)}`,
  });
  return withSnapshots({ ...page, warnings: [...(page.warnings ?? []), ...warnings] }, snapshots);
};

/** Of one partner the day must be known; among several those of which it is not are named, and their pages say nothing of it. */
function sinceWarnings(workspace: Workspace, chosen: readonly string[], since: PlainDate): Warnings {
  return chosen.flatMap((id) => {
    const files = workspace.territory.partners.find((partner) => partner.id === id);
    const nothing = files && nothingSince(workspace, files, since);
    if (!nothing) return [];
    if (chosen.length === 1) throw new Failure('data', nothing.message, nothing.remedy);
    return [{ where: `partners/${id}`, message: `${nothing.message} ${nothing.remedy}` }];
  });
}

type Warnings = NonNullable<Outcome['warnings']>;

function assumedOf({ options }: CommandLine, { territory }: Workspace): ReadonlyMap<string, number> | undefined {
  const typed = options['assume'];
  return typeof typed === 'string' ? readAssumptions(typed, territory.tiers) : undefined;
}
