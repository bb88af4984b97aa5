import { headerKey } from '../../input/import-columns/match-headers.ts';
import { cellText } from '../../input/tabular/cell-text.ts';
import type { TextTable } from '../../input/tabular/table-of-text.ts';
import { singleLine } from '../../units/clean-text.ts';
import { longSalesforceId } from './salesforce-id.ts';

/** A table whose ids another file of the same import names. */
export interface JoinedTable {
  /** With a column of names behind its own. */
  readonly table: TextTable;
  /** The column of ids, as its header has it. */
  readonly idHeader: string;
  readonly nameHeader: string;
  /** The file that knows the names. */
  readonly by: TextTable;
}

/** Ids and names of a list, as a data export has them. */
interface NameList {
  readonly table: TextTable;
  readonly names: ReadonlyMap<string, string>;
}

const ID_HEADERS = ['id', 'accountid', 'companyid', 'recordid', 'organizationid', 'donotmodifyaccount'];
const NAME_HEADERS = ['name', 'accountname', 'companyname', 'organizationname'];
/** Headers of columns that hold the ids of another table: `AccountId`, `Partner Account ID`. */
const REFERENCE = /(account|company|organi[sz]ation|partner|reseller|customer)s?ids?$/;
/** An export may hold ids of records that were deleted since. */
const KNOWN_SHARE = 0.8;

/** Names the ids in one table by another: exports of a CRM's tables have `AccountId` where people look for the account. */
export function joinNames(tables: readonly TextTable[]): ReadonlyMap<TextTable, JoinedTable> {
  const lists = tables.flatMap((table) => nameList(table) ?? []);
  const joined = new Map<TextTable, JoinedTable>();
  for (const table of tables) {
    for (const list of lists) {
      if (list.table === table || joined.has(table)) continue;
      const index = table.headers.findIndex(
        (header, column) => REFERENCE.test(headerKey(header)) && refersTo(table, column, list),
      );
      if (index >= 0) joined.set(table, withNames(table, index, list));
    }
  }
  return joined;
}

function nameList(table: TextTable): NameList | undefined {
  const column = (wanted: readonly string[]): number =>
    table.headers.findIndex((header) => wanted.includes(headerKey(header)));
  const [idColumn, nameColumn] = [column(ID_HEADERS), column(NAME_HEADERS)];
  if (idColumn < 0 || nameColumn < 0) return undefined;
  const names = new Map<string, string>();
  for (const { cells } of table.rows) {
    const id = idIn(cells[idColumn]!);
    if (id === '') continue;
    // A list of records has each id once; a table of rows that refer to them is none.
    if (names.has(id)) return undefined;
    names.set(id, singleLine(cellText(cells[nameColumn]!)));
  }
  return names.size === 0 ? undefined : { table, names };
}

function refersTo({ rows }: TextTable, column: number, { names }: NameList): boolean {
  const ids = rows.map(({ cells }) => idIn(cells[column]!)).filter((id) => id !== '');
  const known = ids.filter((id) => names.has(id)).length;
  return known > 0 && known >= ids.length * KNOWN_SHARE;
}

function withNames(table: TextTable, column: number, { table: by, names }: NameList): JoinedTable {
  const idHeader = table.headers[column]!;
  const nameHeader = `${idHeader} as named in ${by.file}`;
  const message = `${idHeader} is named by ${by.file}; to take the rows of that file too, import it by itself`;
  return {
    table: {
      ...table,
      headers: [...table.headers, nameHeader],
      rows: table.rows.map(({ line, cells }) => {
        const id = idIn(cells[column]!);
        return { line, cells: [...cells, names.get(id) ?? id] };
      }),
      warnings: [...(table.warnings ?? []), message],
    },
    idHeader,
    nameHeader,
    by,
  };
}

function idIn(cell: TextTable['rows'][number]['cells'][number]): string {
  return longSalesforceId(singleLine(cellText(cell)));
}

/** What the columns of names fill: whose rows they are where the ids are those of partners, otherwise the account. */
export function joinedColumns(
  { idHeader, nameHeader, table }: JoinedTable,
  partnerColumn: string | undefined,
): Readonly<Record<string, string>> {
  const isPartner =
    /partner|reseller/.test(headerKey(idHeader)) ||
    (partnerColumn !== undefined && headerKey(partnerColumn) === headerKey(idHeader));
  if (isPartner) return { partner: nameHeader, partner_crm_id: idHeader };
  const hasName = table.headers.some((header) => headerKey(header) === 'accountname');
  return hasName ? {} : { account: nameHeader };
}
