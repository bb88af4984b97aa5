import { readDate } from '../../../input/import-columns/date-column.ts';
import {
  matchHeaders,
  similarHeader,
  type MatchedColumn,
  type StatedColumns,
} from '../../../input/import-columns/match-headers.ts';
import { saysNothing } from '../../../input/import-columns/no-value.ts';
import { readNumber } from '../../../input/import-columns/number-column.ts';
import type { Cell, TextTable } from '../../../input/tabular/table-of-text.ts';
import type { DateOrder, DecimalSign, ImportField } from '../../../schema/import-mapping.ts';
import { Failure } from '../../../units/failure.ts';
import { decideDates, decideDecimals } from './decide-styles.ts';
import { DATE_FIELDS, NUMBER_FIELDS } from './field-kinds.ts';
import type { StatedReading } from './stated-reading.ts';

/** How the columns of an export are read. */
export interface ColumnReading {
  readonly columns: ReadonlyMap<ImportField, MatchedColumn>;
  readonly unused: readonly string[];
  /** Fields without which no deal can be read, with a header that looks like it. */
  readonly missing: readonly MissingField[];
  readonly dateOrders: ReadonlyMap<ImportField, DateOrder>;
  /** The order the file's dates need; undefined when they are all unmistakable. */
  readonly dateOrder: DateOrder | undefined;
  readonly decimals: ReadonlyMap<ImportField, DecimalSign>;
  /** Dates or numbers that could be read in two ways, to be settled by a flag. */
  readonly undecided: Failure | undefined;
  readonly warnings: readonly string[];
}

export interface MissingField {
  readonly field: ImportField;
  readonly hint?: string;
}

/**
 * Finds out what each column of a deal export is and how its dates and numbers are written, for whole columns and never cell by cell.
 * @throws Failure when a stated header is not there, or a header stands twice over different values
 */
export function understandTable(table: TextTable, stated: StatedReading, needsPartner: boolean): ColumnReading {
  const found = matchHeaders(table.headers, statedColumns(stated));
  const absent = found.absent[0];
  if (absent) throw absentHeader(table, absent, stated);
  refuseDoubleHeaders(table, found.columns);
  const columns = new Map(found.columns);
  const warnings = dropUnreadable(table, columns);
  const dates = decideDates(table, columns, stated);
  const numbers = decideDecimals(table, columns, found.canonical ? { ...stated, decimal: '.' } : stated);
  return {
    columns,
    unused: found.unused,
    missing: missingFields(columns, found.unused, needsPartner),
    dateOrders: dates.orders,
    dateOrder: dates.needed,
    decimals: numbers.signs,
    undecided: dates.undecided ?? numbers.undecided,
    warnings,
  };
}

function statedColumns({ mapping, partnerColumn }: StatedReading): StatedColumns {
  return partnerColumn === undefined ? mapping.columns : { ...mapping.columns, partner: partnerColumn };
}

function absentHeader(
  { file, headers }: TextTable,
  { field, header, nearest }: { readonly field: ImportField; readonly header: string; readonly nearest?: string },
  { partnerColumn, mappingFile }: StatedReading,
): Failure {
  const byFlag = field === 'partner' && partnerColumn !== undefined;
  const says = byFlag ? `--partner-column: ` : `${mappingFile ?? 'mapping'}: columns.${field}: `;
  const hint = nearest === undefined ? '' : `Did you mean "${nearest}"? `;
  const its = headers.filter(Boolean).slice(0, 30).join(', ');
  return new Failure(
    byFlag ? 'usage' : 'data',
    `${says}${file} has no column "${header}".`,
    `${hint}Its columns: ${its}.`,
  );
}

function refuseDoubleHeaders(
  { file, headers, rows }: TextTable,
  columns: ReadonlyMap<ImportField, MatchedColumn>,
): void {
  for (const { header, index } of columns.values()) {
    const twin = headers.findIndex((other, at) => at !== index && other === header);
    if (twin === -1 || rows.every(({ cells }) => isSame(cells[twin]!, cells[index]!))) continue;
    throw new Failure(
      'data',
      `${file}: the header "${header}" stands over two columns that differ (${index + 1} and ${twin + 1}).`,
      'Nothing was imported. Rename one of them in the file, so that it is clear which is meant.',
    );
  }
}

function isSame(a: Cell, b: Cell): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}

/** A column known only by its header that holds no date, or no number, at all is something else: better nothing than every row refused. */
function dropUnreadable(table: TextTable, columns: Map<ImportField, MatchedColumn>): string[] {
  const warnings: string[] = [];
  for (const [field, { stated, header, index }] of [...columns]) {
    const isDate = DATE_FIELDS.includes(field);
    if (stated || !(isDate || NUMBER_FIELDS.includes(field))) continue;
    const filled = table.rows.filter(({ cells }) => !saysNothing(cells[index]!));
    const isReadable = ({ cells }: { readonly cells: readonly Cell[] }): boolean =>
      isDate
        ? readDate(cells[index]!, 'dmy') !== 'unreadable' || readDate(cells[index]!, 'mdy') !== 'unreadable'
        : readNumber(cells[index]!, '.') !== 'unreadable' || readNumber(cells[index]!, ',') !== 'unreadable';
    if (filled.length === 0 || filled.some(isReadable)) continue;
    columns.delete(field);
    warnings.push(`column "${header}" holds no ${isDate ? 'dates' : 'numbers'} and was not taken for ${field}`);
  }
  return warnings;
}

function missingFields(
  columns: ReadonlyMap<ImportField, MatchedColumn>,
  unused: readonly string[],
  needsPartner: boolean,
): MissingField[] {
  const missing: MissingField[] = [];
  const need = (field: ImportField, ...instead: readonly ImportField[]): void => {
    if ([field, ...instead].some((one) => columns.has(one))) return;
    const hint = similarHeader(field, unused);
    missing.push(hint === undefined ? { field } : { field, hint });
  };
  need('stage', 'status', 'is_won');
  if (needsPartner) need('partner', 'partner_crm_id', 'partner_domain');
  return missing;
}
