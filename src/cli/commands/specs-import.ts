import type { CommandSpec } from '../command.ts';

/** Commands that bring data in. */
export const importCommands: readonly CommandSpec[] = [
  {
    usage: 'import <files...>',
    summary: 'Import deals, partners and more from what other systems export',
    options: [
      ['--kind <kind>', 'what the rows are: deals, partners, accounts … or workbook (otherwise told by the headers)'],
      ['--delete', 'take out rows that were deleted in a workbook of cam export'],
      ['--sheet <name>', 'the sheet of a workbook that has several'],
      ['--map <file>', 'mapping file: columns, stages, partners, date order'],
      ['--partner-column <name>', 'the column that names the partner'],
      ['--partner <id>', 'the partner all rows belong to'],
      ['--create-partners', 'add partners nobody knows yet'],
      ['--date-order <order>', 'dmy, mdy or ymd, when the dates do not tell'],
      ['--decimal <sign>', 'the sign before decimals: , or .'],
    ],
    examples: [
      'cam import territory.xlsx --dry-run',
      'cam import opportunities-2026-04-14.csv',
      'cam import export.csv --partner-column "Reseller" --create-partners',
      'cam import export.csv --map mappings/export.yaml --dry-run',
    ],
    load: () => import('./spreadsheets/import.ts'),
  },
];
