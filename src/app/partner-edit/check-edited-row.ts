import { tierIdOf } from '../../input/cross-checks.ts';
import type { Territory } from '../../schema/territory.ts';
import { Failure } from '../../units/failure.ts';
import { checkReferences } from '../workbook/check-references.ts';
import { checkRow } from '../workbook/check-row.ts';
import { PROFILE } from './editable.ts';
import type { EditSetting } from './edit-setting.ts';
import type { DraftRow } from './table-draft.ts';
import type { RowProblem, Table } from '../tables/table.ts';

/**
 * Everything that speaks against a row as it is to stand: its schema, and what it names elsewhere.
 * @param what names the row in words: `certification`
 * @throws Failure (usage) that says all of it
 */
export function checkEditedRow(table: Table, { values }: DraftRow, what: string, setting: EditSetting): void {
  const { territory, partnerIds } = setting;
  const problems = checkRow(table, values);
  const partners = { ids: new Set(partnerIds), byName: new Map<string, undefined>() };
  const elsewhere = problems.length > 0 ? [] : checkReferences(table, values, { territory, partners });
  const family = table === PROFILE ? parentProblem(values['parent'], setting) : [];
  const words = [...problems, ...elsewhere, ...family].map(wordsOf);
  if (words.length > 0) throw new Failure('usage', `${what}: ${words.join('; ')}.`.replace(/\?\.$/, '?'));
}

/** A tier that was typed by its title stands in the file by its id. */
export function withTierId(values: DraftRow['values'], { tiers }: Territory): DraftRow['values'] {
  const id = values['tier'] === undefined ? undefined : tierIdOf(String(values['tier']), tiers);
  return id === undefined ? values : { ...values, tier: id };
}

function wordsOf({ column, why }: RowProblem): string {
  return column === undefined || why.startsWith(`${column} `) ? why : `${column}: ${why}`;
}

/** A partner belongs neither to itself nor to one that belongs to it. */
function parentProblem(parent: unknown, { files: { id }, territory }: EditSetting): readonly RowProblem[] {
  const parents = new Map(territory.partners.map((files) => [files.id, files.partner.parent]));
  const line: string[] = [];
  for (let at = parent; typeof at === 'string' && !line.includes(at); at = parents.get(at)) line.push(at);
  if (!line.includes(id)) return [];
  const why = parent === id ? 'a partner cannot be its own parent' : `"${String(parent)}" belongs to this partner`;
  return [{ column: 'parent', why }];
}
