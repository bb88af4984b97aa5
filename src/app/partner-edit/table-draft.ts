import type { Territory } from '../../schema/territory.ts';
import type { CellValue, RowChange, Table } from '../tables/table.ts';
import { sameValue } from '../workbook/same-value.ts';
import type { TypedValues } from './typed-values.ts';

/** A row as it stands or is to stand. */
export interface DraftRow {
  /** Its place in the file, from 0; none for a row that is new. */
  readonly index?: number;
  /** What the file says of it. */
  readonly before: Readonly<Record<string, CellValue>>;
  values: Readonly<Record<string, CellValue>>;
  removed: boolean;
}

/** A row that is different from what the file says, with what to do to the file. */
export interface ChangedRow {
  readonly row: DraftRow;
  readonly change: RowChange;
}

/** The rows that one partner has in a table, while changes to them are thought over: each sees those before it. */
export class TableDraft {
  private readonly all: DraftRow[];

  constructor(
    readonly table: Table,
    territory: Territory,
    private readonly partner: string,
  ) {
    const rows = table.rowsOf(territory).map((row, place) => ({ row, place }));
    const own = rows.filter(({ row }) => (row.partner ?? row.values['partner']) === partner);
    const isShared = table.storage.of === 'territory';
    this.all = own.map(({ row: { values }, place }, index) => ({
      index: isShared ? place : index,
      before: values,
      values,
      removed: false,
    }));
  }

  /** Those that are to stand. */
  rows(): readonly DraftRow[] {
    return this.all.filter(({ removed }) => !removed);
  }

  add(values: Readonly<Record<string, CellValue>>): DraftRow {
    const row: DraftRow = { before: {}, values, removed: false };
    this.all.push(row);
    return row;
  }

  changes(): readonly ChangedRow[] {
    return this.all.flatMap((row) => {
      const change = this.changeTo(row);
      return change ? [{ row, change }] : [];
    });
  }

  private changeTo(row: DraftRow): RowChange | undefined {
    const { index, values, removed } = row;
    const owner = this.table.storage.of === 'partner' ? { partner: this.partner } : {};
    if (index === undefined) return removed ? undefined : { kind: 'add', ...owner, values };
    if (removed) return { kind: 'remove', ...owner, index };
    const changed = changedValues(row);
    return Object.keys(changed).length === 0 ? undefined : { kind: 'set', ...owner, index, values: changed };
  }
}

/** What a row says now and did not before; `undefined` for what it says no more. */
export function changedValues({ before, values }: DraftRow): TypedValues {
  const names = [...new Set([...Object.keys(before), ...Object.keys(values)])];
  const changed = names.filter((name) => !sameValue(before[name], values[name]));
  return Object.fromEntries(changed.map((name) => [name, values[name]]));
}

/** The values with others laid over them; an `undefined` one is taken out. */
export function laidOver(
  values: Readonly<Record<string, CellValue>>,
  typed: TypedValues,
): Readonly<Record<string, CellValue>> {
  const next: Record<string, CellValue> = {};
  for (const [name, value] of Object.entries({ ...values, ...typed })) if (value !== undefined) next[name] = value;
  return next;
}
