import type { CommandSpec } from '../command.ts';

/** With these `cam why` writes. */
const WRITING_WHY = ['adjust', 'dispute', 'accept', 'reject', 'withdraw'] as const;

/** Commands that make pages: scorecards, decks, the status, the evidence behind a figure. */
export const produceCommands: readonly CommandSpec[] = [
  {
    usage: '',
    summary: 'How the territory stands and what matters today',
    readsOnly: true,
    load: () => import('./status.ts'),
  },
  {
    usage: 'qbr [ids...]',
    summary: 'Write the review deck of one partner, several or all',
    options: [
      ['--all', 'every partner'],
      ['--quarter <quarter>', 'the quarter reviewed, FY26-Q3; otherwise the one of the as-of date'],
      ['--edition <edition>', 'partner (default) or internal'],
      ['--shard <part>', 'part 2 of 4 as 2/4, for batches split over several processes'],
    ],
    examples: ['cam qbr larkmoor-managed-services', 'cam qbr --all', 'cam qbr --all --edition internal'],
    readsOnly: true,
    load: () => import('./qbr.ts'),
  },
  {
    usage: 'scorecard capability [id]',
    summary: 'What a partner can do: the five-minute interview and its scores',
    options: [
      ['--all', 'every partner: the portfolio by category, and a page each'],
      ['--answers <file>', 'save the answers of a file in the form of an assessment, then show the page'],
      ['--edition <edition>', 'partner (default) or internal'],
      ['--quick', 'ask the core questions, about five minutes'],
      ['--full', 'ask every question'],
      ['--share', 'on a screen the partner sees: no score, no earlier answer, nothing internal'],
      ['--internal', 'your own part, alone afterwards'],
      ['--screening', 'before signing: ten questions, then the verdict, for you alone'],
      ['--edit', 'answer again'],
      ['--actions', 'only the actions it proposes: accept, change or drop'],
      ['--with <people>', 'who takes part, separated by commas'],
      [
        '--questionnaire <file>',
        'a workbook for the partner to fill in: written where none is, read when it came back',
      ],
    ],
    examples: [
      'cam scorecard capability larkmoor-managed-services --quick --share',
      'cam scorecard capability larkmoor-managed-services',
      'cam scorecard capability --all',
    ],
    readsOnly: true,
    load: () => import('./scorecard-capability.ts'),
  },
  {
    usage: 'scorecard performance [id]',
    summary: 'Results against plan, pipeline against target',
    options: [
      ['--all', 'every partner'],
      ['--assume <pairs>', 'try figures out: bookings=600000,technical_certs=3'],
      ['--since <date>', 'what moved since the newest export up to that day, YYYY-MM-DD'],
      ['--snapshot', 'also keep how the deals stand on the as-of day'],
      ['--quarter <quarter>', 'the quarter shown, FY26-Q3; otherwise the one of the as-of date'],
      ['--edition <edition>', 'partner (default) or internal'],
    ],
    examples: [
      'cam scorecard performance larkmoor-managed-services',
      'cam scorecard performance larkmoor-managed-services --since 2025-12-31',
      'cam scorecard performance --all --format html,md',
    ],
    readsOnly: ({ snapshot }) => snapshot === undefined,
    load: () => import('./scorecard-performance.ts'),
  },
  {
    usage: 'plan business [id]',
    summary: "The partner's own profit over 36 months",
    options: [
      ['--all', 'every partner'],
      ['--edit', 'talk the numbers over again'],
      ['--agree', 'goals, who does what, commitments, and whether both sides agree'],
      ['--from <other>', "start from another partner's plan"],
      ['--answers <file>', 'what differs from the plan as it stands, in the form of its file'],
      ['--scenario <case>', 'conservative, base or stretch: whose years are shown, beside base'],
      ['--why <text>', 'why an agreed plan is changed; recorded with the change'],
      ['--edition <edition>', 'partner (default) or internal'],
    ],
    examples: [
      'cam plan business larkmoor-managed-services',
      'cam plan business larkmoor-managed-services --answers plan.yaml --why "One seller more from March"',
      'cam plan business --all --format html,json',
    ],
    readsOnly: ({ answers, from, edit, agree }) => [answers, from, edit, agree].every((flag) => flag === undefined),
    load: () => import('./plan-business.ts'),
  },
  {
    usage: 'plan marketing [id]',
    summary: 'The marketing plan of a quarter: tactics, leads, money, return',
    options: [
      ['--all', 'every partner'],
      ['--quarter <quarter>', 'the quarter of the plan, FY26-Q4'],
      ['--edition <edition>', 'partner (default) or internal'],
    ],
    examples: [
      'cam plan marketing larkmoor-managed-services',
      'cam plan marketing larkmoor-managed-services --quarter FY26-Q4',
      'cam plan marketing --all --format html,json',
    ],
    readsOnly: true,
    load: () => import('./plan-marketing.ts'),
  },
  {
    usage: 'why <id> [figure]',
    summary: 'The reasons of a figure: formula, rows, source, date; objections to it',
    options: [
      ['--quarter <quarter>', 'the quarter reviewed, FY26-Q3'],
      ['--since <date>', 'of what moved: since the newest export up to that day'],
      ['--adjust [amount]', 'correct the bookings of a month: --adjust=+12000, --adjust=-500'],
      ['--dispute', 'object to the figure: it stays, and is shown as under review'],
      ['--month <month>', 'the month that is corrected, 2026-01'],
      ['--reason <text>', 'why; the partner may read it'],
      ['--by <name>', 'who raised it'],
      ['--side <side>', 'of partner (default) or vendor'],
      ['--evidence <text>', 'what proves it: an invoice, an order'],
      ['--pending', 'the correction waits until it is accepted'],
      ['--accept <adjustment>', 'an open correction or dispute is accepted'],
      ['--reject <adjustment>', 'it is rejected'],
      ['--withdraw <adjustment>', 'it is taken back'],
    ],
    examples: [
      'cam why larkmoor-managed-services pace',
      'cam why larkmoor-managed-services bookings_ytd --adjust=+12000 --month 2026-01 --reason "Invoice 8812 was missing" --by "Mara Quellin"',
      'cam why larkmoor-managed-services --accept adj-2',
    ],
    readsOnly: (options) => WRITING_WHY.every((flag) => options[flag] === undefined),
    load: () => import('./why.ts'),
  },
];
