import type { DataColumn, DataKind, DataRow, DataSheet } from '../../render/xlsx/data-book.ts';
import { PARTNERS } from '../tables/partner-tables.ts';
import type { CellWords, ColumnKind, Table, TableColumn } from '../tables/table.ts';
import { columnHeader } from './column-header.ts';
import { columnNote, isPrivateColumn } from './column-note.ts';
import type { DropDowns } from './drop-downs.ts';
import type { ExportedTable } from './exported-table.ts';

const KINDS: Readonly<Record<ColumnKind, DataKind>> = {
  any: 'any',
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
  numbers: 'text',
};

/** The sheet of a table: a partner's table begins with the partner's id. */
export function workbookSheet({ table, rows }: ExportedTable, choices: DropDowns): DataSheet {
  const leading = table.storage.of === 'partner' ? [partnerColumn(table, choices)] : [];
  const shift = leading.length;
  const wordsOf = choices.ofCells(table);
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
    ...(wordsOf && { cellChoices: cellChoices({ table, rows }, wordsOf, shift) }),
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
    kind: KINDS[column.kind],
    isKey: table.key.includes(column.name),
    ...(note !== '' && { note }),
    ...(column.required && { isRequired: true }),
    ...(isPrivate && { isPrivate }),
    ...(column.computed && { isReadOnly: true }),
    ...(offered && { choices: offered }),
    ...(column.kind === 'amount' && currency !== -1 && { currency }),
  };
}

/** The words of cells whose row has its own: a setting takes other words than the next one. */
function cellChoices(
  { table, rows }: Pick<ExportedTable, 'table' | 'rows'>,
  wordsOf: CellWords,
  shift: number,
): NonNullable<DataSheet['cellChoices']> {
  const columns = table.columns.map(({ name }, index) => ({ name, column: index + shift }));
  return rows.flatMap(({ values }, row) =>
    columns.flatMap(({ name, column }) => {
      const words = wordsOf(name, values);
      return words === undefined ? [] : [{ row, column, words }];
    }),
  );
}
