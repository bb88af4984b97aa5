import type { Command } from '../command.ts';
import { runPageCommand } from '../page-command.ts';
import { quarterOption, workspaceOf } from '../page-options.ts';

/** `cam plan marketing`: the marketing plan of a quarter as a page; with --all every page. */
export const run: Command = async (line) => {
  const plannedQuarter = quarterOption(line.options);
  return runPageCommand(line, await workspaceOf(line), {
    artifact: 'marketing-plan',
    noun: 'marketing plan',
    formats: ['terminal', 'html', 'md', 'json', 'xlsx'],
    usual: ['terminal', 'html'],
    more: { ...(plannedQuarter && { plannedQuarter }) },
  });
};
