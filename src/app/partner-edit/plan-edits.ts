import { Failure } from '../../units/failure.ts';
import { joinList, splitList } from '../tables/cell-values.ts';
import type { CellValue, Table } from '../tables/table.ts';
import { TASKS } from '../tables/partner-tables.ts';
import { addRow } from './add-row.ts';
import { changesIn } from './changes-in.ts';
import { checkEditedRow, withTierId } from './check-edited-row.ts';
import { EDITABLE, meaningOf, PROFILE, type Editable } from './editable.ts';
import type { EditNote, EditSetting } from './edit-setting.ts';
import { judgeFact, withYesAsOne } from './fact-metrics.ts';
import { findRow } from './find-row.ts';
import type { FactChange, Pair, PartnerEdit, Which } from './partner-edit.ts';
import { laidOver, TableDraft, type DraftRow } from './table-draft.ts';
import { typedValues } from './typed-values.ts';

/** The tables of a partner with every edit in them, and what there is to say besides. */
export interface PlannedEdits {
  readonly drafts: readonly TableDraft[];
  readonly notes: readonly EditNote[];
}

/**
 * Thinks edits over, one after the other, each on top of those before it. Nothing is written.
 * @throws Failure (usage) for an edit that cannot be, with what is allowed
 */
export function planEdits(edits: readonly PartnerEdit[], setting: EditSetting): PlannedEdits {
  const drafts = new Map<Table, TableDraft>();
  const draftOf = (table: Table): TableDraft => {
    const draft = drafts.get(table) ?? new TableDraft(table, setting.territory, setting.files.id);
    drafts.set(table, draft);
    return draft;
  };
  const notes = edits.flatMap((edit) => planEdit(edit, draftOf, setting));
  return { drafts: [...drafts.values()], notes };
}

/** What edits would change and what there is to say of them, without making them. */
export function previewEdits(
  edits: readonly PartnerEdit[],
  setting: EditSetting,
): { readonly changes: readonly FactChange[]; readonly notes: readonly EditNote[] } {
  const { drafts, notes } = planEdits(edits, setting);
  return { changes: drafts.flatMap(changesIn), notes };
}

type DraftOf = (table: Table) => TableDraft;

function planEdit(edit: PartnerEdit, draftOf: DraftOf, setting: EditSetting): readonly EditNote[] {
  switch (edit.kind) {
    case 'set':
      return setProfile(draftOf(PROFILE).rows()[0]!, edit.pairs, setting);
    case 'done':
      return finishTask(edit, draftOf(TASKS), setting);
    case 'add':
      return add(edit, draftOf, setting);
    case 'change':
    case 'remove':
      return changeOrRemove(edit, draftOf, setting);
  }
}

/** Values of the profile that have a command of their own, because more hangs on them. */
const OWN_COMMANDS: readonly (readonly [column: string, words: string, remedy: string])[] = [
  ['name', 'name', 'cam partner rename ID NAME keeps the old name, so that imports still find the partner.'],
  ['retired', 'last day', 'cam partner retire ID says what is still open with it.'],
];

function setProfile(row: DraftRow, pairs: readonly Pair[], setting: EditSetting): readonly EditNote[] {
  const typed = typedValues(pairs, PROFILE, 'profile');
  for (const [column, words, remedy] of OWN_COMMANDS) {
    if (!(column in typed)) continue;
    throw new Failure('usage', `The ${words} of a partner is not set here.`, remedy.replace('ID', setting.files.id));
  }
  row.values = withTierId(laidOver(row.values, typed), setting.territory);
  checkEditedRow(PROFILE, row, 'profile', setting);
  return [];
}

function finishTask(
  { task, on }: PartnerEdit & { readonly kind: 'done' },
  draft: TableDraft,
  { day, force }: EditSetting,
): readonly EditNote[] {
  const editable = EDITABLE.find(({ table }) => table === TASKS)!;
  const row = findRow(draft, editable, [task]);
  const before = row.values['done'];
  if (before !== undefined && on === undefined) return [];
  const done = on ?? day;
  if (before !== undefined && before !== done && !force) {
    const remedy = 'Say it again with --force to put the other day in its place.';
    throw new Failure('usage', `The task "${task}" was done on ${String(before)}.`, remedy);
  }
  row.values = laidOver(row.values, { done });
  return [];
}

function add(
  edit: PartnerEdit & { readonly kind: 'add' },
  draftOf: DraftOf,
  setting: EditSetting,
): readonly EditNote[] {
  const meaning = meaningOf(edit.what);
  if ('list' in meaning) {
    return changeList(draftOf(PROFILE).rows()[0]!, meaning.list, setting, (entries) => [
      ...entries,
      ...(entries.includes(entryOf(edit)) ? [] : [entryOf(edit)]),
    ]);
  }
  const { editable, preset } = meaning;
  const { table, word } = editable;
  if (edit.entry !== undefined) throw noPair(edit.entry, editable);
  if (edit.pairs.length === 0) {
    const required = table.columns.filter((column) => column.required).map(({ name }) => name);
    const needed = required.filter((name) => !(table.id === 'funds' && ['id', 'partner'].includes(name)));
    throw new Failure(
      'usage',
      `What is the ${word}?`,
      `It needs ${needed.join(', ')}: --add ${word} ${example(needed)}`,
    );
  }
  const pairs = word === 'fact' ? withYesAsOne(edit.pairs, setting) : edit.pairs;
  const row = addRow(editable, { ...preset, ...typedValues(pairs, table, word) }, draftOf(table), setting);
  checkEditedRow(table, row, word, setting);
  return word === 'fact' ? judgeFact(row, setting) : notesOn(editable, row, setting);
}

/** An entry of a list: the one word behind `--add alias`. */
function entryOf({ entry, pairs, what }: PartnerEdit & { readonly kind: 'add' }): string {
  const typed = entry?.trim() ?? '';
  if (typed !== '' && pairs.length === 0) return typed;
  throw new Failure('usage', `Which ${what}?`, `Write it behind the word: --add ${what} "…"`);
}

function noPair(entry: string, { word }: Editable): Failure {
  const remedy = `Values are written key=value: --add ${word} "key=value, key=value"`;
  return new Failure('usage', `${word}: "${entry}" is no pair.`, remedy);
}

function example(names: readonly string[]): string {
  return `"${names.map((name) => `${name}=…`).join(', ')}"`;
}

function changeOrRemove(
  edit: PartnerEdit & { readonly kind: 'change' | 'remove' },
  draftOf: DraftOf,
  setting: EditSetting,
): readonly EditNote[] {
  const meaning = meaningOf(edit.what);
  if ('list' in meaning) return changeEntry(edit, meaning.list, draftOf(PROFILE).rows()[0]!, setting);
  const { editable } = meaning;
  const { table, word } = editable;
  if (editable.keepsHistory) {
    const remedy = `What holds from a day on is a new one: --add ${word} … A slip is mended in ${table.storage.file}.`;
    throw new Failure('usage', `A ${word} keeps its history: it is neither changed nor taken out.`, remedy);
  }
  const row = findRow(draftOf(table), editable, edit.which);
  if (edit.kind === 'remove') {
    row.removed = true;
    return [];
  }
  if (edit.pairs.length === 0) throw new Failure('usage', `What changes of the ${word}?`, 'Write it as key=value.');
  const pairs = word === 'fact' ? withYesAsOne(edit.pairs, setting) : edit.pairs;
  row.values = laidOver(row.values, typedValues(pairs, table, word));
  checkEditedRow(table, row, word, setting);
  return notesOn(editable, row, setting);
}

/** A list of the profile holds words; one is taken out, none is changed. */
function changeEntry(
  edit: PartnerEdit & { readonly kind: 'change' | 'remove' },
  list: string,
  profile: DraftRow,
  setting: EditSetting,
): readonly EditNote[] {
  const { what } = edit;
  if (edit.kind === 'change') throw new Failure('usage', `An entry of ${list} is taken out and another one added.`);
  const held = splitList(String(profile.values[list] ?? ''));
  const entry = wordsOf(edit.which, held);
  if (!held.includes(entry)) {
    const remedy = held.length === 0 ? `The partner has no ${list}.` : `There are: ${held.join(', ')}.`;
    throw new Failure('usage', `There is no ${what} "${entry}".`, remedy);
  }
  return changeList(profile, list, setting, (entries) => entries.filter((one) => one !== entry));
}

function wordsOf(which: Which, held: readonly string[]): string {
  if (typeof which === 'number') return held[which] ?? '';
  const typed = which.join(' ').trim();
  return held.find((one) => one.toLowerCase() === typed.toLowerCase()) ?? typed;
}

function changeList(
  profile: DraftRow,
  list: string,
  setting: EditSetting,
  change: (entries: readonly string[]) => readonly string[],
): readonly EditNote[] {
  const entries = change(splitList(String(profile.values[list] ?? '')));
  const value: CellValue | undefined = entries.length === 0 ? undefined : joinList(entries);
  profile.values = laidOver(profile.values, { [list]: value });
  checkEditedRow(PROFILE, profile, list, setting);
  return [];
}

/** What is easily forgotten. */
function notesOn({ word }: Editable, { values }: DraftRow, { day }: EditSetting): readonly EditNote[] {
  const date = values['date'];
  if (word === 'meeting' && typeof date === 'string' && date <= day && values['held'] !== true) {
    return [{ what: `meeting of ${date}`, message: 'counts only once it was held: held=yes' }];
  }
  const expires = values['expires'];
  if (word === 'certification' && typeof expires === 'string' && expires < day) {
    return [{ what: `certification of ${String(values['holder'])}`, message: `is no longer valid since ${expires}` }];
  }
  return [];
}
