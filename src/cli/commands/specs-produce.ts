import type { CommandSpec } from '../command.ts';

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
    usage: 'scorecard performance [id]',
    summary: 'Results against plan, pipeline against target',
    options: [
      ['--all', 'every partner'],
      ['--assume <pairs>', 'try figures out: bookings=600000,technical_certs=3'],
      ['--quarter <quarter>', 'the quarter shown, FY26-Q3; otherwise the one of the as-of date'],
      ['--edition <edition>', 'partner (default) or internal'],
    ],
    examples: [
      'cam scorecard performance larkmoor-managed-services',
      'cam scorecard performance --all --format html,md',
    ],
    readsOnly: true,
    load: () => import('./scorecard-performance.ts'),
  },
  {
    usage: 'why <id> <figure>',
    summary: 'The reasons of a figure: formula, rows, source, date',
    options: [['--quarter <quarter>', 'the quarter reviewed, FY26-Q3']],
    examples: ['cam why larkmoor-managed-services pace', 'cam why larkmoor-managed-services coverage'],
    readsOnly: true,
    load: () => import('./why.ts'),
  },
];
