import { camConfigSchema, type CamConfig } from '../../schema/cam-config.ts';
import { fundsSchema } from '../../schema/funds.ts';
import { cellOf } from './cell-values.ts';
import { entrySchema, factsAt } from '../../schema/schema-parts.ts';
import type { ColumnKind, Table, TableRow } from './table.ts';
import { rowOfEntry, yamlColumns, type YamlColumn } from './yaml-tables.ts';

const CONFIG = 'cam.yaml';

/** One setting of `cam.yaml`: its place with points between the keys, and what kind of value it holds. */
export interface Setting {
  readonly setting: string;
  readonly kind: ColumnKind;
}

/** The settings in the order in which they are usually thought about. */
export const SETTINGS: readonly Setting[] = [
  { setting: 'vendor.name', kind: 'text' },
  { setting: 'vendor.short_name', kind: 'text' },
  { setting: 'cam.name', kind: 'text' },
  { setting: 'cam.email', kind: 'text' },
  { setting: 'currency', kind: 'text' },
  { setting: 'locale', kind: 'choice' },
  { setting: 'fiscal_year.start_month', kind: 'number' },
  { setting: 'fiscal_year.named_after', kind: 'choice' },
  { setting: 'bookings.count', kind: 'list' },
  { setting: 'bookings.value', kind: 'choice' },
  { setting: 'bookings.shared_deals', kind: 'choice' },
  { setting: 'thresholds.pace_percent.red_below', kind: 'number' },
  { setting: 'thresholds.pace_percent.green_from', kind: 'number' },
  { setting: 'thresholds.coverage.floor', kind: 'number' },
  { setting: 'thresholds.coverage.fallback', kind: 'number' },
  { setting: 'thresholds.coverage.minimum_closed_deals', kind: 'number' },
  { setting: 'thresholds.coverage.few_losses_win_rate_percent', kind: 'number' },
  { setting: 'thresholds.coverage.few_losses_below', kind: 'number' },
  { setting: 'thresholds.coverage.thin_from_percent', kind: 'number' },
  { setting: 'thresholds.quiet_days', kind: 'number' },
  { setting: 'brand.accent', kind: 'text' },
  { setting: 'as_of', kind: 'date' },
];

/** Settings that a territory has as many of as it likes: the CAM's own quota by fiscal year, `cam.quota.FY26`. */
const QUOTA = 'cam.quota.';

/** A setting by its name; undefined when there is none of that name. */
export function settingNamed(name: string): Setting | undefined {
  const known = SETTINGS.find(({ setting }) => setting === name);
  return known ?? (/^cam\.quota\.[^.]+$/.test(name) ? { setting: name, kind: 'amount' } : undefined);
}

/** What a setting of `cam.yaml` may hold and means. */
export function settingFacts(setting: string): ReturnType<typeof factsAt> {
  return factsAt(camConfigSchema, setting.split('.'));
}

/** The settings of the program, one row each. */
export const PROGRAM: Table = {
  id: 'program',
  title: 'Program',
  storage: { kind: 'settings', of: 'territory', file: CONFIG },
  schema: camConfigSchema,
  columns: [
    { name: 'setting', kind: 'text', note: 'Name of the setting in cam.yaml', required: true },
    { name: 'value', kind: 'any', note: 'What it is set to; empty where nothing is set' },
    { name: 'meaning', kind: 'text', note: 'For reading only', computed: true },
  ],
  key: ['setting'],
  wordsFor:
    () =>
    (column, { setting: name }) => {
      const setting = column === 'value' ? settingNamed(String(name)) : undefined;
      return setting?.kind === 'choice' ? settingFacts(setting.setting).choices : undefined;
    },
  rowsOf: ({ config }) => {
    const quotas = Object.keys(config.cam.quota ?? {}).map((year): Setting => ({
      setting: `${QUOTA}${year}`,
      kind: 'amount',
    }));
    return [...SETTINGS, ...quotas].map((setting) => settingRow(setting, config));
  },
};

function settingRow({ setting, kind }: Setting, config: CamConfig): TableRow {
  const held = setting
    .split('.')
    .reduce<unknown>((outer, key) => (outer as Readonly<Record<string, unknown>> | undefined)?.[key], config);
  const value = cellOf(held, kind);
  const { note, choices } = settingFacts(setting);
  const meaning = [note, choices?.join(', ')].filter((words) => words !== undefined).join(': ');
  return { values: { setting, ...(value !== undefined && { value }), ...(meaning !== '' && { meaning }) } };
}

export const STAGES: Table = {
  ...configList(
    'stages',
    'Stages',
    ['name'],
    [
      { name: 'name', kind: 'text' },
      { name: 'status', kind: 'choice' },
      { name: 'probability_percent', kind: 'percent' },
    ],
  ),
  isOrdered: true,
};

export const RATES = configList(
  'rates',
  'Rates',
  ['from', 'to', 'date'],
  [
    { name: 'from', kind: 'text', note: 'Currency, for example EUR' },
    { name: 'to', kind: 'text', note: 'Currency, for example USD' },
    { name: 'rate', kind: 'number' },
    { name: 'date', kind: 'date' },
  ],
);

const fundColumns = yamlColumns(entrySchema(fundsSchema, 'funds'), [
  { name: 'id', kind: 'text', note: 'Never changes' },
  { name: 'partner', kind: 'text' },
  { name: 'kind', kind: 'choice' },
  { name: 'title', kind: 'text' },
  { name: 'period', kind: 'period' },
  { name: 'currency', kind: 'text' },
  { name: 'allocated', kind: 'amount' },
  { name: 'requested', kind: 'amount' },
  { name: 'approved', kind: 'amount' },
  { name: 'used', kind: 'amount' },
  { name: 'paid', kind: 'amount' },
  { name: 'expires', kind: 'date' },
  { name: 'notes', kind: 'text' },
]);

/** Market development funds and co-op funds. */
export const FUNDS: Table = {
  id: 'funds',
  title: 'Funds',
  storage: { kind: 'list', of: 'territory', file: 'funds.yaml', key: 'funds' },
  schema: entrySchema(fundsSchema, 'funds'),
  columns: fundColumns,
  key: ['id'],
  rowsOf: ({ funds = [] }) => funds.map((fund) => rowOfEntry(fund, { columns: fundColumns })),
};

/** A table whose rows are the entries of a list in `cam.yaml`. */
function configList(
  list: 'stages' | 'rates',
  title: string,
  key: readonly string[],
  written: readonly YamlColumn[],
): Table {
  const schema = entrySchema(camConfigSchema, list);
  const columns = yamlColumns(schema, written);
  return {
    id: list,
    title,
    storage: { kind: 'list', of: 'territory', file: CONFIG, key: list },
    schema,
    columns,
    key,
    rowsOf: ({ config }) => config[list].map((entry) => rowOfEntry(entry, { columns })),
  };
}
