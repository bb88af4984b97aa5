import type { CommandSpec } from '../command.ts';

/** Commands around the territory's own files: make one, check it, its partners, the schemas. */
export const territoryCommands: readonly CommandSpec[] = [
  {
    usage: 'init [dir]',
    summary: 'Make a new territory: guided, of a workbook, or the sample',
    options: [
      ['--sample', 'the fictitious territory of twelve partners'],
      ['--from <workbook>', 'a workbook of cam export, or its empty one filled in'],
      ['--vendor <name>', 'the company whose partners you manage'],
      ['--name <name>', 'your name, as it stands on reviews'],
      ['--currency <code>', 'three-letter code of the currency'],
      ['--fiscal-start <month>', 'month in which the fiscal year starts, 1 to 12'],
    ],
    examples: [
      'cam init demo --sample',
      'cam init north --from start.xlsx',
      'cam init north --vendor "Quillmere Systems" --name "Ines Albrecht" --fiscal-start 7',
    ],
    load: () => import('./territory/init.ts'),
  },
  {
    usage: 'note <id> <text...>',
    summary: 'Note a contact with a partner, or a remark',
    options: [
      ['--kind <kind>', 'call, meeting, email, training, event, note (the default)'],
      ['--with <names>', 'who of the partner took part'],
      ['--date <date>', 'the day, YYYY-MM-DD; otherwise the as-of day'],
    ],
    examples: ['cam note bluefjord "Called about the renewal, quote by Friday" --kind call --with "Mara Quellin"'],
    load: () => import('./note.ts'),
  },
  {
    usage: 'check [paths...]',
    summary: 'Validate every file, all problems at once',
    examples: ['cam check', 'cam check partners/bluefjord'],
    readsOnly: true,
    load: () => import('./territory/check.ts'),
  },
  {
    usage: 'partner list',
    summary: 'All partners with type, tier and the date of their data',
    readsOnly: true,
    load: () => import('./partner/list.ts'),
  },
  {
    usage: 'partner show <id>',
    summary: 'One partner: profile, targets, what is loaded and open',
    readsOnly: true,
    load: () => import('./partner/show.ts'),
  },
  {
    usage: 'partner add <name...>',
    summary: 'Add a partner; its id is made from its name',
    options: [
      ['--type <type>', 'var, msp, isv, distributor, systems-integrator or referral-agent'],
      ['--tier <tier>', 'id or title of a tier of the program'],
      ['--currency <code>', "currency of its figures, when it is not the territory's"],
      ['--id <id>', 'its id, when it should not be made from the name'],
    ],
    examples: ['cam partner add "Bluefjord Systems" --type msp --tier silver'],
    load: () => import('./partner/add.ts'),
  },
  {
    usage: 'schema [name]',
    summary: 'List the schemas of your files, or print one',
    options: [['--install', 'write all of them to .cam/schemas, where editors find them']],
    examples: ['cam schema partner'],
    load: () => import('./territory/schema.ts'),
  },
];
