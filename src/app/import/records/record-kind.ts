import type { FiscalCalendar } from '../../../domain/fiscal-calendar.ts';
import type { PartnerFiles, Territory } from '../../../schema/territory.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import type { CellValue } from '../../tables/table.ts';
import type { Vocabulary } from '../columns/read-columns.ts';
import type { SpreadCell } from './spread-columns.ts';

/** How the cells of a field are read. `words` are labels by the word of ours that they mean. */
export type FieldReading =
  | 'text'
  /** Text that names something: it is taken whole or not at all. */
  | 'name'
  | 'date'
  | 'number'
  | 'money'
  | 'currency'
  | 'yes-no'
  /** A month, a fiscal quarter, a fiscal year or a day. */
  | 'period'
  | 'fiscal-year'
  /** A web domain, from an address of a page or a person too. */
  | 'domain'
  /** Entries between semicolons. */
  | 'list'
  | { readonly words: Readonly<Record<string, readonly string[]>> };

/** One thing a row can say. */
export interface RecordField {
  readonly reads: FieldReading;
  /** Headers under which other systems carry it; its own name is one of them. */
  readonly headers: readonly string[];
  /** A table with such a column is probably of this kind; only with these headers, where some of them are too common to tell. */
  readonly tells?: true | readonly string[];
  /** It is no column of the table: it helps to find or to make the record. */
  readonly aside?: true;
}

/** A row whose partner is known, on its way to a record. */
export interface PlacedRow {
  readonly line: number;
  /** Id; undefined for rows that are partners themselves and not known yet. */
  readonly partner: string;
  readonly values: RowValues;
  /** What stands in the columns that are headed by periods. */
  readonly spread: readonly SpreadCell[];
}

export type RowValues = Readonly<Record<string, CellValue | undefined>>;

/** A record as it should stand in its table. */
export interface RecordRow {
  /** Lines it is made of. */
  readonly lines: readonly number[];
  readonly partner: string;
  readonly values: RowValues;
  /** What the file says it is worth, where no column of the record holds just that. */
  readonly worth?: number | undefined;
}

/** A row that is not taken. */
export interface RefusedRow {
  readonly line: number;
  /** Index of the column that says it. */
  readonly column?: number;
  readonly why: string;
  readonly amount?: number | undefined;
  readonly currency?: string | undefined;
}

/** What a kind makes of its rows. */
export interface ShapedRows {
  readonly records: readonly RecordRow[];
  readonly rejected: readonly RefusedRow[];
  /** Rows that repeat another word for word and were left out of a sum. */
  readonly repeated?: number;
  readonly warnings: readonly string[];
}

export interface ShapeContext {
  readonly territory: Territory;
  /** Its partners by id. */
  readonly filesOf: ReadonlyMap<string, PartnerFiles>;
  /** The system the rows come from. */
  readonly source: string;
  /** The day the import runs for. */
  readonly asOf: PlainDate;
  /** Every row that was read, those of unknown partners among them: what a file covers does not depend on who is known. */
  readonly allRows: readonly { readonly values: RowValues }[];
}

/** One kind of record that can be imported. To add one: one entry of data, and one line in `kinds.ts`. */
export interface RecordKind {
  /** What is typed after --kind. */
  readonly id: string;
  /** Id of the table it fills. */
  readonly table: string;
  /** In sentences: `3 certifications`. */
  readonly noun: { readonly one: string; readonly many: string };
  /** By name, in the order in which they take their columns. */
  readonly fields: Readonly<Record<string, RecordField>>;
  /** One field of each group must be there. */
  readonly needs: readonly (readonly string[])[];
  /** Columns headed by months, quarters or years carry values too. */
  readonly hasPeriodColumns?: true;
  /** Columns that name a record, surest first; the first whose values are all there decides. */
  readonly identities: readonly (readonly string[])[];
  /** Records are the same across all partners, so one that another partner gets now moves. */
  readonly isTerritoryWide?: true;
  /** Fields that stay the same from one export to the next; their hash names a row without an id. */
  readonly lasting?: readonly string[];
  /** The field of a row that holds its money, for rows that are not taken. */
  readonly money?: string;
  /** What such a row is worth, where no single field says it. */
  readonly worthOfRow?: (row: Pick<PlacedRow, 'values' | 'spread'>, calendar: FiscalCalendar) => number | undefined;
  /** How rows become records, where a row is not simply one. */
  readonly shape?: (rows: readonly PlacedRow[], context: ShapeContext) => ShapedRows;
}

/** The fields of a kind as the reading of columns needs them. */
export function vocabularyOf({ fields }: RecordKind, ownColumns: readonly string[]): Vocabulary<string> {
  const names = Object.keys(fields);
  const reading = (...kinds: readonly FieldReading[]): string[] =>
    names.filter((name) => kinds.includes(fields[name]!.reads));
  return {
    fields: names,
    headers: Object.fromEntries(names.map((name) => [name, fields[name]!.headers])),
    ownColumns: [...ownColumns, 'partner'],
    dates: reading('date'),
    numbers: reading('number', 'money'),
    money: reading('money'),
  };
}
