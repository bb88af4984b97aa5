import { recordProblem } from './check-record.ts';
import { differences, filled, type RecordBook } from './record-book.ts';
import { comparable, type KeyedRecord } from './record-keys.ts';
import type { RecordKind, RefusedRow, RowValues } from './record-kind.ts';

/** What became of the records of a file. */
export interface PutRecords {
  readonly created: number;
  readonly updated: number;
  /** Of those, the ones that another partner had. */
  readonly moved: number;
  readonly unchanged: number;
  readonly rejected: readonly RefusedRow[];
  /** Records as they will stand. */
  readonly taken: readonly TakenRecord[];
}

export interface TakenRecord {
  readonly partner: string;
  readonly values: RowValues;
  /** What the file says it is worth, where no column holds just that. */
  readonly worth: number | undefined;
}

export interface PutSetting {
  readonly kind: RecordKind;
  readonly book: RecordBook;
  /** Columns of the table that the file has: where it says nothing there, nothing is known any more. */
  readonly loaded: ReadonlySet<string>;
  headerOf(column: string): string;
}

/** Puts the records of a file into the book. A record that cannot stand in its table is refused. */
export function putRecords(records: readonly KeyedRecord[], setting: PutSetting): PutRecords {
  const { book, kind, headerOf } = setting;
  const counts = { created: 0, updated: 0, moved: 0, unchanged: 0 };
  const rejected: RefusedRow[] = [];
  const taken: TakenRecord[] = [];
  for (const record of records) {
    const present = book.find(record.keys);
    const whole = present ? merged(present.values, record.values, setting) : filled(record.values);
    const why = recordProblem(book.table, whole, headerOf);
    if (why !== undefined) {
      rejected.push(...record.lines.map((line) => refused(line, why, record, kind)));
      continue;
    }
    taken.push({ partner: record.partner, values: whole, worth: record.worth });
    const isMove = present?.partner !== undefined && present.partner !== record.partner;
    const isSame = present && !isMove && differences(present.values, whole).length === 0;
    counts[isMove ? 'moved' : isSame ? 'unchanged' : present ? 'updated' : 'created'] += 1;
    if (!isSame) book.put(record.keys, record.partner, whole);
  }
  return { ...counts, updated: counts.updated + counts.moved, rejected, taken };
}

/** The row with what the record says; what names it keeps its spelling, and what must be there is never emptied. */
function merged(present: RowValues, values: RowValues, { kind, book, loaded }: PutSetting): RowValues {
  const naming = new Set(kind.identities.flat());
  const next: Record<string, RowValues[string]> = { ...present };
  const own = book.table.columns.filter(({ name }) => name !== 'source' && (loaded.has(name) || name in values));
  for (const { name, required, fallback } of own) {
    const value = values[name];
    const isSpelling = naming.has(name) && present[name] !== undefined && isLike(value, present[name], name);
    if (isSpelling || (value === undefined && (required || present[name] === fallback))) continue;
    next[name] = value;
  }
  const isSame = own.every(({ name }) => next[name] === present[name]);
  // Where a row comes from changes only together with what it says.
  if (!isSame && values['source'] !== undefined) next['source'] = values['source'];
  return filled(next);
}

function isLike(a: RowValues[string], b: RowValues[string], column: string): boolean {
  return a === undefined || comparable(String(a), column) === comparable(String(b), column);
}

function refused(line: number, why: string, { values }: KeyedRecord, { money }: RecordKind): RefusedRow {
  const amount = money === undefined ? undefined : (values[money] as number | undefined);
  return { line, why, amount, currency: values['currency'] as string | undefined };
}
