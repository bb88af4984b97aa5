import type { Lead } from '../../../schema/lead.ts';
import type { Registration } from '../../../schema/registration.ts';
import { missing, type Known } from '../../../units/missing.ts';
import { cellOf, nameOf, type MetricTable, type RowSource, type SeenOn } from './metric-table.ts';

const REGISTRATION_MONEY = ['amount'] as const satisfies readonly (keyof Registration)[];
const LEAD_MONEY = ['amount'] as const satisfies readonly (keyof Lead)[];

/** Registrations handed in by a day; one that was decided later is still submitted. */
export function registrationRows(source: RowSource, { day, isPast }: SeenOn): Known<MetricTable> {
  const table = source.files.registrations;
  if (!table) return missing('registrations not loaded');
  const there = table.rows.filter(({ submitted }) => submitted === undefined || submitted <= day);
  return {
    what: 'registrations',
    file: table.path,
    columns: new Set<string>(table.columns),
    unrecorded: isPast ? ['status', 'deal_id'] : [],
    rows: there.map((row) => {
      const isDecided = row.decided === undefined || row.decided <= day;
      const known = isDecided ? row : { ...row, status: 'submitted' as const, decided: undefined };
      return {
        name: nameOf(row.account ?? row.name, row.id),
        cell: cellOf(known, REGISTRATION_MONEY, { source, on: row.submitted ?? day }),
      };
    }),
  };
}

/** Leads that had come in by a day; of one that moved on later the stage it was in is unknown. */
export function leadRows(source: RowSource, { day, isPast }: SeenOn): Known<MetricTable> {
  const table = source.files.leads;
  if (!table) return missing('leads not loaded');
  const there = table.rows.filter(({ created_date: created }) => created === undefined || created <= day);
  return {
    what: 'leads',
    file: table.path,
    columns: new Set<string>(table.columns),
    unrecorded: isPast ? ['deal_id', 'owner'] : [],
    rows: there.map((row) => {
      const hasMoved = row.stage_date !== undefined && row.stage_date > day;
      const known = hasMoved ? { ...row, stage: undefined, stage_date: undefined } : row;
      return {
        name: nameOf(row.company ?? row.contact, row.id),
        cell: cellOf(known, LEAD_MONEY, { source, on: row.created_date ?? day }),
      };
    }),
  };
}

/** Contacts with the partner up to a day. */
export function activityRows(source: RowSource, { day }: SeenOn): Known<MetricTable> {
  const table = source.files.activities;
  if (!table) return missing('contacts not loaded');
  return {
    what: 'contacts',
    file: table.path,
    columns: new Set<string>(table.columns),
    unrecorded: [],
    rows: table.rows
      .filter(({ date }) => date <= day)
      .map((row) => ({ name: nameOf(row.date, row.kind, row.subject), cell: cellOf(row, [], { source, on: day }) })),
  };
}
