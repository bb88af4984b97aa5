import type { CellKind } from '../../schema/csv-cells.ts';
import { alikeRecords } from '../../units/alike-records.ts';
import { PARTNER_TABLES, type PartnerTableName } from '../../input/partner-tables.ts';
import { cellOf } from './cell-values.ts';
import { cellKindOf, factsAt, keysOf, type Schema } from '../../schema/schema-parts.ts';
import type { CellValue, ColumnKind, Table, TableColumn } from './table.ts';

/** Columns that hold money; the schema only says that they are numbers. */
const AMOUNTS: ReadonlySet<string> = new Set(['amount', 'annual_value', 'value']);

/** The tables that are a CSV file of the partner; their columns are those of the file's schema. */
export const CSV_TABLES: readonly Table[] = [
  csvTable('deals', 'Deals'),
  csvTable('registrations', 'Registrations'),
  csvTable('accounts', 'Accounts'),
  csvTable('leads', 'Leads'),
  csvTable('activities', 'Activities'),
  csvTable('facts', 'Facts'),
];

function csvTable(id: PartnerTableName, title: string): Table {
  const { schema, identity } = PARTNER_TABLES[id];
  const columns = keysOf(schema).map((name) => csvColumn(schema, name));
  const record = alikeRecords<CellValue>(columns.map(({ name }) => name));
  return {
    id,
    title,
    storage: { kind: 'csv', of: 'partner', file: `${id}.csv` },
    schema,
    columns,
    key: identity,
    rowsOf: ({ partners }) =>
      partners.flatMap((partner) =>
        (partner[id]?.rows ?? []).map((row) => ({
          partner: partner.id,
          values: record(
            columns.map(({ name, kind }) => cellOf((row as Readonly<Record<string, unknown>>)[name], kind)),
          ),
        })),
      ),
  };
}

function csvColumn(schema: Schema, name: string): TableColumn {
  const { required, choices, note } = factsAt(schema, [name]);
  return {
    name,
    kind: kindOf(cellKindOf(schema, name), name, choices !== undefined),
    ...(choices && { choices }),
    ...(note !== undefined && { note }),
    ...(required && { required }),
  };
}

function kindOf(cell: CellKind | undefined, name: string, isChoice: boolean): ColumnKind {
  if (isChoice) return 'choice';
  if (cell === 'date') return 'date';
  if (cell !== 'number') return 'text';
  if (name.endsWith('_percent')) return 'percent';
  return AMOUNTS.has(name) ? 'amount' : 'number';
}
