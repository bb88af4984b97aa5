import type { CommandSpec } from '../command.ts';

/** Flags that change something. */
const WRITING = ['done', 'partly', 'missed', 'drop', 'move', 'add', 'accept'] as const;

/** What is promised and not done yet. */
export const actionCommands: readonly CommandSpec[] = [
  {
    usage: 'actions [id]',
    summary: 'What is open with your partners: commitments, actions, tasks; close or move them',
    options: [
      ['--done <ids>', 'they are done: an id or a part of it, several with commas'],
      ['--partly <ids>', 'done in part'],
      ['--missed <ids>', 'not done'],
      ['--drop <ids>', 'no longer wanted'],
      ['--on <date>', 'the day it was done, YYYY-MM-DD; otherwise the as-of day'],
      ['--note <text>', 'what came of it; the partner may read it'],
      ['--move <ids>', 'give them another day: --move ID --by 2026-04-15'],
      ['--add <text>', 'a new action: --add TEXT --by DATE --owner NAME'],
      ['--by <date>', 'the day of --move and --add'],
      ['--owner <name>', 'who sees to the new action, or to those accepted'],
      ['--side <side>', 'who answers for it: partner (default), vendor or both'],
      ['--accept <ids>', 'take proposals of the newest assessment into the ledger; all for all of them'],
    ],
    examples: [
      'cam actions',
      'cam actions larkmoor-managed-services --done pre-sales --note "Two sellers trained"',
      'cam actions larkmoor-managed-services --move FY26-Q2-P3 --by 2026-04-15',
      'cam actions larkmoor-managed-services --accept all',
    ],
    readsOnly: (options) => WRITING.every((flag) => options[flag] === undefined),
    load: () => import('./actions.ts'),
  },
];
