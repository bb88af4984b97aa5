import { editYaml, type YamlEdit } from '../../output/edit-yaml.ts';
import { parseYaml } from '../../input/parse-yaml.ts';
import { parsePlainYaml } from '../../input/plain-yaml.ts';
import { placeProblemsIn } from '../../input/problem.ts';
import type { Territory } from '../../schema/territory.ts';
import { fileValue, splitList } from './cell-values.ts';
import { settingNamed } from './program-tables.ts';
import type { CellValue, RowChange, Storage, Table, TableColumn } from './table.ts';

/** The rows of one file of a table that change. */
export interface EntriesRequest {
  readonly territory: Territory;
  readonly table: Table;
  /** Changes of the one partner, or of the territory, whose file it is. */
  readonly changes: readonly RowChange[];
}

type Path = YamlEdit['path'];
type Values = Readonly<Record<string, CellValue | undefined>>;

/** The text of a YAML file with the rows of a table changed; an empty text becomes a new file. */
export function editEntries(text: string, { territory, table, changes }: EntriesRequest): string {
  const start = text === '' ? `# yaml-language-server: $schema=${schemaOf(table.storage)}\n` : text;
  const present = parsePlainYaml(start) ?? parseYaml(start, placeProblemsIn(table.storage.file, start)).value;
  switch (table.storage.kind) {
    case 'list':
      return editYaml(start, listEdits(present, table.storage.key, { table, changes }));
    case 'profile':
      return editYaml(
        start,
        changes.flatMap((change) => profileEdits(present, table, change)),
      );
    case 'settings':
      return editYaml(
        start,
        changes.flatMap((change) => settingEdits(territory, table, change)),
      );
    case 'csv':
    case 'files':
      throw new Error('The rows of this table are no entries of one file.');
  }
}

/** Where an editor finds the schema of a file, from the folder the file is in. */
function schemaOf({ of, file }: Storage): string {
  return `${of === 'partner' ? '../../' : ''}.cam/schemas/${file.replace('.yaml', '.json')}`;
}

/** Values first, while every entry has its place; then entries out from the last to the first, then new ones behind the rest. */
function listEdits(
  present: unknown,
  key: string,
  { table, changes }: Pick<EntriesRequest, 'table' | 'changes'>,
): YamlEdit[] {
  const entries = valueAt(present, [key]);
  const count = Array.isArray(entries) ? entries.length : 0;
  const sets = changes.flatMap((change) =>
    change.kind === 'set' ? valueEdits(present, { table, at: [key, change.index], values: change.values }) : [],
  );
  const removed = changes.flatMap((change) => (change.kind === 'remove' ? [change.index] : [])).sort((a, b) => b - a);
  const added = changes.flatMap((change) => (change.kind === 'add' ? [entryOf(table, change.values)] : []));
  const first = count - removed.length;
  return [
    ...sets,
    ...removed.map((index) => ({ path: [key, index], value: undefined })),
    ...(count === 0
      ? added.length > 0
        ? [{ path: [key], value: added }]
        : []
      : added.map((value, index) => ({ path: [key, first + index], value }))),
  ];
}

function profileEdits(present: unknown, table: Table, change: RowChange): YamlEdit[] {
  if (change.kind === 'remove') throw new Error('A partner is retired or merged, not taken out of a table.');
  return valueEdits(present, { table, at: [], values: change.values });
}

function settingEdits(territory: Territory, table: Table, change: RowChange): YamlEdit[] {
  if (change.kind === 'remove') throw new Error('A setting is emptied, not removed.');
  const name =
    change.kind === 'add' ? change.values['setting'] : table.rowsOf(territory)[change.index]?.values['setting'];
  const setting = settingNamed(String(name));
  if (!setting) throw new Error(`There is no setting ${String(name)}.`);
  if (!('value' in change.values)) return [];
  const value = change.values['value'];
  return [
    { path: setting.setting.split('.'), value: value === undefined ? undefined : fileValue(value, setting.kind) },
  ];
}

/** A new entry with what is known, its keys in the order of the columns. */
export function entryOf({ columns }: Pick<Table, 'columns'>, values: Values): Readonly<Record<string, unknown>> {
  const entry: Record<string, unknown> = {};
  for (const column of columns) {
    const value = values[column.name];
    if (value === undefined || column.computed) continue;
    const [key, inside] = column.at ?? [column.name];
    const wanted = fileValue(value, column.kind);
    if (inside === undefined) entry[key!] = wanted;
    else if (typeof inside === 'number') ((entry[key!] ??= []) as unknown[])[inside] = wanted;
    else ((entry[key!] ??= {}) as Record<string, unknown>)[inside] = wanted;
  }
  return entry;
}

function placeOf({ name, at = [name] }: TableColumn): readonly [key: string, place: number | undefined] {
  return [String(at[0]), at[1] === undefined ? undefined : Number(at[1])];
}

interface ValueChange {
  readonly table: Table;
  /** Where the entry stands in its file. */
  readonly at: Path;
  readonly values: Values;
}

/** The edits that put changed values into an entry; values that share a list, such as four quarters, are put together. */
function valueEdits(present: unknown, { table, at, values }: ValueChange): YamlEdit[] {
  const changed = table.columns.filter(({ name, computed }) => name in values && !computed);
  const keys = [...new Set(changed.map((column) => placeOf(column)[0]))];
  return keys.flatMap((key) => {
    const columns = changed.filter((column) => placeOf(column)[0] === key);
    const path = [...at, key];
    const [column] = columns;
    if (placeOf(column!)[1] !== undefined) return partEdits(valueAt(present, path), path, { columns, values });
    const value = values[column!.name];
    if (column!.kind === 'list') return listValueEdits(valueAt(present, path), path, value);
    return [{ path, value: value === undefined ? undefined : fileValue(value, column!.kind) }];
  });
}

function partEdits(
  present: unknown,
  path: Path,
  { columns, values }: { readonly columns: readonly TableColumn[]; readonly values: Values },
): YamlEdit[] {
  const before = Array.isArray(present) ? (present as readonly unknown[]) : [];
  const after: unknown[] = [...before];
  for (const column of columns) {
    const value = values[column.name];
    after[placeOf(column)[1]!] = value === undefined ? undefined : fileValue(value, column.kind);
  }
  const known = Array.from(after).filter((value) => value !== undefined);
  if (known.length === 0) return [{ path, value: undefined }];
  if (known.length !== before.length) return [{ path, value: known }];
  return after.flatMap((value, index) => (value === before[index] ? [] : [{ path: [...path, index], value }]));
}

/** Entries of a list of words: those that went are taken out, those that came are put behind; the others keep their comments. */
export function listValueEdits(present: unknown, path: Path, value: CellValue | undefined): YamlEdit[] {
  const before = Array.isArray(present) ? present.map(String) : [];
  const after = value === undefined ? [] : splitList(String(value));
  if (after.length === 0) return [{ path, value: undefined }];
  const kept = before.filter((entry) => after.includes(entry));
  const inOrder = kept.length > 0 && kept.every((entry, index) => after[index] === entry);
  if (!inOrder) return [{ path, value: after }];
  const gone = before.flatMap((entry, index) => (after.includes(entry) ? [] : [index])).toReversed();
  return [
    ...gone.map((index) => ({ path: [...path, index], value: undefined })),
    ...after.slice(kept.length).map((entry, index) => ({ path: [...path, kept.length + index], value: entry })),
  ];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (outer, part) => (outer as Readonly<Record<string | number, unknown>> | null | undefined)?.[part],
    value,
  );
}
