import type { Territory } from '../../schema/territory.ts';
import type { Table, TableRow } from '../tables/table.ts';
import type { Baseline } from './baseline.ts';
import { territoryFiles } from './territory-files.ts';

export interface BaselineRequest {
  readonly territory: Territory;
  /** Name of the territory, for people. */
  readonly name: string;
  readonly asOf: string;
  /** The tables that the workbook holds, with the very rows that stand in it. */
  readonly tables: readonly { readonly table: Table; readonly rows: readonly TableRow[] }[];
  /** Ids of the partners that the workbook holds, when these are not all: nothing of the others may be in it. */
  readonly partners?: readonly string[];
  /** The workbook holds every table of every partner: then the files go with it, so that it can stand for the territory. */
  readonly whole: boolean;
}

/** What a workbook of a territory has to remember of it. */
export async function makeBaseline(request: BaselineRequest): Promise<Baseline> {
  const { territory, name, asOf, partners, whole } = request;
  return {
    territory: name,
    asOf,
    tables: request.tables.map(({ table, rows }) => ({
      id: table.id,
      columns: table.columns.map((column) => column.name),
      rows,
    })),
    ...(partners && { partners }),
    ...(whole && { files: await territoryFiles(territory.root) }),
  };
}
