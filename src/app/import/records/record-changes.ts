import type { Territory } from '../../../schema/territory.ts';
import type { RowChange, Table, TableRow } from '../../tables/table.ts';
import { recordProblem } from './check-record.ts';
import { keysOf, type KeyedRecord } from './record-keys.ts';
import type { RecordKind, RefusedRow, RowValues } from './record-kind.ts';

/** What the records of a file change in their table. */
export interface RecordChanges {
  readonly changes: readonly RowChange[];
  readonly created: number;
  readonly updated: number;
  /** Of those, the ones that another partner had. */
  readonly moved: number;
  readonly unchanged: number;
  readonly rejected: readonly RefusedRow[];
  /** Records as they will stand. */
  readonly taken: readonly { readonly partner: string; readonly values: RowValues }[];
}

export interface ChangeSetting {
  readonly kind: RecordKind;
  readonly table: Table;
  readonly territory: Territory;
  /** Columns of the table that the file has: where it says nothing there, nothing is known any more. */
  readonly loaded: ReadonlySet<string>;
  headerOf(column: string): string;
}

/** A row as it stands, with its place among the rows of its partner or of the territory. */
interface Standing extends TableRow {
  readonly index: number;
}

/** Compares records with what stands in their table. A record that cannot stand there is refused. */
export function recordChanges(records: readonly KeyedRecord[], setting: ChangeSetting): RecordChanges {
  const standing = standingRows(setting);
  const counts = { created: 0, updated: 0, moved: 0, unchanged: 0 };
  const changes: RowChange[] = [];
  const rejected: RefusedRow[] = [];
  const taken: { partner: string; values: RowValues }[] = [];
  for (const record of records) {
    const present = record.keys.map((key) => standing.get(key)).find((row) => row !== undefined);
    const whole = present ? merged(present, record, setting) : filled(record.values);
    const why = recordProblem(setting.table, whole, setting.headerOf);
    if (why !== undefined) {
      rejected.push(...record.lines.map((line) => refused(line, why, record, setting.kind)));
      continue;
    }
    taken.push({ partner: record.partner, values: whole });
    const change = changesFor(record, whole, present, setting);
    counts[change.kind] += 1;
    changes.push(...change.changes);
  }
  return { ...counts, updated: counts.updated + counts.moved, changes, rejected, taken };
}

type Change = { readonly kind: 'created' | 'updated' | 'moved' | 'unchanged'; readonly changes: readonly RowChange[] };

function changesFor(
  { partner }: KeyedRecord,
  whole: RowValues,
  present: Standing | undefined,
  { table }: ChangeSetting,
): Change {
  const owner = table.storage.of === 'partner' ? { partner } : {};
  const added: RowChange = { kind: 'add', ...owner, values: filled(whole) };
  if (!present) return { kind: 'created', changes: [added] };
  const at = { ...(present.partner !== undefined && { partner: present.partner }), index: present.index };
  if (table.storage.of === 'partner' && present.partner !== partner) {
    return { kind: 'moved', changes: [{ kind: 'remove', ...at }, added] };
  }
  const names = [...new Set([...Object.keys(whole), ...Object.keys(present.values)])];
  const changed = names.filter((name) => whole[name] !== present.values[name]);
  if (changed.length === 0) return { kind: 'unchanged', changes: [] };
  const values = Object.fromEntries(changed.map((name) => [name, whole[name]]));
  return { kind: 'updated', changes: [{ kind: 'set', ...at, values }] };
}

/** The row with what the record says; what names it keeps its spelling, and what must be there is never emptied. */
function merged(present: Standing, { values }: KeyedRecord, { kind, table, loaded }: ChangeSetting): RowValues {
  const naming = new Set(kind.identities.flat());
  const next: Record<string, RowValues[string]> = { ...present.values };
  const own = table.columns.filter(({ name }) => loaded.has(name) || name in values);
  for (const { name, required, fallback } of own) {
    const value = values[name];
    const isSpelling = naming.has(name) && present.values[name] !== undefined;
    if (isSpelling || name === 'source') continue;
    if (value === undefined && (required || present.values[name] === fallback)) continue;
    next[name] = value;
  }
  const isSame = own.every(({ name }) => name === 'source' || next[name] === present.values[name]);
  const { source } = values;
  // Where a row comes from changes only together with what it says.
  if (!isSame && source !== undefined && !naming.has('source')) next['source'] = source;
  return next;
}

function standingRows({ kind, table, territory }: ChangeSetting): ReadonlyMap<string, Standing> {
  const rows = new Map<string, Standing>();
  const counts = new Map<string | undefined, number>();
  for (const row of table.rowsOf(territory)) {
    const index = counts.get(row.partner) ?? 0;
    counts.set(row.partner, index + 1);
    for (const key of keysOf(row.values, kind, row.partner ?? '')) {
      if (!rows.has(key)) rows.set(key, { ...row, index });
    }
  }
  return rows;
}

function refused(line: number, why: string, { values }: KeyedRecord, { money }: RecordKind): RefusedRow {
  const amount = money === undefined ? undefined : (values[money] as number | undefined);
  return { line, why, amount, currency: values['currency'] as string | undefined };
}

function filled(values: RowValues): TableRow['values'] {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
