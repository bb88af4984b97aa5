import { nearest } from '../../input/nearest.ts';
import { Failure } from '../../units/failure.ts';
import { firstFew } from '../../units/first-few.ts';
import { cellText } from '../tables/cell-values.ts';
import { columnsOf, type Editable } from './editable.ts';
import type { Which } from './partner-edit.ts';
import type { DraftRow, TableDraft } from './table-draft.ts';

/** Entries that a refusal tells apart, each with all it says. */
const MOST_ROWS = 4;
/** Entries that a refusal names. */
const MOST_NAMES = 12;

/**
 * The entry that a person means by some of its words: `"Ana Ruiz"`, `qbr FY26-Q3`.
 * @throws Failure (usage) when none or several hold them all, with the nearest word or the words that tell them apart
 */
export function findRow(draft: TableDraft, editable: Editable, which: Which): DraftRow {
  const { word, many, table } = editable;
  const rows = draft.rows();
  if (typeof which === 'number') return rows[which]!;
  const wanted = which.map(plain).filter((one) => one !== '');
  if (wanted.length === 0) {
    throw new Failure('usage', `Which ${word}?`, `Say it by its ${table.key.join(' or ')}.`);
  }
  const found = rows.filter((row) => {
    const held = Object.values(row.values).map((value) => plain(cellText(value)));
    return wanted.every((one) => held.includes(one));
  });
  if (found.length === 1) return found[0]!;
  const words = which.map((one) => `"${one}"`).join(' ');
  if (found.length > 1) {
    const all = found.map(({ values }) => rowInFull(editable, values));
    const remedy = `Say more of it: ${firstFew(all, MOST_ROWS, { between: ' · ' })}`;
    throw new Failure('usage', `${found.length} ${many} hold ${words}.`, remedy);
  }
  throw new Failure('usage', `There is no ${word} ${words}.`, remedyFor(which, rows, { many, table }));
}

function remedyFor(
  which: readonly string[],
  rows: readonly DraftRow[],
  { many, table }: Pick<Editable, 'many' | 'table'>,
): string {
  if (rows.length === 0) return `The partner has no ${many}.`;
  const held = rows.flatMap(({ values }) => Object.values(values).map(cellText));
  const near = which.map((one) => nearest(one, held)).find((one) => one !== undefined);
  if (near !== undefined) return `Did you mean ${near}?`;
  const names = [...new Set(rows.map(({ values }) => cellText(values[table.key[0]!])))];
  return `There are: ${firstFew(names, MOST_NAMES)}.`;
}

/** What names a row, in words: `Ana Ruiz technical`. */
export function rowName({ table, shownBy = table.key }: Editable, values: DraftRow['values']): string {
  return shownBy.flatMap((key) => (values[key] === undefined ? [] : [cellText(values[key])])).join(' ');
}

/** Everything else a row says, in words and in the order of its columns: `level TS-200, issued 2026-01-10`. */
export function rowDetails({ table, shownBy = table.key }: Editable, values: DraftRow['values']): string {
  return columnsOf(table)
    .flatMap(({ name }) =>
      shownBy.includes(name) || values[name] === undefined ? [] : [`${name} ${cellText(values[name])}`],
    )
    .join(', ');
}

/** All of it: `Ana Ruiz technical: level TS-200, issued 2026-01-10`. */
export function rowInFull(editable: Editable, values: DraftRow['values']): string {
  return [rowName(editable, values), rowDetails(editable, values)].filter((part) => part !== '').join(': ');
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
