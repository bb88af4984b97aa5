import { nearest } from '../../../input/nearest.ts';
import { similarHeader } from '../../../input/import-columns/match-headers.ts';
import { cellText } from '../../../input/tabular/cell-text.ts';
import type { TextTable } from '../../../input/tabular/table-of-text.ts';
import { singleLine } from '../../../units/clean-text.ts';
import { Failure } from '../../../units/failure.ts';
import { tableById } from '../../tables/registry.ts';
import { readColumns, type ColumnStyles } from '../columns/read-columns.ts';
import type { StatedReading } from '../columns/stated-reading.ts';
import { sourceOf } from '../deals/deal-keys.ts';
import type { MissingField, OpenQuestions } from '../mapping/open-questions.ts';
import { vocabularyOf, type RecordKind } from './record-kind.ts';
import { spreadColumns, withSpread, type SpreadColumn } from './spread-columns.ts';

/** A table of records with what was understood of it before any row was taken. */
export interface UnderstoodRecords {
  readonly table: TextTable;
  readonly kind: RecordKind;
  readonly reading: ColumnStyles<string>;
  /** Columns headed by periods that are read. */
  readonly spread: readonly SpreadColumn[];
  /** The system the rows come from. */
  readonly source: string;
  readonly questions: OpenQuestions | undefined;
  /** What a person said about this table. */
  readonly stated: StatedReading;
}

/** A record's id in Salesforce: 15 characters that tell upper from lower case, or 18 that need not; the first three name its kind. */
const SALESFORCE_ID = /^[0-9a][0-9A-Za-z]{14}([0-9A-Za-z]{3})?$/;

/**
 * Understands a table of one kind as a whole.
 * @param wholePartner all rows belong to a partner somebody named
 * @throws Failure when a stated header is not there, or a header stands twice over different values
 */
export function understandRecords(
  table: TextTable,
  stated: StatedReading,
  { kind, wholePartner }: { readonly kind: RecordKind; readonly wholePartner: boolean },
): UnderstoodRecords {
  checkStatedFields(kind, stated);
  const found = kind.hasPeriodColumns ? spreadColumns(table) : [];
  const own = tableById(kind.table).columns.map(({ name }) => name);
  const vocabulary = withSpread(vocabularyOf(kind, own), found);
  const reading = readColumns(table, vocabulary, stated);
  const spread = found.filter(({ header, index }) => reading.columns.get(header)?.index === index);
  const missing = missingGroups(kind, new Set(reading.columns.keys()), { wholePartner, hasSpread: spread.length > 0 });
  const fields = missing.map((group): MissingField => {
    const field = group[0]!;
    const hint = similarHeader(field, vocabulary, reading.unused);
    return hint === undefined ? { field } : { field, hint };
  });
  const questions = fields.length === 0 ? undefined : { fields, labels: [] };
  return { table, kind, reading, spread, source: sourceOfRecords(table, reading, stated), questions, stated };
}

/** Groups of fields a kind needs and of which a table has none. */
export function missingGroups(
  { needs }: Pick<RecordKind, 'needs'>,
  columns: ReadonlySet<string>,
  { wholePartner, hasSpread }: { readonly wholePartner: boolean; readonly hasSpread: boolean },
): (readonly string[])[] {
  return needs.filter((group) => {
    if (wholePartner && group.includes('partner_crm_id')) return false;
    if (hasSpread && group.includes('periods')) return false;
    return !group.some((field) => columns.has(field));
  });
}

/** A mapping may name any field; which there are depends on the kind. */
function checkStatedFields({ id, fields }: RecordKind, { mapping, mappingFile = 'mapping' }: StatedReading): void {
  const known = Object.keys(fields);
  const strange = Object.keys(mapping.columns).find((field) => !known.includes(field));
  if (strange === undefined) return;
  const near = nearest(strange, known);
  throw new Failure(
    'data',
    `${mappingFile}: columns.${strange}: ${id} have no such field.`,
    `${near === undefined ? '' : `Did you mean "${near}"? `}The fields of ${id}: ${known.join(', ')}.`,
  );
}

function sourceOfRecords(table: TextTable, { columns }: ColumnStyles<string>, { mapping }: StatedReading): string {
  if (mapping.source !== undefined) return mapping.source;
  const column = columns.get('id');
  const ids = column ? table.rows.map(({ cells }) => singleLine(cellText(cells[column.index]!))).filter(Boolean) : [];
  if (ids.length > 0 && ids.every((id) => SALESFORCE_ID.test(id))) return 'salesforce';
  return sourceOf(table.file, [], undefined);
}
