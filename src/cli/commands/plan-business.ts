import type { Command } from '../command.ts';
import { runPageCommand } from '../page-command.ts';
import { workspaceOf } from '../page-options.ts';

/** `cam plan business`: the partner's own profit over 36 months, in the terminal and as a file, or files for every partner. */
export const run: Command = async (line) =>
  runPageCommand(line, await workspaceOf(line), {
    artifact: 'business-plan',
    noun: 'business plan',
    formats: ['terminal', 'html', 'md', 'json', 'xlsx'],
    usual: ['terminal', 'html'],
  });
