import { select } from '@inquirer/prompts';
import { EDITABLE, PROFILE, type Editable } from '../../app/partner-edit/editable.ts';
import {
  entriesFor,
  fieldsOf,
  fieldsOfRow,
  openTasks,
  rowsFor,
  type FormField,
} from '../../app/partner-edit/edit-form.ts';
import { partnerToEdit, type EditRequest, type PartnerToEdit } from '../../app/partner-edit/edit-partner.ts';
import type { PartnerEdit } from '../../app/partner-edit/partner-edit.ts';
import { previewEdits } from '../../app/partner-edit/plan-edits.ts';
import { singleLine } from '../../units/clean-text.ts';
import { cutText } from '../../units/cut-text.ts';
import { Failure } from '../../units/failure.ts';
import { warningLines } from '../print/change-text.ts';
import type { Screen } from '../command.ts';
import { changeLines } from '../print/edit-text.ts';
import { confirmChanges } from './confirm-changes.ts';
import { askField, askFields, type Asking } from './form-questions.ts';
import { promptOutput } from './prompt-output.ts';

interface EditAsking {
  readonly json: boolean;
  readonly screen: Screen;
}

const PAGE = 16;
const BACK = 'back';
const FINISH = 'finish';
const PROFILE_CHOICE = 'profile';
const DONE_CHOICE = 'done';

/**
 * Asks for one edit of a partner until a person says yes to what it changes; nothing when they are finished. An edit that cannot be is
 * explained, and the questions start again.
 */
export async function askEdit(request: EditRequest, asking: EditAsking): Promise<PartnerEdit | undefined> {
  for (;;) {
    const setting = await partnerToEdit(request);
    const choice = await askMenu(setting, asking);
    if (choice === FINISH) return undefined;
    const edit = await askChoice(choice, setting, asking);
    if (edit && (await isConfirmed(edit, setting, asking))) return edit;
  }
}

async function askMenu(setting: PartnerToEdit, asking: EditAsking): Promise<string> {
  const open = openTasks(setting).length;
  const kinds = EDITABLE.map(({ word, many, table }) => {
    const count = rowsFor(table, setting).length;
    return { value: word, name: `${capital(many)}${count > 0 ? ` (${count})` : ''}` };
  });
  const choices = [
    { value: PROFILE_CHOICE, name: 'Profile' },
    ...(open > 0 ? [{ value: DONE_CHOICE, name: `A task is done (${open} open)` }] : []),
    ...kinds,
    { value: FINISH, name: 'Finished' },
  ];
  return ask(`${setting.files.partner.name}: what is new?`, choices, asking);
}

function askChoice(choice: string, setting: PartnerToEdit, asking: EditAsking): Promise<PartnerEdit | undefined> {
  if (choice === PROFILE_CHOICE) return askProfile(setting, asking);
  if (choice === DONE_CHOICE) return askDone(setting, asking);
  return askKind(
    EDITABLE.find(({ word }) => word === choice)!,
    setting,
    asking,
  );
}

async function askProfile(setting: PartnerToEdit, asking: EditAsking): Promise<PartnerEdit | undefined> {
  const [row] = rowsFor(PROFILE, setting);
  const own = ['name', 'retired'];
  const fields = fieldsOfRow(PROFILE, row!, setting).filter(({ name }) => !own.includes(name));
  const pair = await askOneOf(fields, asking);
  return pair && { kind: 'set', pairs: [pair] };
}

async function askDone(setting: PartnerToEdit, asking: EditAsking): Promise<PartnerEdit | undefined> {
  const choices = openTasks(setting).map(({ id, title }) => ({ value: id, name: title }));
  const task = await ask('Which task is done?', [...choices, { value: BACK, name: 'None' }], asking);
  if (task === BACK) return undefined;
  const done = fieldsOfRow(EDITABLE.find(({ word }) => word === 'task')!.table, rowOfTask(task, setting), setting);
  const day = done.find(({ name }) => name === 'done')!;
  const typed = await askField({ ...day, required: true, proposal: setting.day }, asking);
  return { kind: 'change', what: 'task', which: [task], pairs: [{ key: 'done', value: typed }] };
}

function rowOfTask(id: string, setting: PartnerToEdit) {
  const { table } = EDITABLE.find(({ word }) => word === 'task')!;
  return rowsFor(table, setting).find(({ values }) => values['id'] === id)!;
}

async function askKind(
  editable: Editable,
  setting: PartnerToEdit,
  asking: EditAsking,
): Promise<PartnerEdit | undefined> {
  const { word, many, keepsHistory } = editable;
  const entries = keepsHistory ? [] : entriesFor(editable, setting);
  const listed = entries.map((entry, index) => ({
    value: String(index),
    name: cutText(singleLine(entry), asking.screen.width - 6),
  }));
  const choices = [{ value: 'new', name: `New ${word}` }, ...listed, { value: BACK, name: 'Back' }];
  const chosen = entries.length === 0 ? 'new' : await ask(`${capital(many)}:`, choices, asking);
  if (chosen === BACK) return undefined;
  if (chosen !== 'new') return askEntry(editable, Number(chosen), setting, asking);
  const pairs = await askFields(fieldsOf(editable, setting), editable, asking);
  return { kind: 'add', what: word, pairs };
}

async function askEntry(
  { word, table }: Editable,
  which: number,
  setting: PartnerToEdit,
  asking: EditAsking,
): Promise<PartnerEdit | undefined> {
  const choices = [
    { value: 'change', name: 'Change it' },
    { value: 'remove', name: 'Take it out' },
    { value: BACK, name: 'Back' },
  ];
  const choice = await ask(`This ${word}:`, choices, asking);
  if (choice === BACK) return undefined;
  if (choice === 'remove') return { kind: 'remove', what: word, which };
  const pair = await askOneOf(fieldsOfRow(table, rowsFor(table, setting)[which]!, setting), asking);
  return pair && { kind: 'change', what: word, which, pairs: [pair] };
}

/** One value of a row that is there. */
async function askOneOf(fields: readonly FormField[], asking: EditAsking) {
  const choices = fields.map(({ name, proposal }) => ({
    value: name,
    name: `${name}: ${cutText(singleLine(proposal ?? '(empty)'), 50)}`,
  }));
  const name = await ask('What changes?', [...choices, { value: BACK, name: 'Back' }], asking);
  if (name === BACK) return undefined;
  return {
    key: name,
    value: await askField(
      fields.find((field) => field.name === name)!,
      asking,
    ),
  };
}

async function isConfirmed(edit: PartnerEdit, setting: PartnerToEdit, { json, screen }: EditAsking): Promise<boolean> {
  const say = (words: string) => void (promptOutput(json).output ?? process.stdout).write(`${words}\n`);
  try {
    const { changes, notes } = previewEdits([edit], setting);
    if (changes.length === 0) {
      say('  Nothing changes: the files say that already.');
      return false;
    }
    const warnings = notes.map(({ what, message }) => ({ where: what, message }));
    const shown = [...changeLines(changes, screen), ...warningLines(warnings, screen)].join('\n');
    return await confirmChanges(shown, { count: changes.length, json });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(`  ${singleLine(error.message)}${error.remedy === undefined ? '' : `\n  ${singleLine(error.remedy)}`}`);
    return false;
  }
}

function ask(
  message: string,
  choices: readonly { readonly value: string; readonly name: string }[],
  { json }: Asking,
): Promise<string> {
  return select({ message, choices: [...choices], pageSize: PAGE, loop: false }, promptOutput(json));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
