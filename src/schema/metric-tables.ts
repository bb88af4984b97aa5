import type { Expression } from '../expression/expression.ts';
import { activitySchema } from './activity.ts';
import { dealSchema } from './deal.ts';
import { leadSchema } from './lead.ts';
import { registrationSchema } from './registration.ts';
import { cellKindOf, keysOf, type Schema } from './schema-parts.ts';

/** A question to a table, as `metrics.yaml` writes it; without a measure its rows are counted. */
export interface TableQuery {
  readonly from: MetricTableName;
  readonly where?: Expression | undefined;
  readonly date?: string | undefined;
  readonly sum?: Expression | undefined;
  readonly mean?: Expression | undefined;
  readonly share?: Expression | undefined;
  readonly distinct?: string | undefined;
  readonly days_since?: string | undefined;
}

/** What a field of a row holds; money is read in the partner's currency. */
export type FieldKind = 'text' | 'number' | 'money' | 'date' | 'flag';

/** A partner's tables a metric may ask, with the fields its rows have for conditions and formulas. */
const METRIC_TABLES: Readonly<Record<MetricTableName, Readonly<Record<string, FieldKind>>>> = {
  // status and stage as they stood; is_booking: of a kind that counts; stage_position: 0 to 1 through the open stages of cam.yaml;
  // first_of_account: the first deal that was won at this account.
  deals: {
    ...fieldsOf(dealSchema, ['amount', 'annual_value']),
    is_booking: 'flag',
    stage_position: 'number',
    first_of_account: 'flag',
  },
  registrations: fieldsOf(registrationSchema, ['amount']),
  leads: fieldsOf(leadSchema, ['amount']),
  activities: fieldsOf(activitySchema, []),
  certifications: { holder: 'text', role: 'text', name: 'text', level: 'text', issued: 'date', expires: 'date' },
  tasks: { id: 'text', title: 'text', required: 'flag', due: 'date', done: 'date' },
  meetings: { kind: 'text', quarter: 'text', date: 'date', planned_week: 'date', held: 'flag' },
  funds: {
    ...{ id: 'text', kind: 'text', title: 'text', period: 'text', period_start: 'date', period_end: 'date' },
    ...{ allocated: 'money', requested: 'money', approved: 'money', used: 'money', paid: 'money', expires: 'date' },
  },
};

export const METRIC_TABLE_NAMES = [
  'deals',
  'registrations',
  'leads',
  'activities',
  'certifications',
  'tasks',
  'meetings',
  'funds',
] as const;
export type MetricTableName = (typeof METRIC_TABLE_NAMES)[number];

/** The names an expression over the rows of a table may use: its fields, `day`, and `days_to_…` for each of its dates. */
export function namesOfTable(table: MetricTableName): ReadonlyMap<string, FieldKind> {
  const fields = Object.entries(METRIC_TABLES[table]);
  const spans = fields.flatMap(([name, kind]) => (kind === 'date' ? [[`days_to_${name}`, 'number'] as const] : []));
  return new Map<string, FieldKind>([...fields, ...spans, ['day', 'date']]);
}

function fieldsOf(schema: Schema, money: readonly string[]): Readonly<Record<string, FieldKind>> {
  const kinds = { text: 'text', choice: 'text', number: 'number', date: 'date' } as const;
  return Object.fromEntries(
    keysOf(schema).map((key) => [key, money.includes(key) ? 'money' : kinds[cellKindOf(schema, key) ?? 'text']]),
  );
}
