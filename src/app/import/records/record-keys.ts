import { createHash } from 'node:crypto';
import { firstFew } from '../../../units/first-few.ts';
import { linesNamed } from '../lines-named.ts';
import { longSalesforceId } from '../salesforce-id.ts';
import { nameKey } from '../match-partners.ts';
import type { RecordKind, RecordRow, RefusedRow, RowValues } from './record-kind.ts';

const MOST_FIELDS = 4;

/** A record with what names it. */
export interface KeyedRecord extends RecordRow {
  /** Its names, surest first. */
  readonly keys: readonly string[];
}

export interface KeyedRecords {
  readonly records: readonly KeyedRecord[];
  /** Rows that share a name and say different things: none of them is taken. */
  readonly rejected: readonly RefusedRow[];
  /** Rows that say again what another said. */
  readonly repeated: number;
  /** Rows without an id, known by a hash. */
  readonly withoutId: number;
}

/** Gives every record its source, its id and its names, and settles records that share a name. */
export function keyRecords(rows: readonly RecordRow[], kind: RecordKind, source: string): KeyedRecords {
  const named = withIds(rows, kind, source);
  const groups = new Set<KeyedRecord[]>();
  const byKey = new Map<string, KeyedRecord[]>();
  for (const row of named.rows) {
    const record = { ...row, keys: keysOf(row.values, kind, row.partner) };
    const sharing = record.keys.map((key) => byKey.get(key)).find((group) => group !== undefined) ?? [];
    sharing.push(record);
    groups.add(sharing);
    for (const key of record.keys) if (!byKey.has(key)) byKey.set(key, sharing);
  }
  const [records, rejected]: [KeyedRecord[], RefusedRow[]] = [[], []];
  let repeated = 0;
  for (const sharing of groups) {
    const [first] = sharing;
    if (sharing.every((record) => contents(record) === contents(first!))) {
      records.push(first!);
      repeated += sharing.length - 1;
    } else rejected.push(...sharing.flatMap((record) => conflicts(record, sharing, kind)));
  }
  return { records, rejected, repeated, withoutId: named.withoutId };
}

/** The names of a row by the identities of its kind: those whose values are there, at least of one column. */
export function keysOf(values: RowValues, { identities, isTerritoryWide }: RecordKind, partner: string): string[] {
  return identities.flatMap((columns, rank) => {
    if (columns.every((column) => values[column] === undefined)) return [];
    const isId = columns.includes('id');
    const parts = columns.map((column) => {
      const text = values[column] === undefined ? '' : String(values[column]);
      return isId ? text : comparable(text, column);
    });
    return [JSON.stringify([rank, isTerritoryWide ? '' : partner, ...parts])];
  });
}

/** Two spellings of one name are one name: case and legal form of companies, case of everything else. */
export function comparable(text: string, column: string): string {
  return column === 'account' ? nameKey(text) : text.trim().toLowerCase();
}

function withIds(
  rows: readonly RecordRow[],
  { identities, lasting }: RecordKind,
  source: string,
): { readonly rows: readonly RecordRow[]; readonly withoutId: number } {
  if (!identities[0]?.includes('source') || !lasting) return { rows, withoutId: 0 };
  const hashes = rows.map((row) => (row.values['id'] === undefined ? hashOf(row, lasting) : undefined));
  const uses = new Map<string, number>();
  for (const hash of hashes) if (hash !== undefined) uses.set(hash, (uses.get(hash) ?? 0) + 1);
  const named = rows.map((row, index): RecordRow => {
    const { id, source: own = source } = row.values;
    const hash = hashes[index];
    const whole = hash === undefined || uses.get(hash) === 1 ? hash : hashOf(row, undefined);
    const known = whole ?? (source === 'salesforce' ? longSalesforceId(String(id)) : id);
    return { ...row, values: { source: own, ...row.values, id: known } };
  });
  return { rows: named, withoutId: hashes.filter((hash) => hash !== undefined).length };
}

/** A hash of what lasts, or of everything: for rows that do not differ in what lasts. */
function hashOf(row: RecordRow, lasting: readonly string[] | undefined): string {
  const told = lasting?.map((field) => row.values[field] ?? null) ?? [row.values, row.partner];
  if (lasting && told.every((value) => value === null)) return hashOf(row, undefined);
  return `hash-${createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 16)}`;
}

function contents({ partner, values }: RecordRow): string {
  return JSON.stringify([partner, Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function conflicts(record: KeyedRecord, sharing: readonly KeyedRecord[], { noun, money }: RecordKind): RefusedRow[] {
  const others = sharing.filter((other) => other !== record);
  const where = linesNamed(others.flatMap((other) => other.lines));
  const differing = firstFew([...new Set(others.flatMap((other) => differences(record, other)))], MOST_FIELDS);
  return record.lines.map((line) => ({
    line,
    why: `the same ${noun.one} stands also in ${where}, with another ${differing}`,
    amount: money === undefined ? undefined : (record.values[money] as number | undefined),
    currency: record.values['currency'] as string | undefined,
  }));
}

function differences(a: RecordRow, b: RecordRow): string[] {
  const fields = [...new Set([...Object.keys(a.values), ...Object.keys(b.values)])];
  const different = fields.filter((field) => a.values[field] !== b.values[field]);
  return a.partner === b.partner ? different : [...different, 'partner'];
}
