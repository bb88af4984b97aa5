import { join } from 'node:path';
import { PARTNERS_FOLDER } from '../../input/partner-folders.ts';
import { editCsv, type CsvEdit } from '../../output/edit-csv.ts';
import type { Territory } from '../../schema/territory.ts';
import { standingText } from '../standing-text.ts';
import { cellText } from './cell-values.ts';
import { editEntries, type EntriesRequest } from './edit-entries.ts';
import type { RowChange, Table } from './table.ts';

/** Changes to the rows of one table. */
export interface TableChanges {
  readonly table: Table;
  readonly changes: readonly RowChange[];
}

/** A file as it will be written: the path is relative to the territory, with forward slashes. */
export interface PlannedTableFile {
  readonly path: string;
  readonly content: string;
  /** The partner it belongs to. */
  readonly partner?: string;
}

/**
 * The files that changes to any tables make, each once, with every comment and every row that nobody changed as it was. Rows are counted
 * as they stand in the territory. `planned` holds texts, by path, that the same command is about to write anyway: they are edited
 * further. A file that ends up as it stands is not among the result.
 */
export async function planTableChanges(
  territory: Territory,
  wanted: readonly TableChanges[],
  planned: ReadonlyMap<string, string> = new Map(),
): Promise<readonly PlannedTableFile[]> {
  const files = new Map<string, FileUnderWork>();
  for (const { table, changes } of profilesFirst(wanted)) {
    for (const [partner, own] of byPartner(changes)) {
      const path = pathOf(table, partner);
      const file = files.get(path) ?? (await open(territory.root, path, planned));
      const edit = table.storage.kind === 'csv' ? editRows : editEntries;
      files.set(path, { ...file, text: edit(file.text, { territory, table, changes: own }), partner });
    }
  }
  return [...files].flatMap(([path, { text, before, partner }]) =>
    text === before ? [] : [{ path, content: text, ...(partner !== undefined && { partner }) }],
  );
}

interface FileUnderWork {
  /** What stands on the disk. */
  readonly before: string;
  readonly text: string;
  readonly partner?: string | undefined;
}

/** A profile makes the partner's file, in which its lists then stand. */
function profilesFirst(wanted: readonly TableChanges[]): readonly TableChanges[] {
  const isProfile = ({ table }: TableChanges) => Number(table.storage.kind === 'profile');
  return wanted.toSorted((a, b) => isProfile(b) - isProfile(a));
}

async function open(root: string, path: string, planned: ReadonlyMap<string, string>): Promise<FileUnderWork> {
  const before = await standingText(join(root, path));
  return { before, text: planned.get(path) ?? before };
}

function byPartner(changes: readonly RowChange[]): ReadonlyMap<string | undefined, readonly RowChange[]> {
  const groups = new Map<string | undefined, RowChange[]>();
  for (const change of changes) {
    const group = groups.get(change.partner);
    if (group) group.push(change);
    else groups.set(change.partner, [change]);
  }
  return groups;
}

function pathOf({ id, storage }: Table, partner: string | undefined): string {
  if (storage.of === 'territory') return storage.file;
  if (partner === undefined) throw new Error(`A row of ${id} belongs to a partner.`);
  return `${PARTNERS_FOLDER}/${partner}/${storage.file}`;
}

function editRows(text: string, { table: { columns }, changes }: EntriesRequest): string {
  const edits = changes.map((change): CsvEdit => {
    if (change.kind === 'remove') return { kind: 'remove', row: change.index };
    const cells = Object.fromEntries(Object.entries(change.values).map(([name, value]) => [name, cellText(value)]));
    return change.kind === 'add' ? { kind: 'add', cells } : { kind: 'set', row: change.index, cells };
  });
  return editCsv(text, { edits, order: columns.map(({ name }) => name) });
}
