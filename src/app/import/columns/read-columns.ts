import { readDate } from '../../../input/import-columns/date-column.ts';
import {
  matchHeaders,
  type AbsentHeader,
  type HeaderWords,
  type MatchedColumn,
  type StatedColumns,
} from '../../../input/import-columns/match-headers.ts';
import { saysNothing } from '../../../input/import-columns/no-value.ts';
import { readNumber } from '../../../input/import-columns/number-column.ts';
import type { Cell, TextTable } from '../../../input/tabular/table-of-text.ts';
import type { DateOrder, DecimalSign } from '../../../schema/import-mapping.ts';
import { Failure } from '../../../units/failure.ts';
import { firstFew } from '../../../units/first-few.ts';
import { decideDates, decideDecimals, type Undecided } from './decide-styles.ts';
import type { StatedReading } from './stated-reading.ts';

/** Columns of a file that a refusal names. */
const MOST_HEADERS = 30;

/** The fields of one kind of import: their headers, and which of them hold dates, numbers and, among these, money. */
export interface Vocabulary<F extends string> extends HeaderWords<F> {
  readonly dates: readonly F[];
  readonly numbers: readonly F[];
  readonly money: readonly F[];
}

/** How the columns of a table are read. */
export interface ColumnStyles<F extends string> {
  readonly columns: ReadonlyMap<F, MatchedColumn>;
  readonly unused: readonly string[];
  readonly dateOrders: ReadonlyMap<F, DateOrder>;
  /** The order the file's dates need; undefined when they are all unmistakable. */
  readonly dateOrder: DateOrder | undefined;
  readonly decimals: ReadonlyMap<F, DecimalSign>;
  /** Dates or numbers that could be read in two ways, to be settled by a flag. */
  readonly undecided: Undecided | undefined;
  readonly warnings: readonly string[];
}

/**
 * Finds out what each column of a table is and how its dates and numbers are written, for whole columns and never cell by cell.
 * @throws Failure when a stated header is not there, or a header stands twice over different values
 */
export function readColumns<F extends string>(
  table: TextTable,
  vocabulary: Vocabulary<F>,
  stated: StatedReading,
): ColumnStyles<F> {
  const found = matchHeaders(table.headers, vocabulary, statedColumns<F>(stated));
  const absent = found.absent[0];
  if (absent) throw absentHeader(table, absent, stated);
  refuseDoubleHeaders(table, found.columns);
  const columns = new Map(found.columns);
  const warnings = dropUnreadable(table, columns, vocabulary);
  const dates = decideDates(table, { columns, dates: vocabulary.dates }, stated);
  const numbers = decideDecimals(
    table,
    { columns, numbers: vocabulary.numbers, money: vocabulary.money },
    found.canonical ? { ...stated, decimal: '.' } : stated,
  );
  return {
    columns,
    unused: found.unused,
    dateOrders: dates.orders,
    dateOrder: dates.needed,
    decimals: numbers.signs,
    undecided: dates.undecided ?? numbers.undecided,
    warnings,
  };
}

/** How the cells of a field are read. Where no order or sign had to be decided, the cells say the same in any. */
export function cellStyle<F extends string>(
  { dateOrders, decimals }: Pick<ColumnStyles<F>, 'dateOrders' | 'decimals'>,
  field: F,
): { readonly dateOrder: DateOrder; readonly decimal: DecimalSign } {
  return { dateOrder: dateOrders.get(field) ?? 'dmy', decimal: decimals.get(field) ?? '.' };
}

function statedColumns<F extends string>({ mapping, partnerColumn }: StatedReading): StatedColumns<F> {
  const stated: Readonly<Record<string, string | null | undefined>> = mapping.columns;
  const all = partnerColumn === undefined ? stated : { ...stated, partner: partnerColumn };
  return all as StatedColumns<F>;
}

function absentHeader(
  { file, headers }: TextTable,
  { field, header, nearest }: AbsentHeader<string>,
  { partnerColumn, mappingFile }: StatedReading,
): Failure {
  const byFlag = field === 'partner' && partnerColumn !== undefined;
  const says = byFlag ? `--partner-column: ` : `${mappingFile ?? 'mapping'}: columns.${field}: `;
  const hint = nearest === undefined ? '' : `Did you mean "${nearest}"? `;
  const its = firstFew(headers.filter(Boolean), MOST_HEADERS);
  return new Failure(
    byFlag ? 'usage' : 'data',
    `${says}${file} has no column "${header}".`,
    `${hint}Its columns: ${its}.`,
  );
}

function refuseDoubleHeaders({ file, headers, rows }: TextTable, columns: ReadonlyMap<string, MatchedColumn>): void {
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
function dropUnreadable<F extends string>(
  table: TextTable,
  columns: Map<F, MatchedColumn>,
  { dates, numbers }: Pick<Vocabulary<F>, 'dates' | 'numbers'>,
): string[] {
  const warnings: string[] = [];
  for (const [field, { stated, header, index }] of [...columns]) {
    const isDate = dates.includes(field);
    if (stated || !(isDate || numbers.includes(field))) continue;
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
