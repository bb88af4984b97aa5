import { basename, join } from 'node:path';
import { writeDataWorkbook } from '../../render/xlsx/data-workbook.ts';
import type { Territory } from '../../schema/territory.ts';
import { Failure } from '../../units/failure.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { csvTable } from './csv-tables.ts';
import type { ExportedTable } from './exported-table.ts';
import type { ExportTarget } from './export-target.ts';
import { territoryBook } from './territory-book.ts';

/** A file as it will be written. */
export interface PlannedFile {
  /** Absolute. */
  readonly path: string;
  readonly kind: 'workbook' | 'table';
  readonly content: string | Uint8Array;
}

/** The files of an export, and how many of their texts carry an apostrophe so that no program runs them as a formula. */
export interface PlannedFiles {
  readonly files: readonly PlannedFile[];
  readonly guarded: number;
}

export interface FilesContent {
  readonly territory: Territory;
  readonly asOf: PlainDate;
  readonly tables: readonly ExportedTable[];
  /** Id of the partner, when only one is exported. */
  readonly partner?: string;
  /** True when every table of every partner is in it. */
  readonly isWhole: boolean;
}

/**
 * Makes the files of an export in memory: one workbook, or a CSV file a table.
 * @throws Failure (usage) for one CSV file of several tables.
 */
export async function exportFiles(content: FilesContent, { kind, path }: ExportTarget): Promise<PlannedFiles> {
  if (kind === 'workbook') {
    const book = await territoryBook({ ...content, fileName: basename(path) });
    return { files: [{ path, kind: 'workbook', content: writeDataWorkbook(book) }], guarded: 0 };
  }
  const { tables } = content;
  if (kind === 'csv-file' && tables.length !== 1) {
    const remedy = `Say which: --kind deals. Without the ending .csv, a folder takes a file for each table.`;
    throw new Failure('usage', `One CSV file holds one table, not ${tables.length}.`, remedy);
  }
  const made = tables.map((table) => ({ id: table.table.id, ...csvTable(table) }));
  return {
    files: made.map(({ id, content: text }) => ({
      path: kind === 'csv-file' ? path : join(path, `${id}.csv`),
      kind: 'table',
      content: text,
    })),
    guarded: made.reduce((sum, { guarded }) => sum + guarded, 0),
  };
}
