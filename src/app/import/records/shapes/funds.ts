import { fiscalQuarterOf } from '../../../../domain/fiscal-calendar.ts';
import { formatFiscalQuarter } from '../../../../units/fiscal-quarter.ts';
import type { PlainDate } from '../../../../units/plain-date.ts';
import { partnerIdFromName } from '../../../partner-id.ts';
import { calendarOf } from '../../calendar-of.ts';
import type { PlacedRow, RecordRow, RefusedRow, ShapeContext, ShapedRows } from '../record-kind.ts';
import { without } from './person-name.ts';

/** A row a fund. A row without an id is known by its partner, period, kind and title; a request's day tells its quarter. */
export function shapeFunds(rows: readonly PlacedRow[], { territory }: ShapeContext): ShapedRows {
  const records: RecordRow[] = [];
  const rejected: RefusedRow[] = [];
  const calendar = calendarOf(territory.config);
  const known = new Map((territory.funds ?? []).map((fund) => [fund.id.toLowerCase(), fund]));
  for (const { line, partner, values } of rows) {
    const { date, period: written = date && formatFiscalQuarter(fiscalQuarterOf(date as PlainDate, calendar)) } =
      values;
    const id = values['id'] === undefined ? undefined : fundId(String(values['id']));
    const period = written ?? (id !== undefined && known.has(id.toLowerCase()) ? 'known' : undefined);
    if (period === undefined) rejected.push({ line, why: 'names neither a fiscal quarter nor a fiscal year' });
    else if (!/^(FY\d{2}(-Q[1-4])?|known)$/.test(String(period))) {
      rejected.push({ line, why: `"${period}" is no fiscal quarter such as FY26-Q3 and no fiscal year such as FY26` });
    } else {
      const { kind = 'mdf', title = '' } = values;
      const own = id ?? fundId(`${partner}-${period}-${kind}${title === '' ? '' : `-${title}`}`);
      const rest = { ...without(values, 'date', 'period'), id: own, partner };
      records.push({ lines: [line], partner, values: period === 'known' ? rest : { ...rest, period } });
    }
  }
  return { records, rejected, warnings: [] };
}

/** An id as `funds.yaml` can hold it: letters, digits and hyphens. */
function fundId(written: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,79}$/i.test(written)) return written;
  return partnerIdFromName(written, []);
}
