import type { CommandSpec } from '../command.ts';

/** Commands for what happens to a partner: another name, a take-over, another account manager, the end. */
export const partnerCommands: readonly CommandSpec[] = [
  {
    usage: 'partner rename <id> <name...>',
    summary: 'Give a partner another name; imports keep finding the old one',
    options: [['--short-name <name>', 'its name in tables and footers, at most 28 characters']],
    examples: ['cam partner rename bluefjord "Bluefjord Group" --short-name Bluefjord'],
    load: () => import('./partner-rename.ts'),
  },
  {
    usage: 'partner merge <id> <into>',
    summary: 'Make two partners one: everything of the first goes to the second',
    examples: ['cam partner merge ridge-it bluefjord --dry-run', 'cam partner merge ridge-it bluefjord'],
    load: () => import('./partner-merge.ts'),
  },
  {
    usage: 'partner move <id>',
    summary: "Move a partner to a colleague's territory",
    options: [['--to <dir>', 'folder of the other territory']],
    examples: ['cam partner move bluefjord --to ../south --dry-run'],
    load: () => import('./partner-move.ts'),
  },
  {
    usage: 'partner retire <id>',
    summary: 'Note the last day of a partnership; its history stays',
    options: [
      ['--on <date>', 'the last day, YYYY-MM-DD; otherwise the as-of date'],
      ['--undo', 'it goes on'],
    ],
    examples: ['cam partner retire bluefjord --on 2026-06-30', 'cam partner retire bluefjord --undo'],
    load: () => import('./partner-retire.ts'),
  },
  {
    usage: 'partner handover [id]',
    summary: 'One page a partner for the colleague who takes over',
    options: [
      ['--all', 'every partner, with a page that lists them'],
      ['--to <name>', 'the colleague, as the pages name them'],
    ],
    examples: [
      'cam partner handover bluefjord --to "Jonas Weber"',
      'cam partner handover --all --to "Jonas Weber" --format html,md',
    ],
    readsOnly: true,
    load: () => import('./partner-handover.ts'),
  },
];
