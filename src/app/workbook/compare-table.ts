import type { CellValue, RowChange, RowProblem, Table, TableRow } from '../tables/table.ts';
import { changedName, rowsAlwaysStay, rowWords } from './changed-name.ts';
import { nameOfRow, pairRows, rowsByName } from './pair-rows.ts';
import type { ReadRow } from './read-rows.ts';
import { renamedRows } from './renamed-rows.ts';
import { sameValue } from './same-value.ts';
import { placeIn, type SheetTable } from './sheet-tables.ts';
import type { Conflict, KeptRow, RowPlace, WorkbookChange, WorkbookFindings } from './workbook-changes.ts';

type Cells = Readonly<Record<string, CellValue | undefined>>;

/** A row of the files with its place among the rows of its partner. */
export interface StandingRow extends TableRow {
  readonly index: number;
}

export interface TableState {
  readonly sheet: SheetTable;
  readonly edited: readonly ReadRow[];
  /** The rows as they were when the workbook was written; undefined where nothing remembers them. */
  readonly base?: readonly TableRow[];
  readonly current: readonly StandingRow[];
}

export interface CompareOptions {
  /** Of a cell that changed on both sides the workbook's value is taken. */
  readonly force: boolean;
  /** Rows that were deleted in the workbook are taken out of the files. */
  readonly remove: boolean;
  /** The workbook is the whole truth: what names a row may change there too where rows always stay, such as the id of a partner. */
  readonly isWhole?: boolean;
  /** Everything that speaks against a row. */
  check(row: TableRow): readonly RowProblem[];
  /** Why a row cannot be a new one. */
  readonly refused: ReadonlyMap<ReadRow, RowProblem>;
  /** Deals that another partner has already. */
  readonly taken: ReadonlyMap<ReadRow, RowProblem>;
}

export type TableFindings = Omit<WorkbookFindings, 'notes'> & { readonly rowChanges: readonly RowChange[] };

/** Compares three states of a table: as it was exported, as somebody edited it, as the files are now. */
export function compareTable(state: TableState, options: CompareOptions): TableFindings {
  return new TableComparison(state, options).findings();
}

class TableComparison {
  private readonly rowChanges: RowChange[] = [];
  private readonly changes: WorkbookChange[] = [];
  private readonly conflicts: Conflict[] = [];
  private readonly rejected: { where: string; why: string }[] = [];
  private readonly kept: KeptRow[] = [];
  private unchanged = 0;
  private readonly table: Table;
  /** Columns that are in the sheet. */
  private readonly columns: readonly string[];
  private readonly now: ReadonlyMap<TableRow, StandingRow>;
  private readonly since: readonly StandingRow[];
  private byName: ReadonlyMap<string, readonly ReadRow[]> | undefined;

  constructor(
    private readonly state: TableState,
    private readonly options: CompareOptions,
  ) {
    const { sheet, base, current } = state;
    this.table = sheet.table;
    this.columns = this.table.columns.flatMap(({ name, computed }) =>
      sheet.columns.has(name) && !computed ? [name] : [],
    );
    const { pairs, left } = pairRows(this.table, base ?? current, current);
    this.now = pairs;
    this.since = left;
  }

  findings(): TableFindings {
    const { base, current, edited } = this.state;
    const { pairs, left } = pairRows(this.table, base ?? current, edited);
    for (const [before, row] of pairs) this.compareRow(row, before, this.now.get(before));
    const gone = base ? base.filter((row) => !pairs.has(row)) : [];
    const mayRename = this.options.remove && (!rowsAlwaysStay(this.table) || this.options.isWhole === true);
    const renamed = renamedRows(this.table, { columns: this.columns, added: left, gone: mayRename ? [] : gone });
    for (const [row, before] of renamed) this.refuseNewName(row, before);
    this.addRows(left.filter((row) => !renamed.has(row)));
    const replaced = new Set(renamed.values());
    for (const row of gone) if (!replaced.has(row)) this.removeRow(row);
    const { rowChanges, changes, conflicts, rejected, kept, unchanged } = this;
    return { rows: edited.length, unchanged, rowChanges, changes, conflicts, rejected, kept };
  }

  /** A row that stood in the workbook: what changed in it, and whether it may. */
  private compareRow(row: ReadRow, before: TableRow, standing: StandingRow | undefined): void {
    const changed = this.columns.filter((column) => this.isChanged(column, row.values[column], before.values[column]));
    if (changed.length === 0) {
      this.unchanged += 1;
      return;
    }
    const unreadable = changed.filter((column) => row.unreadable[column] !== undefined);
    if (unreadable.length > 0) {
      for (const column of unreadable) this.reject(row, row.unreadable[column]!, column);
      return;
    }
    if (!standing) {
      for (const column of changed) this.conflict(row, column, { before: before.values[column], isGone: true });
      return;
    }
    this.applyChanges(row, { changed, before, standing });
  }

  private applyChanges(
    row: ReadRow,
    {
      changed,
      before,
      standing,
    }: { readonly changed: readonly string[]; readonly before: TableRow; readonly standing: StandingRow },
  ): void {
    const wanted: Record<string, CellValue | undefined> = {};
    for (const column of changed) {
      const [was, after, now] = [before.values[column], row.values[column], standing.values[column]];
      if (sameValue(after, now)) continue;
      if (!this.options.force && !sameValue(was, now))
        this.conflict(row, column, { before: was, ours: now, isGone: false });
      else wanted[column] = after;
    }
    const columns = Object.keys(wanted);
    if (columns.length === 0) {
      if (!this.conflicts.some(({ where }) => changed.some((column) => where === this.place(row, column))))
        this.unchanged += 1;
      return;
    }
    const problems = this.options.check({
      ...ownerOf(standing),
      values: known({ ...standing.values, ...wanted }),
    });
    if (problems.length > 0) {
      for (const { column, why } of problems) this.reject(row, why, column);
      return;
    }
    this.rowChanges.push({ kind: 'set', ...ownerOf(standing), index: standing.index, values: wanted });
    for (const column of columns) {
      const [was, after] = [standing.values[column], wanted[column]];
      this.changes.push({
        ...this.rowPlace(row, column),
        kind: 'set',
        column,
        ...(was !== undefined && { before: was }),
        ...(after !== undefined && { after }),
      });
    }
  }

  /** True where a person changed a cell; emptying one that says what holds anyway is no change. */
  private isChanged(column: string, after: CellValue | undefined, before: CellValue | undefined): boolean {
    if (sameValue(after, before)) return false;
    if (after !== undefined) return true;
    // Without a baseline nobody can tell a cell that was emptied from one that was never filled in.
    if (!this.state.base) return false;
    return !this.table.columns.some(
      ({ name, fallback }) => name === column && fallback !== undefined && fallback === before,
    );
  }

  /** Rows that are new in the workbook; one that the files have gained meanwhile is compared with that. */
  private addRows(rows: readonly ReadRow[]): void {
    const alreadyThere = pairRows(this.table, rows, this.since).pairs;
    for (const row of rows) {
      const standing = alreadyThere.get(row);
      const other = standing ? undefined : this.otherOf(row);
      if (standing) this.compareRow(row, { ...standing, values: this.state.base ? {} : standing.values }, standing);
      else if (other) this.reject(row, `the row stands in ${this.place(other)} as well`);
      else this.addRow(row);
    }
  }

  /** Another row of the sheet that has the same name: nobody can say which of the two is right. */
  private otherOf(row: ReadRow): ReadRow | undefined {
    if (this.table.mayRepeat) return undefined;
    this.byName ??= rowsByName(this.table, this.state.edited);
    const sharing = this.byName.get(nameOfRow(this.table, row)) ?? [];
    return sharing.find((other) => other !== row);
  }

  private addRow(row: ReadRow): void {
    const unreadable = Object.entries(row.unreadable);
    for (const [column, why] of unreadable) this.reject(row, why, column);
    if (unreadable.length > 0) return;
    const refusal = this.options.refused.get(row) ?? this.options.taken.get(row);
    const problems = refusal ? [refusal] : this.options.check({ ...ownerOf(row), values: row.values });
    for (const { column, why } of problems) this.reject(row, why, column);
    if (problems.length > 0) return;
    this.rowChanges.push({ kind: 'add', ...ownerOf(row), values: row.values });
    this.changes.push({ ...this.rowPlace(row), kind: 'add', cells: Object.keys(row.values).length });
  }

  private removeRow(before: TableRow): void {
    const standing = this.now.get(before);
    if (!standing) return;
    const place = { sheet: this.table.title, where: this.sheetPlace(), ...ownerOf(before), row: this.wordsFor(before) };
    const changedSince = this.table.columns.some(
      ({ name, computed }) => !computed && !sameValue(before.values[name], standing.values[name]),
    );
    const why = this.options.remove ? this.table.whyItStays?.(standing.values) : undefined;
    if (why !== undefined) {
      this.rejected.push({ where: place.where, why: `${[place.partner, place.row].join(' ')} ${why}` });
      return;
    }
    const always = rowsAlwaysStay(this.table);
    if (always || !this.options.remove) {
      this.kept.push({ ...place, ...(always && { always }) });
    } else if (changedSince && !this.options.force) {
      this.conflicts.push({ ...place, column: '', isGone: false });
    } else {
      this.rowChanges.push({ kind: 'remove', ...ownerOf(standing), index: standing.index });
      this.changes.push({ ...place, kind: 'remove' });
    }
  }

  private refuseNewName(row: ReadRow, before: TableRow): void {
    // A name that no row can have, such as a partner that is not there, needs no other reason.
    const refusal = this.options.refused.get(row);
    if (refusal) return this.reject(row, refusal.why, refusal.column);
    this.reject(row, changedName(this.table, before, row));
  }

  private conflict(
    row: ReadRow,
    column: string,
    {
      before,
      ours,
      isGone,
    }: { readonly before: CellValue | undefined; readonly ours?: CellValue | undefined; readonly isGone: boolean },
  ): void {
    const theirs = row.values[column];
    this.conflicts.push({
      ...this.rowPlace(row, column),
      column,
      ...(before !== undefined && { before }),
      ...(theirs !== undefined && { theirs }),
      ...(ours !== undefined && { ours }),
      isGone,
    });
  }

  private reject(row: ReadRow, why: string, column?: string): void {
    this.rejected.push({ where: this.place(row, column), why });
  }

  private rowPlace(row: ReadRow, column?: string): RowPlace {
    return { sheet: this.table.title, where: this.place(row, column), ...ownerOf(row), row: this.wordsFor(row) };
  }

  private place(row: ReadRow, column?: string): string {
    return placeIn(this.state.sheet, row.line, column);
  }

  private sheetPlace(): string {
    const { file, sheet } = this.state.sheet;
    return sheet === undefined ? file : `${file} ${sheet}`;
  }

  private wordsFor(row: { readonly values: Cells }): string {
    return rowWords(row, this.table.key);
  }
}

/** The values that are there: one that was emptied is not. */
function known(values: Cells): TableRow['values'] {
  const entries = Object.entries(values).filter((entry): entry is [string, CellValue] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

function ownerOf({ partner }: { readonly partner?: string | undefined }): { readonly partner?: string } {
  return partner === undefined ? {} : { partner };
}
