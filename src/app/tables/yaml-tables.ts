import { cellOf } from './cell-values.ts';
import { factsAt, type Schema } from '../../schema/schema-parts.ts';
import type { CellValue, ColumnKind, Table, TableColumn, TableRow } from './table.ts';

/** A column of a table whose rows stand in a YAML file; choices, meaning and whether it is required come from the schema. */
export interface YamlColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Where the value stands in the entry; otherwise under the column's name. */
  readonly at?: readonly (string | number)[];
  /** What it means, where the schema does not say it. */
  readonly note?: string;
}

/** The columns of an entry, each with what its schema says. */
export function yamlColumns(schema: Schema, columns: readonly YamlColumn[]): readonly TableColumn[] {
  return columns.map((column) => {
    const { required, choices, fallback, note = column.note } = factsAt(schema, column.at ?? [column.name]);
    return {
      ...column,
      ...(choices && column.kind === 'choice' && { choices }),
      ...(fallback !== undefined && { fallback }),
      ...(note !== undefined && { note }),
      ...(required && !column.at && { required }),
    };
  });
}

/** The row of an entry, with the partner it belongs to. */
export function rowOfEntry(entry: object, { columns }: Pick<Table, 'columns'>, partner?: string): TableRow {
  const values: Record<string, CellValue> = {};
  for (const { name, kind, at = [name] } of columns) {
    const cell = cellOf(valueAt(entry, at), kind);
    if (cell !== undefined) values[name] = cell;
  }
  return { ...(partner !== undefined && { partner }), values };
}

function valueAt(entry: object, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((outer, part) => (outer as Readonly<Record<string, unknown>> | undefined)?.[part], entry);
}
