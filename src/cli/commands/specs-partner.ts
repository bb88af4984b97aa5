import type { CommandSpec } from '../command.ts';

/** Commands for what happens to a partner: another name, a take-over, another account manager, the end. */
export const partnerCommands: readonly CommandSpec[] = [
  {
    usage: 'partner edit <id>',
    summary: 'Enter what is new about a partner: guided, or all by flags',
    options: [
      ['--set <pairs...>', 'values of the profile: tier=gold coverage=managed; parent= takes one out'],
      ['--add <words...>', 'contact, certification, task, meeting, target, fact, mdf, alias … and its values'],
      ['--change <words...>', 'an entry by words it holds, and its new values'],
      ['--remove <words...>', 'an entry by words it holds'],
      ['--done <tasks...>', 'tasks that are done, by their ids'],
      ['--on <date>', 'the day they were done; otherwise the as-of day'],
    ],
    examples: [
      'cam partner edit bluefjord',
      'cam partner edit bluefjord --set tier=gold coverage=managed',
      'cam partner edit bluefjord --add certification "holder=Ana Ruiz, role=technical, expires=2028-01-10"',
      'cam partner edit bluefjord --add target fiscal_year=FY26 q1=90000 q2=110000 q3=90000 q4=130000',
      'cam partner edit bluefjord --change meeting qbr FY26-Q3 date=2026-04-14 held=yes',
      'cam partner edit bluefjord --done kickoff access --on 2026-03-02',
    ],
    load: () => import('./partner/edit.ts'),
  },
  {
    usage: 'fact <id> <metric> <value>',
    summary: 'Enter a figure no deal carries: services revenue, satisfaction …',
    options: [
      ['--period <period>', 'a month 2026-01, a quarter FY26-Q3, a year FY26 or a day'],
      ['--currency <code>', 'three-letter code, where it is money'],
      ['--source <words>', 'where the figure comes from'],
    ],
    examples: [
      'cam fact bluefjord services_revenue 57800 --period 2026-01 --currency USD --source "partner report"',
      'cam fact bluefjord business_plan_agreed yes --period FY26',
    ],
    load: () => import('./fact.ts'),
  },
  {
    usage: 'partner onboard <id>',
    summary: 'Start the first 90 days: write the tasks of the blueprint, with dates',
    options: [['--signed <date>', 'the day the agreement was signed, YYYY-MM-DD; otherwise the one in partner.yaml']],
    examples: ['cam partner onboard bluefjord --signed 2026-02-16', 'cam partner onboard bluefjord --dry-run'],
    load: () => import('./partner/onboard.ts'),
  },
  {
    usage: 'partner rename <id> <name...>',
    summary: 'Give a partner another name; imports keep finding the old one',
    options: [['--short-name <name>', 'its name in tables and footers, at most 28 characters']],
    examples: ['cam partner rename bluefjord "Bluefjord Group" --short-name Bluefjord'],
    load: () => import('./partner/rename.ts'),
  },
  {
    usage: 'partner merge <id> <into>',
    summary: 'Make two partners one: everything of the first goes to the second',
    examples: ['cam partner merge ridge-it bluefjord --dry-run', 'cam partner merge ridge-it bluefjord'],
    load: () => import('./partner/merge.ts'),
  },
  {
    usage: 'partner move <id>',
    summary: "Move a partner to a colleague's territory",
    options: [['--to <dir>', 'folder of the other territory']],
    examples: ['cam partner move bluefjord --to ../south --dry-run'],
    load: () => import('./partner/move.ts'),
  },
  {
    usage: 'partner retire <id>',
    summary: 'Note the last day of a partnership; its history stays',
    options: [
      ['--on <date>', 'the last day, YYYY-MM-DD; otherwise the as-of date'],
      ['--undo', 'it goes on'],
    ],
    examples: ['cam partner retire bluefjord --on 2026-06-30', 'cam partner retire bluefjord --undo'],
    load: () => import('./partner/retire.ts'),
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
    load: () => import('./partner/handover.ts'),
  },
];
