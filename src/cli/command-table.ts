import type { CommandSpec } from './command.ts';
import { actionCommands } from './commands/specs-actions.ts';
import { channelCommands } from './commands/specs-channel.ts';
import { exportCommands } from './commands/specs-export.ts';
import { importCommands } from './commands/specs-import.ts';
import { partnerCommands } from './commands/specs-partner.ts';
import { produceCommands } from './commands/specs-produce.ts';
import { territoryCommands } from './commands/specs-territory.ts';

/** Every command there is. Only their words are loaded here; the code behind one is loaded when it runs. */
export const COMMANDS: readonly CommandSpec[] = [
  ...territoryCommands,
  ...partnerCommands,
  ...importCommands,
  ...exportCommands,
  ...produceCommands,
  ...channelCommands,
  ...actionCommands,
];

/** The table of contents of the help: groups in the order a new user meets them, commands by their words. */
export const HELP_GROUPS: readonly { readonly title: string; readonly commands: readonly string[] }[] = [
  { title: 'Start', commands: ['init', 'import', 'partner add'] },
  { title: 'Look', commands: ['', 'partner list', 'partner show', 'actions', 'why'] },
  {
    title: 'Produce',
    commands: [
      'qbr',
      'scorecard performance',
      'scorecard capability',
      'plan business',
      'plan marketing',
      'channel mgo',
    ],
  },
  {
    title: 'Partners change',
    commands: [
      'partner onboard',
      'partner edit',
      'partner rename',
      'partner merge',
      'partner move',
      'partner retire',
      'partner handover',
    ],
  },
  { title: 'Data', commands: ['note', 'fact', 'export', 'check', 'schema'] },
];

/** The command's words without its arguments: `partner show`; empty for `cam` alone. */
export function commandName({ usage }: CommandSpec): string {
  return usage.replace(/\s*[<[].*$/, '').trim();
}
