import { allowedBy, clauseAbout, detailsOf, quote } from '../../input/check-values.ts';
import { plainWords } from '../../input/describe-issue.ts';
import { schemaAt, type Schema } from '../../schema/schema-parts.ts';
import { cellText, fileValue } from '../tables/cell-values.ts';
import { entryOf } from '../tables/edit-entries.ts';
import { settingNamed } from '../tables/program-tables.ts';
import type { CellValue, Table, TableColumn } from '../tables/table.ts';

/** What is wrong with a row; without a column it is the row as a whole. */
export interface RowProblem {
  readonly column?: string;
  readonly why: string;
}

type Values = Readonly<Record<string, CellValue | undefined>>;

/** Everything that the schema of a table's file says against a row. */
export function checkRow(table: Table, values: Values): readonly RowProblem[] {
  switch (table.storage.kind) {
    case 'csv':
      return problemsOf(table, table.schema, csvRow(table, values));
    case 'list':
    case 'profile':
      return problemsOf(table, table.schema, entryOf(table, values));
    case 'settings':
      return checkSetting(table, values);
  }
}

function csvRow({ columns }: Table, values: Values): Readonly<Record<string, string>> {
  const known = columns.filter(({ name, required }) => values[name] !== undefined || required);
  return Object.fromEntries(known.map(({ name }) => [name, cellText(values[name])]));
}

function problemsOf({ columns }: Table, schema: Schema, written: Readonly<Record<string, unknown>>): RowProblem[] {
  const result = schema.safeParse(written, { error: plainWords, reportInput: true });
  if (result.success) return [];
  return result.error.issues.map((issue) => {
    const column = columnAt(columns, issue.path);
    const shown =
      typeof issue.input === 'string' || typeof issue.input === 'number' ? quote(String(issue.input)) : undefined;
    const { suggestion } = detailsOf({ written: String(issue.input), ...allowedPart(allowedBy(issue)) });
    const hint = suggestion === undefined ? '' : `; did you mean ${suggestion}?`;
    const allowed = suggestion === undefined ? allowedBy(issue) : undefined;
    const words = allowed ? `${issue.message}: ${allowed.join(', ')}` : issue.message;
    const subject = column && issue.input === undefined ? `${column} ${words}` : clauseAbout(shown, words);
    return { ...(column !== undefined && { column }), why: `${subject}${hint}` };
  });
}

function allowedPart(allowed: readonly string[] | undefined): { readonly allowed?: readonly string[] } {
  return allowed ? { allowed } : {};
}

/** The column that a place in an entry belongs to. */
function columnAt(columns: readonly TableColumn[], path: readonly PropertyKey[]): string | undefined {
  if (path.length === 0) return undefined;
  const fits = ({ name, at = [name] }: TableColumn, depth: number) =>
    at.slice(0, depth).every((part, index) => part === path[index]);
  return (columns.find((column) => fits(column, 2)) ?? columns.find((column) => fits(column, 1)))?.name;
}

function checkSetting(table: Table, values: Values): readonly RowProblem[] {
  const name = String(values['setting']);
  const setting = settingNamed(name);
  const schema = setting && schemaAt(table.schema, setting.setting.split('.'));
  if (!setting || !schema) {
    const known = table.columns.length > 0 ? `there is no setting ${quote(name)}` : '';
    return [{ column: 'setting', why: known }];
  }
  const value = values['value'];
  const written = value === undefined ? undefined : fileValue(value, setting.kind);
  const result = (schema as Schema).safeParse(written, { error: plainWords, reportInput: true });
  return result.success
    ? []
    : [
        {
          column: 'value',
          why: clauseAbout(value === undefined ? undefined : quote(String(value)), result.error.issues[0]!.message),
        },
      ];
}
