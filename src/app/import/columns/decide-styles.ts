import { decideDateOrder } from '../../../input/import-columns/date-column.ts';
import type { MatchedColumn } from '../../../input/import-columns/match-headers.ts';
import { decideDecimalSign } from '../../../input/import-columns/number-column.ts';
import type { Cell, TextTable } from '../../../input/tabular/table-of-text.ts';
import type { DateOrder, DecimalSign } from '../../../schema/import-mapping.ts';
import { Failure } from '../../../units/failure.ts';
import type { StatedReading } from './stated-reading.ts';

/** How the dates of each column are written. */
export interface DateReading<F> {
  readonly orders: ReadonlyMap<F, DateOrder>;
  /** The order the file's dates need; undefined when they are all unmistakable. */
  readonly needed: DateOrder | undefined;
  readonly undecided: Undecided | undefined;
}

/** Dates or numbers of a column that could be read in two ways. */
export interface Undecided {
  readonly what: 'date order' | 'decimal sign';
  readonly header: string;
  /** Cells that show it, at most two. */
  readonly examples: readonly string[];
  /** What is said where nobody can be asked. */
  readonly failure: Failure;
}

/** The columns of a table, and which of its fields hold dates. */
export interface DateColumns<F> {
  readonly columns: ReadonlyMap<F, MatchedColumn>;
  readonly dates: readonly F[];
}

/** A column without a telling date follows the file's other date columns where those agree: one export is written in one style. */
export function decideDates<F extends string>(
  table: TextTable,
  { columns, dates }: DateColumns<F>,
  stated: StatedReading,
): DateReading<F> {
  const order = stated.dateOrder ?? stated.mapping.date_order;
  const fields = dates.filter((field) => columns.has(field));
  const decisions = fields.map((field) => ({ field, ...decideDateOrder(cellsOf(table, columns.get(field)!)) }));
  if (order !== undefined) {
    return { orders: new Map(fields.map((field) => [field, order])), needed: order, undecided: undefined };
  }
  const decided = new Set(decisions.flatMap((decision) => (decision.kind === 'decided' ? [decision.order] : [])));
  const common = decided.size === 1 ? [...decided][0] : undefined;
  const orders = new Map<F, DateOrder>();
  let undecided: Undecided | undefined;
  for (const decision of decisions) {
    const { field } = decision;
    if (decision.kind === 'decided') orders.set(field, decision.order);
    else if (decision.kind === 'no order needed') orders.set(field, 'dmy');
    else if (decision.kind === 'ambiguous' && common !== undefined) orders.set(field, common);
    else undecided ??= undecidedDates(table, columns.get(field)!, decision);
  }
  return { orders, needed: orderToReport(decisions), undecided };
}

function orderToReport(decisions: readonly ReturnType<typeof decideDateOrder>[]): DateOrder | undefined {
  for (const decision of decisions) if (decision.kind === 'decided') return decision.order;
  return undefined;
}

function undecidedDates(
  table: TextTable,
  column: MatchedColumn,
  decision: Extract<ReturnType<typeof decideDateOrder>, { kind: 'ambiguous' | 'contradictory' }>,
): Undecided {
  const { header } = column;
  const why =
    decision.kind === 'ambiguous'
      ? `"${decision.example.trim()}" could be day or month first, and no date of the column settles it`
      : `"${decision.dayFirst.trim()}" has the day first, "${decision.monthFirst.trim()}" the month`;
  const failure = new Failure(
    'usage',
    `${table.file}: the dates in "${header}" cannot be read with certainty: ${why}.`,
    'Nothing was imported. Say which it is: --date-order dmy (31/12/2026) or --date-order mdy (12/31/2026).',
  );
  const examples =
    decision.kind === 'ambiguous'
      ? twoLike(decision.example, cellsOf(table, column), (cell) => decideDateOrder([cell]).kind === 'ambiguous')
      : [decision.dayFirst, decision.monthFirst];
  return { what: 'date order', header, examples, failure };
}

/** How the numbers of each column are written. */
export interface DecimalReading<F> {
  readonly signs: ReadonlyMap<F, DecimalSign>;
  readonly undecided: Undecided | undefined;
}

/** The columns of a table, which of its fields hold numbers, and which of these money. */
export interface NumberColumns<F> {
  readonly columns: ReadonlyMap<F, MatchedColumn>;
  readonly numbers: readonly F[];
  readonly money: readonly F[];
}

/** The decimal sign of each column of numbers; what a person states holds for money, and for what settles nothing by itself. */
export function decideDecimals<F extends string>(
  table: TextTable,
  { columns, numbers, money }: NumberColumns<F>,
  stated: StatedReading,
): DecimalReading<F> {
  const sign = stated.decimal ?? stated.mapping.decimal;
  const fields = numbers.filter((field) => columns.has(field));
  const decisions = fields.map((field) => {
    const isMoney = money.includes(field);
    return { field, isMoney, ...decideDecimalSign(cellsOf(table, columns.get(field)!), { isMoney }) };
  });
  const decided = new Set(decisions.flatMap((decision) => (decision.kind === 'decided' ? [decision.sign] : [])));
  const common = sign ?? (decided.size === 1 ? [...decided][0] : undefined);
  const signs = new Map<F, DecimalSign>();
  let undecided: Undecided | undefined;
  for (const decision of decisions) {
    const { field, isMoney } = decision;
    if (sign !== undefined && (isMoney || decision.kind !== 'decided')) signs.set(field, sign);
    else if (decision.kind === 'decided') signs.set(field, decision.sign);
    else if (decision.kind === 'no sign needed') signs.set(field, common ?? '.');
    else if (decision.kind === 'ambiguous' && common !== undefined) signs.set(field, common);
    else undecided ??= undecidedDecimals(table, columns.get(field)!, decision);
  }
  return { signs, undecided };
}

function undecidedDecimals(
  table: TextTable,
  column: MatchedColumn,
  decision: Extract<ReturnType<typeof decideDecimalSign>, { kind: 'ambiguous' | 'contradictory' }>,
): Undecided {
  const { header } = column;
  const why =
    decision.kind === 'ambiguous'
      ? `"${decision.example.trim()}" could be thousands or decimals, and no number of the column settles it`
      : `"${decision.comma.trim()}" is written with a decimal comma, "${decision.point.trim()}" with a decimal point`;
  const failure = new Failure(
    'usage',
    `${table.file}: the numbers in "${header}" cannot be read with certainty: ${why}.`,
    'Nothing was imported. Say which sign stands before the decimals: --decimal . or --decimal ,',
  );
  const examples =
    decision.kind === 'ambiguous'
      ? twoLike(decision.example, cellsOf(table, column), (cell) => decideDecimalSign([cell]).kind === 'ambiguous')
      : [decision.comma, decision.point];
  return { what: 'decimal sign', header, examples, failure };
}

/** An example and, where there is one, another cell like it that says something else. */
function twoLike(example: string, cells: Iterable<Cell>, isLike: (cell: string) => boolean): string[] {
  for (const cell of cells) {
    if (typeof cell === 'string' && cell.trim() !== example.trim() && isLike(cell)) return [example, cell];
  }
  return [example];
}

function* cellsOf({ rows }: TextTable, { index }: MatchedColumn): Generator<Cell> {
  for (const { cells } of rows) yield cells[index]!;
}
