import type { Territory } from '../../schema/territory.ts';
import type { Table } from '../tables/table.ts';
import type { Baseline } from './baseline.ts';
import { territoryFiles } from './territory-files.ts';

export interface BaselineRequest {
  readonly territory: Territory;
  /** Name of the territory, for people. */
  readonly name: string;
  readonly asOf: string;
  /** The tables that the workbook holds. */
  readonly tables: readonly Table[];
  /** Ids of the partners that the workbook holds, when these are not all: nothing of the others may be in it. */
  readonly partners?: readonly string[];
  /** The workbook holds every table of every partner: then the files go with it, so that it can stand for the territory. */
  readonly whole: boolean;
}

/** What a workbook of a territory has to remember of it. */
export async function makeBaseline(request: BaselineRequest): Promise<Baseline> {
  const { territory, name, asOf, partners, whole } = request;
  const isShown = (partner: string | undefined) => partner === undefined || !partners || partners.includes(partner);
  return {
    territory: name,
    asOf,
    tables: request.tables.map((table) => ({
      id: table.id,
      columns: table.columns.map((column) => column.name),
      rows: table.rowsOf(territory).filter(({ partner }) => isShown(partner)),
    })),
    ...(partners && { partners }),
    ...(whole && { files: await territoryFiles(territory.root) }),
  };
}
