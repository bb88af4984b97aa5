import type { FrontLine, FrontSheet } from '../../render/xlsx/data-book.ts';
import type { CamConfig } from '../../schema/cam-config.ts';
import { formatDate } from '../../units/format.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { isPrivateColumn } from './column-note.ts';
import type { ExportedTable } from './exported-table.ts';
import { columnHeader } from './column-header.ts';
import { shellWord } from '../../units/shell-word.ts';

/** What the first sheet tells of. */
export interface FrontContent {
  readonly config: CamConfig;
  readonly asOf: PlainDate;
  readonly tables: readonly ExportedTable[];
  /** Name of the partner, when the workbook holds only one. */
  readonly partner?: string;
  /** The file's own name, as people type it. */
  readonly fileName: string;
}

const NAME = 'Read me';
const SPACE: FrontLine = { kind: 'space' };

/** The first sheet of a territory's workbook: what the sheets are, how to edit them, how to bring them back, what is private. */
export function exportFront({ config, asOf, tables, partner, fileName }: FrontContent): FrontSheet {
  const whose = partner === undefined ? 'All partners' : partner;
  return {
    name: NAME,
    lines: [
      SPACE,
      { kind: 'title', text: `${config.vendor.name}: ${partner ?? 'the territory'} in tables` },
      { kind: 'subtitle', text: `${whose} of ${config.cam.name}, ${formatDate(asOf, config.locale)}. Written by cam.` },
      SPACE,
      { kind: 'heading', text: 'How to use it' },
      { kind: 'text', text: 'Change, add or fill in what you like, save the file, then bring it back:' },
      { kind: 'entry', word: 'In a terminal', text: `cam import ${shellWord(fileName)}` },
      {
        kind: 'text',
        text: 'It shows what you changed before it writes anything. Only what you changed is changed; the rest of your files stays as it is.',
      },
      SPACE,
      ...editingLines(),
      {
        kind: 'entry',
        word: 'A row less',
        text: 'Rows you delete stay in your files, unless you say so: cam import … --delete.',
      },
      {
        kind: 'entry',
        word: 'Locked cells',
        text: 'What names a row that exists is locked. To sort a sheet or to delete rows, unlock it: Review > Unprotect Sheet, no password.',
      },
      SPACE,
      { kind: 'heading', text: 'What is private' },
      {
        kind: 'entry',
        word: privateWord(tables),
        text: 'Amber headings: never printed in anything made for a partner.',
        isPrivate: true,
      },
      {
        kind: 'text',
        text: 'This is your own workbook: do not send it to a partner. A hidden sheet remembers all it held when it was written.',
      },
      SPACE,
      ...sheetLines(tables),
    ],
  };
}

/** The first sheet of an empty workbook to start from. */
export function blankFront({ tables, fileName }: Pick<FrontContent, 'tables' | 'fileName'>): FrontSheet {
  return {
    name: NAME,
    lines: [
      SPACE,
      { kind: 'title', text: 'Your partners, in one workbook' },
      { kind: 'subtitle', text: 'An empty workbook to start from. Written by cam.' },
      SPACE,
      { kind: 'heading', text: 'How to start' },
      {
        kind: 'entry',
        word: '1  Partners',
        text: 'One row a partner; a name and a type are enough. The id in the first column is made from the name.',
      },
      {
        kind: 'entry',
        word: '2  Program',
        text: 'Your company, your name, the currency, the month in which your fiscal year starts.',
      },
      {
        kind: 'entry',
        word: '3  Deals',
        text: 'Paste them, or leave the sheet empty and import an export of your CRM later: cam import FILE.',
      },
      { kind: 'entry', word: '4  In a terminal', text: `cam init my-territory --from ${shellWord(fileName)}` },
      {
        kind: 'text',
        text: 'Every other sheet may stay empty: what is not filled in is not known, and no page shows it as zero.',
      },
      SPACE,
      ...editingLines(),
      SPACE,
      ...sheetLines(tables),
    ],
  };
}

function editingLines(): FrontLine[] {
  return [
    { kind: 'heading', text: 'What to know' },
    {
      kind: 'entry',
      word: 'Headings',
      text: 'Point at one to read what the column means. Bold dark ones must be filled in; leave the headings as they are.',
    },
    { kind: 'entry', word: 'Empty cells', text: 'An empty cell says that nothing is known. It is not zero.' },
    { kind: 'entry', word: 'Choices', text: 'Cells with an arrow take the words of their list.' },
    { kind: 'entry', word: 'New rows', text: 'Write them below the last one.' },
  ];
}

function sheetLines(tables: readonly ExportedTable[]): FrontLine[] {
  return [
    { kind: 'heading', text: 'In this workbook' },
    ...tables.map(({ table, rows }): FrontLine => ({
      kind: 'sheet',
      sheet: table.title,
      count:
        rows.length === 0 ? 'empty' : `${rows.length.toLocaleString('en-GB')} ${rows.length === 1 ? 'row' : 'rows'}`,
      text: MEANINGS[table.id] ?? '',
    })),
  ];
}

/** The headings of private columns, each once. */
function privateWord(tables: readonly ExportedTable[]): string {
  const names = tables.flatMap(({ table }) => table.columns.filter(isPrivateColumn).map(({ name }) => name));
  const [first] = names;
  return first === undefined ? 'No private column' : columnHeader(first, { isPrivate: true });
}

const MEANINGS: Readonly<Record<string, string>> = {
  partners: 'Who your partners are, one row each',
  contacts: 'People at the partners',
  targets: 'Targets as they were agreed, one row for each year and day of agreement; the newest holds',
  deals: 'Every deal, open, won and lost',
  registrations: 'Deals that partners registered',
  accounts: 'Customers of the partners and what they have of each product',
  leads: 'Leads on their way to becoming deals',
  activities: 'Contacts with the partners, and remarks',
  facts: 'Figures that no deal carries: services revenue, satisfaction, point of sale',
  commitments: 'What both sides promised, and what came of it',
  adjustments: 'Corrections of figures and disputes about them',
  assessments: 'What partners answered, one row an answer; part "internal" is yours alone',
  plans: 'Business plans, one row each; they are agreed with cam plan business',
  'plan-numbers': 'The numbers of the business plans; of an agreed plan every change is recorded',
  'marketing-plans': 'Marketing plans of a quarter, one row each; a new row begins a draft',
  campaigns: 'What the marketing plans consist of: a row a campaign, with its funds and what came of it',
  'campaign-numbers': 'What each campaign costs line by line, and the leads that came to each stage',
  certifications: 'Who holds which certificate, and until when',
  tasks: 'Steps of onboarding and of the program',
  meetings: 'Reviews planned and held',
  funds: 'Market development and co-op funds',
  'former-names': 'Names the partners had before',
  program: 'Your program: who you are, the fiscal year, what counts as a booking',
  stages: 'The stages of a deal, in their order',
  rates: 'Exchange rates; without one nothing is converted',
};
