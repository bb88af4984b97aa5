import { Failure } from '../../units/failure.ts';
import type { CellValue, TableRow } from '../tables/table.ts';
import { withId } from '../workbook/new-row-ids.ts';
import { sameValue } from '../workbook/same-value.ts';
import type { Editable } from './editable.ts';
import type { EditSetting } from './edit-setting.ts';
import { rowDetails, rowName } from './find-row.ts';
import { laidOver, type DraftRow, type TableDraft } from './table-draft.ts';
import type { TypedValues } from './typed-values.ts';

type Values = DraftRow['values'];

/**
 * The row of something new; one that is there already stays the one. What replaces an earlier figure is laid over it.
 * @throws Failure (usage) when another one has the same name and two cannot be, or are most often a slip
 */
export function addRow(editable: Editable, typed: TypedValues, draft: TableDraft, setting: EditSetting): DraftRow {
  const { table, sameName } = editable;
  const given = withPartner(editable, laidOver({}, typed), setting);
  const known = candidates(editable, given, draft, setting).find((row) => saysAll(row.values, given));
  if (known) return known;
  const all = rowsBeside(draft, setting);
  const values = withId(table, withOrigin(editable, given, setting), all);
  const namesake = draft.rows().find((row) => hasSameName(editable, row.values, values));
  if (namesake && sameName === 'replaces it') {
    namesake.values = laidOver(namesake.values, values);
    return namesake;
  }
  const sameId = all.find((row) => table.key.includes('id') && sameValue(row.values['id'], values['id']));
  if (sameId) refuse(editable, sameId, 'Give it another id.');
  if (namesake && sameName === 'is an error') {
    refuse(editable, namesake, 'What was agreed on a day stays: say the day of the new one, agreed=YYYY-MM-DD.');
  }
  if (namesake && sameName === undefined && !setting.force) {
    refuse(editable, namesake, `Change it: ${changeOf(editable, namesake)}. Another one beside it: --force`);
  }
  return draft.add(values);
}

/** Every row of the table, of other partners too where they share a file, and those that are new. */
function rowsBeside(draft: TableDraft, { territory }: EditSetting): readonly TableRow[] {
  const { table } = draft;
  return table.storage.of === 'territory' ? [...table.rowsOf(territory), ...draft.rows()] : draft.rows();
}

/** Money of a fund is for a partner; a row of a partner's own file need not say so. */
function withPartner({ table }: Editable, values: Values, { files }: EditSetting): Values {
  return table.storage.of === 'territory' ? { partner: files.id, ...values } : values;
}

/** What is agreed holds from the day it is entered, unless another is said; a figure says that a person entered it. */
function withOrigin({ keepsHistory, word }: Editable, values: Values, { day }: EditSetting): Values {
  if (keepsHistory) return { agreed: day, ...values };
  return word === 'fact' ? { source: `entered by hand on ${day}`, ...values } : values;
}

/** Rows that may say already what is typed: of a history only what holds, since saying an earlier figure again is a change. */
function candidates({ keepsHistory, table }: Editable, given: Values, draft: TableDraft, { day }: EditSetting) {
  const rows = draft.rows();
  if (!keepsHistory || given['agreed'] !== undefined) return rows;
  const [subject] = table.key;
  const ofSubject = rows.filter(({ values }) => sameValue(values[subject!], given[subject!]));
  const holding = ofSubject.filter(({ values }) => String(values['agreed']) <= day);
  return holding.toSorted((a, b) => (String(a.values['agreed']) < String(b.values['agreed']) ? 1 : -1)).slice(0, 1);
}

function saysAll(values: Values, given: Values): boolean {
  return Object.entries(given).every(([name, value]: [string, CellValue]) => sameValue(values[name], value));
}

/** Without all that names it, nobody can say that it is the same. */
function hasSameName({ table, knownBy = table.key }: Editable, a: Values, b: Values): boolean {
  const nameOf = (values: Values, column: string) =>
    values[column] ?? table.columns.find(({ name }) => name === column)?.fallback;
  const said = (value: CellValue | undefined) => String(value).trim().toLowerCase();
  return knownBy.every((column) => {
    const [first, second] = [nameOf(a, column), nameOf(b, column)];
    return first !== undefined && second !== undefined && said(first) === said(second);
  });
}

function refuse(editable: Editable, { values }: TableRow, remedy: string): never {
  const details = rowDetails(editable, values);
  const said = details === '' ? '' : `: ${details}`;
  throw new Failure('usage', `There is a ${editable.word} ${rowName(editable, values)} already${said}.`, remedy);
}

function changeOf({ word, table, shownBy = table.key }: Editable, { values }: TableRow): string {
  const words = shownBy.flatMap((column) => (values[column] === undefined ? [] : [String(values[column])]));
  return `--change ${word} ${words.map((one) => (/\s/.test(one) ? `"${one}"` : one)).join(' ')} key=value`;
}
