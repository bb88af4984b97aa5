import { createHash } from 'node:crypto';
import { fiscalCalendarOf, fiscalQuarterOf, type FiscalCalendar } from '../../../../domain/fiscal-calendar.ts';
import { formatFiscalQuarter, formatFiscalYear } from '../../../../units/fiscal-quarter.ts';
import type { Fund } from '../../../../schema/funds.ts';
import type { PlainDate } from '../../../../units/plain-date.ts';
import type { PlacedRow, RecordRow, RefusedRow, RowValues, ShapeContext, ShapedRows } from '../record-kind.ts';
import { without } from './person-name.ts';

/**
 * A row a fund. A row without an id is known by its partner, period, kind and title. The period may stand in another row of the fund, or
 * in `funds.yaml`; otherwise the day of the request tells its quarter.
 */
export function shapeFunds(rows: readonly PlacedRow[], { territory }: ShapeContext): ShapedRows {
  const records: RecordRow[] = [];
  const rejected: RefusedRow[] = [];
  const calendar = fiscalCalendarOf(territory.config);
  const known = new Map((territory.funds ?? []).map((fund) => [fund.id.toLowerCase(), periodOf(fund)]));
  for (const { values } of rows) {
    const [id, period] = [idOf(values), statedPeriod(values, calendar)];
    if (id !== undefined && period !== undefined) known.set(id.toLowerCase(), period);
  }
  for (const { line, partner, values } of rows) {
    const id = idOf(values);
    const period = statedPeriod(values, calendar) ?? known.get(id?.toLowerCase() ?? '');
    if (period === undefined) rejected.push({ line, why: 'names neither a fiscal quarter nor a fiscal year' });
    else if (!/^FY\d{2}(-Q[1-4])?$/.test(period)) {
      rejected.push({ line, why: `"${period}" is no fiscal quarter such as FY26-Q3 and no fiscal year such as FY26` });
    } else {
      const { kind = 'mdf', title = '' } = values;
      const made = `${partner}-${period}-${kind}${title === '' ? '' : `-${title}`}`;
      const whole = { ...without(values, 'date'), id: id ?? fundId(made), partner, period };
      records.push({ lines: [line], partner, values: whole });
    }
  }
  return { records, rejected, warnings: [] };
}

function idOf({ id }: RowValues): string | undefined {
  return id === undefined ? undefined : fundId(String(id));
}

function statedPeriod({ period, date }: RowValues, calendar: FiscalCalendar): string | undefined {
  if (period !== undefined) return String(period);
  return date === undefined ? undefined : formatFiscalQuarter(fiscalQuarterOf(date as PlainDate, calendar));
}

function periodOf({ period }: Fund): string {
  return typeof period === 'number' ? formatFiscalYear(period) : formatFiscalQuarter(period);
}

/** An id as `funds.yaml` can hold it: letters, digits and hyphens. One without any of them is known by its hash. */
function fundId(written: string): string {
  const plain = written
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/gi, '-')
    .replace(/^-+/, '')
    .slice(0, 80)
    .replace(/-+$/, '');
  return plain === '' ? `fund-${createHash('sha256').update(written).digest('hex').slice(0, 12)}` : plain;
}
