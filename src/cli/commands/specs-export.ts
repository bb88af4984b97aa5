import type { CommandSpec } from '../command.ts';

/** Commands that hand data out. */
export const exportCommands: readonly CommandSpec[] = [
  {
    usage: 'export [target]',
    summary: 'All tables as a workbook you can edit, or as CSV',
    options: [
      ['--kind <list>', 'only these tables: deals,contacts'],
      ['--partner <id>', 'only this partner'],
      ['--blank', 'an empty workbook to start from'],
    ],
    examples: [
      'cam export',
      'cam export my-deals.xlsx --kind deals,targets',
      'cam export tables/ --format csv',
      'cam export --blank start.xlsx',
    ],
    readsOnly: true,
    load: () => import('./spreadsheets/export.ts'),
  },
];
