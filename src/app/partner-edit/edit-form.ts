import { fiscalCalendarOf, fiscalQuarterOf } from '../../domain/fiscal-calendar.ts';
import { formatFiscalQuarter, formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { cellText } from '../tables/cell-values.ts';
import { TASKS } from '../tables/partner-tables.ts';
import type { Table, TableColumn } from '../tables/table.ts';
import { checkRow } from '../workbook/check-row.ts';
import { columnsOf, type Editable } from './editable.ts';
import type { EditSetting } from './edit-setting.ts';
import { knownMetrics } from './fact-metrics.ts';
import { rowInFull } from './find-row.ts';
import { TableDraft, type DraftRow } from './table-draft.ts';
import { readTyped } from './typed-values.ts';

/** One value of a form. */
export interface FormField {
  readonly name: string;
  readonly kind: TableColumn['kind'];
  readonly note?: string;
  readonly choices?: readonly string[];
  readonly required: boolean;
  /** As it stands, or as it most often is. */
  readonly proposal?: string;
  /** Words that others have used; anything else may be typed as well. */
  readonly known?: readonly string[];
  /** Why what was typed cannot stand, or nothing; of an empty value nothing is said. */
  problem(typed: string): string | undefined;
}

/** The rows that the partner has in a table, in the order of their file. */
export function rowsFor(table: Table, { territory, files }: EditSetting): readonly DraftRow[] {
  return new TableDraft(table, territory, files.id).rows();
}

/** The rows with what each says, for a list to choose from. */
export function entriesFor(editable: Editable, setting: EditSetting): readonly string[] {
  return rowsFor(editable.table, setting).map(({ values }) => rowInFull(editable, values));
}

/** Tasks that are not done, by their id. */
export function openTasks(setting: EditSetting): readonly { readonly id: string; readonly title: string }[] {
  const open = rowsFor(TASKS, setting).filter(({ values }) => values['done'] === undefined);
  return open.map(({ values }) => ({ id: String(values['id']), title: String(values['title']) }));
}

/** The values to ask for a new one, in the order of its columns. What can be made from the rest is not asked. */
export function fieldsOf({ table, word }: Editable, setting: EditSetting): readonly FormField[] {
  const asked = columnsOf(table).filter(({ name }) => !(name === 'id' && table.key.includes('id')));
  return asked.map((column) => fieldOf(column, table, proposalsFor(word, setting)[column.name], setting));
}

/** The values of a row that is there, as they stand. */
export function fieldsOfRow(table: Table, { values }: DraftRow, setting: EditSetting): readonly FormField[] {
  return columnsOf(table).map((column) => {
    const value = values[column.name];
    return fieldOf(column, table, value === undefined ? undefined : cellText(value), setting);
  });
}

function fieldOf(column: TableColumn, table: Table, proposal: string | undefined, setting: EditSetting): FormField {
  const { name, kind, note, choices, required = false } = column;
  return {
    name,
    kind,
    ...(note !== undefined && { note }),
    ...(choices && { choices }),
    required,
    ...(proposal !== undefined && { proposal }),
    ...(name === 'metric' && { known: knownMetrics(setting) }),
    ...(name === 'tier' && { choices: setting.territory.tiers.tiers.map(({ id }) => id) }),
    problem: (typed) => {
      const { value, why } = readTyped(typed, column);
      if (why !== undefined) return why;
      if (value === undefined) return undefined;
      // One of four quarters alone is no target: each is judged as if the others were the same.
      const together = columnsOf(table).filter(({ at }) => at && at[0] === column.at?.[0]);
      const row = Object.fromEntries([column, ...together].map((part) => [part.name, value]));
      return checkRow(table, row).find((problem) => problem.column === name)?.why;
    },
  };
}

/** What is most often said of a new one. */
function proposalsFor(word: string, { day, territory: { config } }: EditSetting): Readonly<Record<string, string>> {
  const quarter = fiscalQuarterOf(day, fiscalCalendarOf(config));
  switch (word) {
    case 'target':
      return { fiscal_year: formatFiscalYear(quarter.year), agreed: day };
    case 'meeting':
      return { quarter: formatFiscalQuarter(quarter) };
    case 'fund':
      return { period: formatFiscalQuarter(quarter) };
    case 'fact':
      return { period: day.slice(0, 7) };
    default:
      return {};
  }
}
