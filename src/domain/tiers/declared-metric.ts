import type { Metric, MetricsTemplate } from '../../schema/metrics.ts';
import { isKnown, type Known } from '../../units/missing.ts';
import { earlier } from '../../units/plain-date.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { count, text } from '../../units/value.ts';
import type { DateRange } from '../fiscal-calendar.ts';
import type { TableQuery } from '../../schema/metric-tables.ts';
import { askTable, type AskedSpan } from '../metrics/ask-table.ts';
import { rowsOfTable } from '../metrics/rows/rows-of-table.ts';
import { figureNameOfId } from '../metrics/figure-name.ts';
import type { TierBasis } from './tier-basis.ts';

/** What a table says over the window of a requirement; amounts in the partner's currency. */
interface DeclaredReading {
  readonly value: Known<number>;
  readonly grows: boolean;
  readonly formula: string;
  readonly sources: readonly Sentence[];
}

/** The metric of `metrics.yaml` that a requirement names, with underscores for its hyphens, when it asks a table. */
export function declaredMetric(metrics: MetricsTemplate | undefined, name: string): Metric | undefined {
  return metrics?.metrics.find(({ id, read }) => read.from !== undefined && figureNameOfId(id) === name);
}

/** Asks the table over the window of a requirement: what is known today, looked at from the window's last day. */
export function readDeclared(basis: TierBasis, { read, grain }: Metric, span: DateRange): DeclaredReading {
  const { files, config, calendar, currency, deals, funds, asOf, known } = basis;
  const query: TableQuery = { ...read, from: read.from! };
  const table = rowsOfTable({ files, config, calendar, currency, deals, funds }, query.from, {
    day: query.from === 'deals' ? known : asOf,
    isPast: false,
  });
  const asked: AskedSpan =
    grain === 'state'
      ? { day: span.to }
      : { within: { from: span.from, to: earlier(span.to, asOf) }, whole: span, day: span.to };
  return {
    value: isKnown(table) ? askTable(query, table, asked) : table,
    grows: grain === 'flow',
    formula: `${read.from}${read.where ? ` where ${read.where.text}` : ''}, as metrics.yaml asks`,
    sources: isKnown(table)
      ? [sentence('{file}, {rows|row|rows}', { file: text(table.file), rows: count(table.rows.length) })]
      : [],
  };
}
