import { nearest } from '../../input/nearest.ts';
import { Failure } from '../../units/failure.ts';
import { CERTIFICATIONS, CONTACTS, MEETINGS, PARTNERS, TARGETS, TASKS } from '../tables/partner-tables.ts';
import { FUNDS } from '../tables/program-tables.ts';
import { tableById } from '../tables/registry.ts';
import type { CellValue, Table } from '../tables/table.ts';

/** One kind of thing that a person enters about a partner. What it holds is said by its table, and that by the schema of its file. */
export interface Editable {
  /** As it is typed: `certification`. */
  readonly word: string;
  readonly many: string;
  readonly table: Table;
  /** What it is called besides, with what the other word says already: `mdf` is a fund of the kind mdf. */
  readonly alsoCalled?: ReadonlyMap<string, Readonly<Record<string, CellValue>>>;
  /** Columns by which two are the same to people, where they are others than those that name it in its file. */
  readonly knownBy?: readonly string[];
  /** Columns that name it where it is shown, likewise. */
  readonly shownBy?: readonly string[];
  /** What a new one does to one of the same name. Where nothing is said, it is refused unless it is forced. */
  readonly sameName?: 'stands beside it' | 'replaces it' | 'is an error';
  /** Columns of which only those of one group are said: a target for the year, by quarter or by month. */
  readonly oneOf?: readonly { readonly name: string; readonly columns: readonly string[] }[];
  /** Entries are only added: what was agreed earlier stays as it was said. */
  readonly keepsHistory?: true;
}

/** The profile of a partner: one row, whose values are set. */
export const PROFILE: Table = PARTNERS;

/** What can be added to a partner, in the order in which it is offered. */
export const EDITABLE: readonly Editable[] = [
  { word: 'contact', many: 'contacts', table: CONTACTS },
  { word: 'certification', many: 'certifications', table: CERTIFICATIONS, sameName: 'stands beside it' },
  { word: 'task', many: 'tasks', table: TASKS, knownBy: ['title'] },
  { word: 'meeting', many: 'meetings', table: MEETINGS },
  {
    word: 'target',
    many: 'targets',
    table: TARGETS,
    sameName: 'is an error',
    keepsHistory: true,
    oneOf: [
      { name: 'For the whole year', columns: ['annual'] },
      {
        name: 'By quarter',
        columns: TARGETS.columns.flatMap(({ name, at }) => (at?.[0] === 'quarters' ? [name] : [])),
      },
      { name: 'By month', columns: TARGETS.columns.flatMap(({ name, at }) => (at?.[0] === 'months' ? [name] : [])) },
    ],
  },
  { word: 'fact', many: 'facts', table: tableById('facts'), sameName: 'replaces it' },
  {
    word: 'fund',
    many: 'funds',
    table: FUNDS,
    knownBy: ['kind', 'period'],
    shownBy: ['kind', 'period'],
    alsoCalled: new Map([
      ['mdf', { kind: 'mdf' }],
      ['coop', { kind: 'coop' }],
    ]),
  },
];

/** Words of the profile's lists, and the list each is an entry of. */
const LIST_WORDS: Readonly<Record<string, string>> = {
  alias: 'aliases',
  domain: 'domains',
  'crm-id': 'crm_ids',
  vertical: 'verticals',
};

/** What a word of the command line means. */
export type Meaning =
  | { readonly editable: Editable; readonly preset: Readonly<Record<string, CellValue>> }
  /** A list of the profile. */
  | { readonly list: string };

/**
 * What can be added, changed or taken out, by the word typed for it; its plural does as well.
 * @throws Failure (usage) with the nearest word
 */
export function meaningOf(typed: string): Meaning {
  const word = typed.trim().toLowerCase();
  const editable = EDITABLE.find((one) => one.word === word || one.many === word);
  if (editable) return { editable, preset: {} };
  for (const one of EDITABLE) {
    const preset = one.alsoCalled?.get(word);
    if (preset) return { editable: one, preset };
  }
  const list = Object.entries(LIST_WORDS).find(([one, column]) => one === word || column === word);
  if (list) return { list: list[1] };
  const words = [...EDITABLE.map((one) => one.word), ...Object.keys(LIST_WORDS)];
  const near = nearest(word, words);
  const message = `"${typed}" is nothing that a partner has.${near === undefined ? '' : ` Did you mean ${near}?`}`;
  throw new Failure('usage', message, `There are: ${words.join(', ')}.`);
}

/** True for the word of a kind itself, such as `contact`. */
export function isKindWord(word: string): boolean {
  return EDITABLE.some((one) => one.word === word) || Object.keys(LIST_WORDS).includes(word);
}

/** Columns that a person fills in: not those that follow from the partner. */
export function columnsOf(table: Table): Table['columns'] {
  return table.columns.filter(({ name, computed }) => !computed && !(table === FUNDS && name === 'partner'));
}
