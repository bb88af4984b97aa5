import { join } from 'node:path';
import { PARTNERS_FOLDER } from '../../input/partner-folders.ts';
import { readYaml } from '../../input/read-yaml.ts';
import { editCsv, type CsvEdit } from '../../output/edit-csv.ts';
import { orderYamlList } from '../../output/yaml-order.ts';
import { partnerSchema, type Partner } from '../../schema/partner.ts';
import type { Territory } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { standingText } from '../figures/standing-text.ts';
import { cellText } from './cell-values.ts';
import { changesByFile, type ChangesOfFile } from './changes-by-file.ts';
import { editEntries, type EntriesRequest } from './edit-entries.ts';
import { PARTNERS } from './partner-tables.ts';
import type { Table, TableChanges } from './table.ts';

/** A file as it will be written: the path is relative to the territory, with forward slashes. */
export interface PlannedTableFile {
  readonly path: string;
  readonly content: string;
  /** The partner it belongs to. */
  readonly partner?: string;
  /** Nothing is left of it: it goes. Only of tables whose rows make files. */
  readonly isGone?: true;
}

export interface TableChangeOptions {
  /** Texts, by path, that the same command is about to write anyway: they are edited further. */
  readonly planned?: ReadonlyMap<string, string>;
  /** The day of the changes, for files that record it. */
  readonly day?: PlainDate;
}

/**
 * The files that changes to any tables make, each once, with every comment and every row that nobody changed as it was. Rows are counted
 * as they stand in the territory. A file that ends up as it stands is not among the result.
 */
export async function planTableChanges(
  territory: Territory,
  wanted: readonly TableChanges[],
  { planned = new Map(), day }: TableChangeOptions = {},
): Promise<readonly PlannedTableFile[]> {
  const files = new Map<string, FileUnderWork>();
  for (const { table, changes, order } of profilesFirst(wanted)) {
    for (const own of changesByFile(table, changes, territory)) {
      const { path, partner } = own;
      const file = files.get(path) ?? (await open(territory.root, path, planned));
      const profile = () => profileOf(territory, own, files);
      const text = edited(file.text, { territory, table, own, day, profile });
      files.set(path, { ...file, text, partner });
    }
    if (order) {
      const path = table.storage.file;
      const file = files.get(path) ?? (await open(territory.root, path, planned));
      files.set(path, { ...file, text: inOrder(file.text, table, order) });
    }
  }
  return [...files].flatMap(([path, { text, before, partner }]) =>
    text === before
      ? []
      : [{ path, content: text, ...(partner !== undefined && { partner }), ...(text === '' && { isGone: true }) }],
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

function inOrder(text: string, { id, storage }: Table, order: readonly number[]): string {
  if (storage.kind !== 'list' || storage.of !== 'territory') throw new Error(`The rows of ${id} have no order.`);
  return orderYamlList(text, { path: [storage.key], order });
}

interface EditSetting {
  readonly territory: Territory;
  readonly table: Table;
  readonly own: ChangesOfFile;
  readonly day: PlainDate | undefined;
  profile(): Partner;
}

function edited(text: string, { territory, table, own, day, profile }: EditSetting): string {
  const { changes, rows, path } = own;
  switch (table.storage.kind) {
    case 'csv':
      return editRows(text, { territory, table, changes });
    case 'files':
      return table.storage.files.edit(text, {
        territory,
        path,
        partnerId: own.partner!,
        partner: profile(),
        day,
        rows,
      });
    default:
      return editEntries(text, { territory, table, changes });
  }
}

/** The profile of a partner; of a new one, the one that is about to be written. */
function profileOf(
  { partners }: Territory,
  { partner: id }: ChangesOfFile,
  files: ReadonlyMap<string, FileUnderWork>,
): Partner {
  const standing = partners.find((files) => files.id === id)?.partner;
  if (standing) return standing;
  const path = `${PARTNERS_FOLDER}/${id}/${PARTNERS.storage.file}`;
  const { value } = readYaml(files.get(path)?.text ?? '', path, partnerSchema);
  if (!value) throw new Error(`There is no partner ${id}.`);
  return value;
}

function editRows(text: string, { table: { columns }, changes }: EntriesRequest): string {
  const edits = changes.map((change): CsvEdit => {
    if (change.kind === 'remove') return { kind: 'remove', row: change.index };
    const cells = Object.fromEntries(Object.entries(change.values).map(([name, value]) => [name, cellText(value)]));
    return change.kind === 'add' ? { kind: 'add', cells } : { kind: 'set', row: change.index, cells };
  });
  return editCsv(text, { edits, order: columns.map(({ name }) => name) });
}
