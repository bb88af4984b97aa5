import type { DataColumn, DataKind, DataRow, DataSheet } from '../../render/xlsx/data-book.ts';
import { PARTNERS } from '../tables/partner-tables.ts';
import { PROGRAM, settingFacts, settingNamed } from '../tables/program-tables.ts';
import type { ColumnKind, Table, TableColumn } from '../tables/table.ts';
import { columnHeader } from './column-header.ts';
import { columnNote, isPrivateColumn } from './column-note.ts';
import type { DropDowns } from './drop-downs.ts';
import type { ExportedTable } from './exported-table.ts';

const KINDS: Readonly<Record<ColumnKind, DataKind>> = {
  text: 'text',
  number: 'number',
  amount: 'amount',
  percent: 'percent',
  date: 'date',
  // Typed into a cell of text, 2026-02 and FY26-Q3 stay what they are.
  month: 'text',
  period: 'text',
  'yes-no': 'yes-no',
  choice: 'text',
  list: 'text',
};

/** The sheet of a table: a partner's table begins with the partner's id. */
export function workbookSheet({ table, rows }: ExportedTable, choices: DropDowns): DataSheet {
  const leading = table.storage.of === 'partner' ? [partnerColumn(table, choices)] : [];
  const shift = leading.length;
  const names = table.columns.map(({ name }) => name);
  const currency = names.indexOf('currency');
  return {
    title: table.title,
    columns: [
      ...leading,
      ...table.columns.map((column) =>
        dataColumn(column, { table, choices, currency: currency === -1 ? -1 : currency + shift }),
      ),
    ],
    rows: rows.map(({ partner, values }): DataRow => {
      const cells = names.map((name) => values[name]);
      return shift === 1 ? [partner, ...cells] : cells;
    }),
    ...(table === PROGRAM && { cellChoices: settingChoices(rows, names.indexOf('value')) }),
  };
}

function partnerColumn(table: Table, { partner }: DropDowns): DataColumn {
  const isOwn = table === PARTNERS;
  return {
    title: columnHeader('partner'),
    kind: 'text',
    note: isOwn
      ? 'Id of the partner: the name of its folder. Leave it empty for a new partner; it is made from the name.'
      : 'Id of the partner the row belongs to, as on the sheet Partners.',
    isKey: true,
    isRequired: !isOwn,
    ...(!isOwn && partner && { choices: partner }),
  };
}

interface ColumnSetting {
  readonly table: Table;
  readonly choices: DropDowns;
  /** Place of the column that names the currency; -1 where there is none. */
  readonly currency: number;
}

function dataColumn(column: TableColumn, { table, choices, currency }: ColumnSetting): DataColumn {
  const isPrivate = isPrivateColumn(column);
  const offered = choices.of(table, column);
  const note = columnNote(column);
  return {
    title: columnHeader(column.name, { isPrivate }),
    kind: table === PROGRAM && column.name === 'value' ? 'any' : KINDS[column.kind],
    isKey: table.key.includes(column.name),
    ...(note !== '' && { note }),
    ...(column.required && { isRequired: true }),
    ...(isPrivate && { isPrivate }),
    ...(column.computed && { isReadOnly: true }),
    ...(offered && { choices: offered }),
    ...(column.kind === 'amount' && currency !== -1 && { currency }),
  };
}

/** Each setting takes its own words. */
function settingChoices(rows: ExportedTable['rows'], column: number): NonNullable<DataSheet['cellChoices']> {
  return rows.flatMap(({ values }, row) => {
    const setting = settingNamed(String(values['setting']));
    const words = setting?.kind === 'choice' ? settingFacts(setting.setting).choices : undefined;
    return words === undefined ? [] : [{ row, column, words }];
  });
}
