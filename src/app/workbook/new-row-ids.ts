import { createHash } from 'node:crypto';
import { partnerIdFromName } from '../partners/partner-id.ts';
import type { CellValue, Table, TableRow } from '../tables/table.ts';
import { sameValue } from './same-value.ts';

type Values = Readonly<Record<string, CellValue>>;

/** Where rows come from that somebody wrote into a workbook without saying so. */
const SOURCE = 'workbook';

/** What stays the same of a deal while it moves through its stages, as imports have it, so that the next workbook finds it again. */
const LASTING = ['name', 'account', 'account_domain', 'product', 'created_date'] as const;

/**
 * The values of a row with the source and the id it does without. A row that says what one without doubt says takes the id of that one;
 * a deal or another row of a system is known by a hash of its lasting fields, as an import would know it.
 * @param standing rows of the same partner, those made before among them
 */
export function withId(table: Table, values: Values, standing: readonly TableRow[]): Values {
  if (!table.key.includes('id') || Object.keys(values).length === 0) return values;
  const sourced =
    table.key.includes('source') && values['source'] === undefined ? { source: SOURCE, ...values } : values;
  if (sourced['id'] !== undefined) return sourced;
  const alike = standing.find((row) =>
    Object.entries(values).every(([name, value]) => sameValue(value, row.values[name])),
  );
  if (alike?.values['id'] !== undefined)
    return { ...sourced, source: alike.values['source'], id: alike.values['id'] } as Values;
  const ids = new Set(standing.map((row) => String(row.values['id'] ?? '')));
  return { ...sourced, id: newId(table, sourced, ids) };
}

function newId({ id }: Table, values: Values, taken: ReadonlySet<string>): string {
  switch (id) {
    case 'commitments':
      return commitmentId(values, taken);
    case 'adjustments':
      return numberedId('adj', taken);
    case 'campaigns':
      return partnerIdFromName([values['quarter'], values['tactic'] ?? 'campaign'].join(' '), taken);
    case 'tasks':
      return partnerIdFromName(String(values['title'] ?? 'task'), taken);
    case 'funds':
      return partnerIdFromName(['partner', 'kind', 'period'].map((name) => values[name] ?? '').join(' '), taken);
    default:
      return hashId(values);
  }
}

/** `FY26-Q2-P1`: the first promise of the partner in the review of that quarter. */
function commitmentId(values: Values, taken: ReadonlySet<string>): string {
  const stem = `${String(values['made'] ?? 'C')}-${values['side'] === 'vendor' ? 'V' : 'P'}`;
  for (let number = 1; ; number += 1) if (!taken.has(`${stem}${number}`)) return `${stem}${number}`;
}

/** `adj-3`: the first number that is free. */
function numberedId(stem: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
}

function hashId(values: Values): string {
  const lasting = LASTING.map((name) => values[name] ?? null);
  const { source: _, ...all } = values;
  const told = lasting.some((value) => value !== null)
    ? lasting
    : Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));
  return `hash-${createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 16)}`;
}
