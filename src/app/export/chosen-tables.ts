import { nearest } from '../../input/nearest.ts';
import { Failure } from '../../units/failure.ts';
import { TABLES } from '../tables/registry.ts';
import type { Table } from '../tables/table.ts';

/** What imports call a table by another name. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  mdf: 'funds',
  'former names': 'former-names',
  former_names: 'former-names',
};

/**
 * The tables that were asked for, in the order of the workbook's sheets; every one where none was named.
 * @param typed names set apart by commas, as `--kind` takes them.
 * @throws Failure (usage) for a name that is none, with the nearest.
 */
export function chosenTables(typed: string | undefined): readonly Table[] {
  if (typed === undefined) return TABLES;
  const names = typed.split(',').map((name) => name.trim().toLowerCase());
  const ids = names.filter((name) => name !== '').map(tableId);
  if (ids.length === 0) throw new Failure('usage', '--kind needs a value; it was given an empty one.');
  return TABLES.filter(({ id }) => ids.includes(id));
}

function tableId(name: string): string {
  const known = TABLES.map(({ id }) => id);
  const id = Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name]! : name;
  if (known.includes(id)) return id;
  const near = nearest(name, known);
  const remedy =
    near === undefined ? `Tables: ${known.join(', ')}.` : `Did you mean ${near}? Tables: ${known.join(', ')}.`;
  throw new Failure('usage', `There is no table "${name}" to export.`, remedy);
}
