import { editYaml, type YamlEdit } from '../../../output/edit-yaml.ts';
import { fileValue } from '../cell-values.ts';
import { entryOf, listValueEdits } from '../edit-entries.ts';
import type { FileChange, TableColumn, TableRow } from '../table.ts';
import { CAMPAIGN_COLUMNS, NEEDED } from './campaign-columns.ts';
import { blockEdits, writtenCampaigns } from './plan-values.ts';

type Values = TableRow['values'];
type Entry = Readonly<Record<string, unknown>>;

const columns = CAMPAIGN_COLUMNS.filter(({ name, computed }) => !computed && name !== 'quarter');

/** The file of a plan with campaigns changed: values first, then entries out from the last to the first, then new ones behind the rest. */
export function editCampaigns(text: string, { path, rows }: FileChange): string {
  const present = writtenCampaigns(text, path);
  const placed = rows.map((row) => ({
    ...row,
    index: row.before === undefined ? -1 : present.findIndex(({ id }) => id === row.before!['id']),
  }));
  const sets = placed.flatMap(({ before, after, index }) =>
    before && after ? campaignEdits(present[index]!, ['campaigns', index], { before, after }) : [],
  );
  const gone = placed.flatMap(({ after, index }) => (after ? [] : [index])).sort((a, b) => b - a);
  const added = placed.flatMap(({ before, after }) => (after && !before ? [entryOf({ columns }, after)] : []));
  const left = present.length - gone.length;
  return editYaml(text, [...sets, ...(left === 0 ? wholeList(added) : entryEdits(gone, added, left))]);
}

/** Nothing is left of what stood there: what comes is written as people write campaigns, a line a value. */
function wholeList(added: readonly Entry[]): readonly YamlEdit[] {
  return [{ path: ['campaigns'], value: added.length === 0 ? undefined : added, asBlocks: true }];
}

function entryEdits(gone: readonly number[], added: readonly Entry[], left: number): readonly YamlEdit[] {
  return [
    ...gone.map((index) => ({ path: ['campaigns', index], value: undefined })),
    ...added.map((value, index) => ({ path: ['campaigns', left + index], value })),
  ];
}

function campaignEdits(
  entry: Entry,
  at: YamlEdit['path'],
  { before, after }: { readonly before: Values; readonly after: Values },
): readonly YamlEdit[] {
  const changed = columns.filter(({ name }) => before[name] !== after[name]);
  return [...new Set(changed.map(keyOf))].flatMap((key): readonly YamlEdit[] => {
    const own = changed.filter((column) => keyOf(column) === key);
    const path = [...at, key];
    const needed = NEEDED[key];
    if (needed === undefined) return valueEdits(entry[key], path, { column: own[0]!, after });
    if (after[needed] === undefined) return [{ path, value: undefined }];
    return blockEdits(
      entry[key],
      path,
      Object.fromEntries(own.map((column) => [String(column.at![1]), wantedOf(column, after)])),
    );
  });
}

/** Of a list only what changed in it, so that the others keep their remarks. */
function valueEdits(
  present: unknown,
  path: YamlEdit['path'],
  { column, after }: { readonly column: TableColumn; readonly after: Values },
): readonly YamlEdit[] {
  const value = wantedOf(column, after);
  if (column.kind === 'list') return listValueEdits(present, path, after[column.name]);
  if (Array.isArray(value) && Array.isArray(present) && value.length === present.length)
    return value.flatMap((each: unknown, index) =>
      each === present[index] ? [] : [{ path: [...path, index], value: each }],
    );
  return [{ path, value }];
}

function wantedOf({ name, kind }: TableColumn, values: Values): unknown {
  const value = values[name];
  return value === undefined ? undefined : fileValue(value, kind);
}

function keyOf({ name, at = [name] }: TableColumn): string {
  return String(at[0]);
}
