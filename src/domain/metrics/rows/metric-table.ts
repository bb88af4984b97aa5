import type { ExpressionValue } from '../../../expression/expression.ts';
import type { CamConfig } from '../../../schema/cam-config.ts';
import type { Deal } from '../../../schema/deal.ts';
import type { Fund } from '../../../schema/funds.ts';
import type { PartnerFiles } from '../../../schema/territory.ts';
import { isKnown } from '../../../units/missing.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import type { DealAt } from '../../deals-at.ts';
import type { DateRange, FiscalCalendar } from '../../fiscal-calendar.ts';
import { convert } from '../../money.ts';

/** What the rows of a partner are read from. */
export interface RowSource {
  readonly files: PartnerFiles;
  readonly config: CamConfig;
  readonly calendar: FiscalCalendar;
  /** The partner's. */
  readonly currency: string;
  /** Deals credited to the partner; undefined when none were loaded. */
  readonly deals: readonly Deal[] | undefined;
  /** The partner's lines of `funds.yaml`; undefined when there is no such file. */
  readonly funds: readonly Fund[] | undefined;
}

/** The day as of which rows are read: what happened later is not in them. */
export interface SeenOn {
  readonly day: PlainDate;
  /** Earlier than today's state of the files, so that what a row said then may not be on record. */
  readonly isPast: boolean;
}

/** The rows of one of a partner's tables as they stood on a day. */
export interface MetricTable {
  /** In the plural, as sentences use it: `registrations`. */
  readonly what: string;
  /** Path of the file. */
  readonly file: string;
  /** Fields that were loaded; a field that is not among them is unknown in every row. Undefined: all of them. */
  readonly columns?: ReadonlySet<string>;
  /** Fields of which only today's state is on record. */
  readonly unrecorded: readonly string[];
  /** Its rows tell of periods: one that no row tells of is unknown, not zero. */
  readonly isByPeriod?: true;
  readonly rows: readonly MetricRow[];
}

export interface MetricRow {
  /** What names it: `Fernhollow Physiotherapy, R-17`. */
  readonly name: string;
  /** What the row says of a field; undefined is unknown. */
  cell(field: string): ExpressionValue;
  /** The deal behind it, where it is one. */
  readonly deal?: DealAt;
  /** A row that is about a period and not about a day. */
  readonly period?: DateRange;
}

/** Reads the fields of a record, its money in the partner's currency; without a rate the amount is unknown. */
export function cellOf(
  record: Readonly<Record<string, unknown>> & { readonly currency?: string | undefined },
  money: readonly string[],
  { source, on }: { readonly source: RowSource; readonly on: PlainDate },
): MetricRow['cell'] {
  return (field) => {
    const value = Object.hasOwn(record, field) ? (record[field] as ExpressionValue) : undefined;
    if (typeof value !== 'number' || !money.includes(field)) return value;
    const from = record.currency ?? source.currency;
    const converted = convert(value, { from, to: source.currency, on, rates: source.config.rates });
    return isKnown(converted) ? converted : undefined;
  };
}

/** The words of a row's name that are there. */
export function nameOf(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(', ');
}
