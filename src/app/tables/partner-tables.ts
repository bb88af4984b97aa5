import { adjustmentsSchema } from '../../schema/adjustments.ts';
import { commitmentsSchema } from '../../schema/commitments.ts';
import { partnerSchema } from '../../schema/partner.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import { entrySchema } from '../../schema/schema-parts.ts';
import type { Table } from './table.ts';
import { rowOfEntry, yamlColumns, type YamlColumn } from './yaml-tables.ts';

const PARTNER_FILE = 'partner.yaml';

const PROFILE_COLUMNS: readonly YamlColumn[] = [
  { name: 'name', kind: 'text', note: 'Name of the partner as on the contract' },
  { name: 'short_name', kind: 'text' },
  { name: 'type', kind: 'choice', note: 'Kind of partner' },
  { name: 'tier', kind: 'text' },
  { name: 'life_stage', kind: 'choice' },
  { name: 'coverage_tier', kind: 'choice' },
  { name: 'currency', kind: 'text' },
  { name: 'agreement_signed', kind: 'date', note: 'The day the partner agreement was signed' },
  { name: 'lapsed', kind: 'yes-no' },
  { name: 'retired', kind: 'date', note: 'The day from which you no longer look after it' },
  { name: 'parent', kind: 'text' },
  { name: 'aliases', kind: 'list' },
  { name: 'domains', kind: 'list' },
  { name: 'crm_ids', kind: 'list' },
  { name: 'verticals', kind: 'list', note: 'Industries it sells to' },
  { name: 'notes', kind: 'text' },
];

const profileColumns = yamlColumns(partnerSchema, PROFILE_COLUMNS);

/** Who the partners are: one row a partner. */
export const PARTNERS: Table = {
  id: 'partners',
  title: 'Partners',
  storage: { kind: 'profile', of: 'partner', file: PARTNER_FILE },
  schema: partnerSchema,
  columns: profileColumns,
  key: [],
  rowsOf: ({ partners }) => partners.map(({ id, partner }) => rowOfEntry(partner, { columns: profileColumns }, id)),
};

export const CONTACTS = partnerList('contacts', 'Contacts', {
  key: ['name'],
  mayRepeat: true,
  columns: [
    { name: 'name', kind: 'text' },
    { name: 'role', kind: 'text' },
    { name: 'email', kind: 'text' },
    { name: 'phone', kind: 'text' },
    { name: 'champion', kind: 'yes-no' },
    { name: 'qbr', kind: 'yes-no' },
  ],
});

export const TARGETS = partnerList('targets', 'Targets', {
  key: ['fiscal_year', 'agreed'],
  columns: [
    { name: 'fiscal_year', kind: 'period' },
    { name: 'agreed', kind: 'date' },
    { name: 'annual', kind: 'amount' },
    ...parts('q', 'quarters', 4),
    ...parts('m', 'months', 12),
    { name: 'note', kind: 'text' },
  ],
});

export const CERTIFICATIONS = partnerList('certifications', 'Certifications', {
  key: ['holder', 'role', 'name'],
  mayRepeat: true,
  columns: [
    { name: 'holder', kind: 'text', note: 'Who holds the certificate' },
    { name: 'role', kind: 'choice' },
    { name: 'name', kind: 'text', note: 'What it certifies' },
    { name: 'level', kind: 'text' },
    { name: 'issued', kind: 'date' },
    { name: 'expires', kind: 'date' },
  ],
});

export const TASKS = partnerList('tasks', 'Tasks', {
  key: ['id'],
  columns: [
    { name: 'id', kind: 'text', note: 'Short name of the task, once a partner' },
    { name: 'title', kind: 'text' },
    { name: 'required', kind: 'yes-no', note: 'The program demands it' },
    { name: 'due', kind: 'date' },
    { name: 'done', kind: 'date', note: 'The day it was done' },
  ],
});

export const MEETINGS = partnerList('meetings', 'Meetings', {
  key: ['kind', 'quarter'],
  mayRepeat: true,
  columns: [
    { name: 'kind', kind: 'choice' },
    { name: 'quarter', kind: 'period' },
    { name: 'date', kind: 'date' },
    { name: 'planned_week', kind: 'date' },
    { name: 'held', kind: 'yes-no' },
  ],
});

export const FORMER_NAMES = partnerList('former_names', 'Former names', {
  key: ['name'],
  columns: [
    { name: 'name', kind: 'text', note: 'A name the partner had' },
    { name: 'until', kind: 'date', note: 'Last day of that name' },
  ],
});

const commitmentColumns = yamlColumns(entrySchema(commitmentsSchema, 'commitments'), [
  { name: 'id', kind: 'text', note: 'Never changes' },
  { name: 'side', kind: 'choice' },
  { name: 'jointly', kind: 'yes-no' },
  { name: 'what', kind: 'text' },
  { name: 'owner', kind: 'text' },
  { name: 'due', kind: 'date' },
  { name: 'measure', kind: 'text' },
  { name: 'made', kind: 'period' },
  { name: 'agreed', kind: 'date' },
  { name: 'plan', kind: 'period' },
  { name: 'topic', kind: 'text' },
  { name: 'assessment', kind: 'date' },
  { name: 'resource', kind: 'text' },
  { name: 'agreed_by', kind: 'text' },
  { name: 'result', kind: 'choice' },
  { name: 'what_happened', kind: 'text' },
  { name: 'closed', kind: 'date' },
  { name: 'carried_from', kind: 'text' },
  { name: 'notes', kind: 'text' },
]);

/** The ledger of both sides. */
export const COMMITMENTS: Table = {
  id: 'commitments',
  title: 'Commitments',
  storage: { kind: 'list', of: 'partner', file: 'commitments.yaml', key: 'commitments' },
  schema: entrySchema(commitmentsSchema, 'commitments'),
  columns: commitmentColumns,
  key: ['id'],
  rowsOf: ({ partners }) =>
    partners.flatMap(({ id, commitments }) =>
      (commitments?.commitments ?? []).map((entry) => rowOfEntry(entry, { columns: commitmentColumns }, id)),
    ),
};

const adjustmentColumns = yamlColumns(entrySchema(adjustmentsSchema, 'adjustments'), [
  { name: 'id', kind: 'text', note: 'Never changes' },
  { name: 'kind', kind: 'choice' },
  { name: 'figure', kind: 'text' },
  { name: 'month', kind: 'month' },
  { name: 'amount', kind: 'amount' },
  { name: 'reason', kind: 'text' },
  { name: 'side', kind: 'choice' },
  { name: 'by', kind: 'text' },
  { name: 'recorded', kind: 'date' },
  { name: 'reference', kind: 'text' },
  { name: 'status', kind: 'choice' },
  { name: 'settled', kind: 'date' },
  { name: 'settled_by', kind: 'text' },
  { name: 'decision', kind: 'text' },
  { name: 'notes', kind: 'text' },
]);

/** What somebody objected to, and what came of it. */
export const ADJUSTMENTS: Table = {
  id: 'adjustments',
  title: 'Adjustments',
  storage: { kind: 'list', of: 'partner', file: 'adjustments.yaml', key: 'adjustments' },
  schema: entrySchema(adjustmentsSchema, 'adjustments'),
  columns: adjustmentColumns,
  key: ['id'],
  rowsOf: ({ partners }) =>
    partners.flatMap(({ id, adjustments = [] }) =>
      adjustments.map((entry) => rowOfEntry(entry, { columns: adjustmentColumns }, id)),
    ),
};

type PartnerList = 'contacts' | 'targets' | 'certifications' | 'tasks' | 'meetings' | 'former_names';

/** A table whose rows are the entries of a list in `partner.yaml`. */
function partnerList(
  list: PartnerList,
  title: string,
  {
    columns: written,
    ...naming
  }: { readonly columns: readonly YamlColumn[]; readonly key: readonly string[]; readonly mayRepeat?: true },
): Table {
  const schema = entrySchema(partnerSchema, list);
  const columns = yamlColumns(schema, written);
  const entriesOf = ({ partner }: PartnerFiles): readonly object[] => partner[list] ?? [];
  return {
    id: list.replace('_', '-'),
    title,
    storage: { kind: 'list', of: 'partner', file: PARTNER_FILE, key: list },
    schema,
    columns,
    ...naming,
    rowsOf: ({ partners }) =>
      partners.flatMap((partner) => entriesOf(partner).map((entry) => rowOfEntry(entry, { columns }, partner.id))),
  };
}

/** The columns q1 to q4 or m1 to m12 of a list of amounts. */
function parts(prefix: string, list: string, count: number): readonly YamlColumn[] {
  const words = { quarters: 'quarter', months: 'month' }[list];
  return Array.from({ length: count }, (_, index) => ({
    name: `${prefix}${index + 1}`,
    kind: 'amount' as const,
    at: [list, index],
    note: `Target of ${words} ${index + 1} of the fiscal year; give all ${count} or none`,
  }));
}
