import type { Territory } from '../../../schema/territory.ts';
import type { RowChange, Table, TableRow } from '../../tables/table.ts';
import { keysOf } from './record-keys.ts';
import type { RecordKind, RowValues } from './record-kind.ts';

/** A row while an import is planned. */
interface BookRow {
  /** As it stands in its file; undefined for a row that is added. */
  readonly standing: { readonly values: TableRow['values']; readonly index: number } | undefined;
  readonly partner: string | undefined;
  /** As it will be; undefined where it goes to another partner. */
  values: TableRow['values'] | undefined;
}

/**
 * The rows of one table in memory, so that several files of an import see what those before them changed. What changes in the files
 * comes out at the end.
 */
export class RecordBook {
  private readonly rows: BookRow[] = [];
  private readonly byKey = new Map<string, BookRow>();

  constructor(
    readonly table: Table,
    territory: Territory,
    private readonly kind: RecordKind,
  ) {
    const counts = new Map<string | undefined, number>();
    for (const { partner, values } of table.rowsOf(territory)) {
      const index = counts.get(partner) ?? 0;
      counts.set(partner, index + 1);
      this.index({ standing: { values, index }, partner, values });
    }
  }

  /** The row that has one of the names, surest first. */
  find(
    keys: readonly string[],
  ): { readonly partner: string | undefined; readonly values: TableRow['values'] } | undefined {
    const row = this.rowOf(keys);
    return row?.values && { partner: row.partner, values: row.values };
  }

  /** Adds a row, or puts other values into the one that has one of the names. A row of another partner moves. */
  put(keys: readonly string[], partner: string, values: RowValues): void {
    const known = filled(values);
    const owner = this.table.storage.of === 'partner' ? partner : undefined;
    const present = this.rowOf(keys);
    if (present && present.partner === owner) {
      present.values = known;
      return;
    }
    if (present) present.values = undefined;
    this.index({ standing: undefined, partner: owner, values: known });
  }

  changes(): RowChange[] {
    return this.rows.flatMap(({ standing, partner, values }): RowChange[] => {
      const owner = partner === undefined ? {} : { partner };
      if (!standing) return values ? [{ kind: 'add', ...owner, values }] : [];
      if (!values) return [{ kind: 'remove', ...owner, index: standing.index }];
      const changed = differences(standing.values, values);
      if (changed.length === 0) return [];
      const set = Object.fromEntries(changed.map((name) => [name, values[name]]));
      return [{ kind: 'set', ...owner, index: standing.index, values: set }];
    });
  }

  private rowOf(keys: readonly string[]): BookRow | undefined {
    return keys.map((key) => this.byKey.get(key)).find((row) => row?.values !== undefined);
  }

  private index(row: BookRow): void {
    this.rows.push(row);
    for (const key of keysOf(row.values!, this.kind, row.partner ?? '')) {
      if (!this.byKey.get(key)?.values) this.byKey.set(key, row);
    }
  }
}

/** Names of the columns in which two rows differ. */
export function differences(a: RowValues, b: RowValues): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]);
}

/** The values without those that say nothing. */
export function filled(values: RowValues): TableRow['values'] {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
