import { checkCells } from '../../input/check-cells.ts';
import { quote } from '../../input/check-values.ts';
import { nearest } from '../../input/nearest.ts';
import { schemaAt, type Schema } from '../../schema/schema-parts.ts';
import { cellText, fileValue } from '../tables/cell-values.ts';
import { columnAt } from '../tables/column-at.ts';
import { entryOf } from '../tables/edit-entries.ts';
import { SETTINGS, settingNamed } from '../tables/program-tables.ts';
import type { CellValue, RowProblem, Table } from '../tables/table.ts';

type Values = Readonly<Record<string, CellValue | undefined>>;

/** Everything that the schema of a table's file says against a row. */
export function checkRow(table: Table, values: Values): readonly RowProblem[] {
  switch (table.storage.kind) {
    case 'csv':
      return problemsOf(table, csvRow(table, values));
    case 'list':
    case 'profile':
    case 'files':
      return problemsOf(table, entryOf(table, values));
    case 'settings':
      return checkSetting(table, values);
  }
}

function csvRow({ columns }: Table, values: Values): Readonly<Record<string, string>> {
  const known = columns.filter(({ name, required }) => values[name] !== undefined || required);
  return Object.fromEntries(known.map(({ name }) => [name, cellText(values[name])]));
}

function problemsOf({ columns, schema }: Table, written: Readonly<Record<string, unknown>>): RowProblem[] {
  return checkCells(schema, written).map(({ path, why }) => {
    const column = columnAt(columns, path);
    return { ...(column !== undefined && { column }), why: why(column) };
  });
}

function checkSetting(table: Table, values: Values): readonly RowProblem[] {
  const name = String(values['setting'] ?? '');
  const setting = settingNamed(name);
  const schema = setting && (schemaAt(table.schema, setting.setting.split('.')) as Schema | undefined);
  if (!setting || !schema) {
    const near = nearest(
      name,
      SETTINGS.map((known) => known.setting),
    );
    const hint = near === undefined ? '' : `; did you mean ${near}?`;
    return [{ column: 'setting', why: `there is no setting ${quote(name)}${hint}` }];
  }
  const value = values['value'];
  const written = value === undefined ? undefined : fileValue(value, setting.kind);
  return checkCells(schema, written).map(({ why }) => ({ column: 'value', why: why(name) }));
}
