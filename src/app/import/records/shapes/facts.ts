import { periodText } from '../../../../input/import-columns/period-words.ts';
import { labelKey } from '../../../../input/import-columns/stage-words.ts';
import type { PlacedRow, RecordRow, RefusedRow, ShapeContext, ShapedRows } from '../record-kind.ts';

/** A figure a row, or a figure for each column that is headed by a period. */
export function shapeFacts(rows: readonly PlacedRow[], { source }: ShapeContext): ShapedRows {
  const records: RecordRow[] = [];
  const rejected: RefusedRow[] = [];
  for (const row of rows) {
    const figures = figuresOf(row, source);
    if (typeof figures === 'string') rejected.push({ line: row.line, why: figures });
    else records.push(...figures);
  }
  return { records, rejected, warnings: [] };
}

function figuresOf({ line, partner, values, spread }: PlacedRow, source: string): RecordRow[] | string {
  const metric = metricName(String(values['metric'] ?? ''));
  if (metric === undefined) return 'names no metric that begins with a letter';
  const figure = (period: string, value: number, currency = values['currency']): RecordRow => ({
    lines: [line],
    partner,
    values: { metric, period, value, currency, source: values['source'] ?? source },
  });
  const { period, value } = values;
  if (period !== undefined && value !== undefined) return [figure(String(period), value as number)];
  if (period !== undefined) return 'has no value';
  if (spread.length === 0) return value === undefined ? 'has no value' : 'names no period';
  const dated = spread.map((cell) => ({ ...cell, name: periodText(cell.period) }));
  const undated = dated.find(({ name }) => name === undefined);
  if (undated) return `"${undated.header}" does not say of which year; write Jul 2025 or FY26-Q1`;
  return dated.map(({ name, value: amount }) => figure(name!, amount));
}

/** `Services revenue` → `services_revenue`. */
function metricName(written: string): string | undefined {
  const name = labelKey(written)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[a-z]/.test(name) ? name.slice(0, 80) : undefined;
}
