import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { writeFailure } from '../../output/write-failure.ts';
import { writeFileAtomically } from '../../output/write-file.ts';
import { writeDataWorkbook } from '../../render/xlsx/data-workbook.ts';
import type { Territory } from '../../schema/territory.ts';
import { Failure } from '../../units/failure.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { TABLES } from '../tables/registry.ts';
import { blankTerritory, withoutPartners } from './blank-territory.ts';
import { exportedTable } from './exported-table.ts';
import { blankBook } from './territory-book.ts';

export interface BlankRequest {
  /** Absolute. */
  readonly path: string;
  readonly asOf: PlainDate;
  /** The territory whose program the workbook starts with; without one, that of a new territory. */
  readonly territory?: Territory;
  readonly force: boolean;
  readonly dryRun: boolean;
}

/**
 * Writes an empty workbook to start from: every sheet with its headings, notes and drop-downs, and no partner in it.
 * @throws Failure (usage) when another file stands there and `force` is not set, (data) when the place cannot be written.
 */
export async function exportBlank({ path, asOf, territory, force, dryRun }: BlankRequest): Promise<void> {
  const content = territory ? withoutPartners(territory) : await blankTerritory();
  const tables = TABLES.map((table) => exportedTable(table, content));
  const bytes = writeDataWorkbook(blankBook({ territory: content, asOf, tables, fileName: basename(path) }));
  const standing = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw writeFailure(error, path);
  });
  if (!force && standing && !standing.equals(bytes)) {
    throw new Failure(
      'usage',
      `${basename(path)} is there already.`,
      'Choose another name, or replace it with --force.',
    );
  }
  if (!dryRun) await writeFileAtomically(path, bytes);
}
