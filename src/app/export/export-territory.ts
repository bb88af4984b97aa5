import { writeGenerated, type WriteDecision } from '../../output/manifest.ts';
import { Failure } from '../../units/failure.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { knownPartner } from '../partners/known-partner.ts';
import type { OpenTerritory } from '../territory/open-territory.ts';
import { TABLES } from '../tables/registry.ts';
import type { Table } from '../tables/table.ts';
import { isPrivateColumn } from './column-note.ts';
import { exportFiles } from './export-files.ts';
import type { ExportTarget } from './export-target.ts';
import { exportedTable, type ExportedTable } from './exported-table.ts';

/** What to export, and where to. */
export interface ExportRequest {
  readonly tables: readonly Table[];
  /** Id of the only partner wanted, as it was typed. */
  readonly partner?: string;
  readonly target: ExportTarget;
  readonly asOf: PlainDate;
  readonly force: boolean;
  readonly dryRun: boolean;
  /** Folder of the record of written files, where it is not the territory. */
  readonly home?: string;
}

/** What was exported; with a dry run, what would be. */
export interface ExportReport {
  readonly kind: ExportTarget['kind'];
  readonly tables: readonly { readonly id: string; readonly title: string; readonly rows: number }[];
  readonly files: readonly ExportedFile[];
  /** Partners whose files cannot be used: their rows are not in it. */
  readonly leftOut: readonly string[];
  /** Texts of CSV files that carry an apostrophe so that no program runs them as a formula. */
  readonly guarded: number;
  /** Texts that were cut because no cell holds them. */
  readonly cut: readonly { readonly table: string; readonly row: number; readonly column: string }[];
  /** True when a column that no partner may see holds something. */
  readonly isPrivate: boolean;
}

export interface ExportedFile {
  /** Absolute. */
  readonly path: string;
  readonly kind: 'workbook' | 'table';
  readonly decision: WriteDecision;
}

/**
 * Writes a territory as a workbook or as CSV files: its files as they stand. Everything is made in memory first; a file that was
 * not written by us, or was edited since, stays.
 * @throws Failure for a partner who does not exist or cannot be read, and for a place that cannot be written.
 */
export async function exportTerritory(opened: OpenTerritory, request: ExportRequest): Promise<ExportReport> {
  const { territory } = opened;
  const partner = request.partner === undefined ? undefined : usablePartner(request.partner, opened);
  const leftOut = partner === undefined ? opened.leftOut : [];
  const chosen = partner === undefined ? request.tables : request.tables.filter(tellsOfPartners);
  if (chosen.length === 0)
    throw new Failure('usage', 'These tables are the same for every partner.', 'Leave out --partner.');
  const tables = chosen.map((table) => exportedTable(table, territory, partner));
  const made = await exportFiles(
    {
      territory,
      asOf: request.asOf,
      tables,
      ...(partner !== undefined && { partner }),
      isWhole: partner === undefined && leftOut.length === 0 && chosen.length === TABLES.length,
    },
    request.target,
  );
  const { force, dryRun } = request;
  const root = request.home ?? territory.root;
  const files: ExportedFile[] = [];
  for (const { path, kind, content } of made.files) {
    const decision = await writeGenerated(path, content, { root }, { force, dryRun });
    files.push({ path, kind, decision });
  }
  return {
    kind: request.target.kind,
    tables: tables.map(({ table: { id, title }, rows }) => ({ id, title, rows: rows.length })),
    files,
    leftOut,
    guarded: made.guarded,
    cut: tables.flatMap(({ table, cut }) => cut.map((cell) => ({ table: table.title, ...cell }))),
    isPrivate: tables.some(holdsPrivateText),
  };
}

function usablePartner(typed: string, { partnerIds, leftOut }: OpenTerritory): string {
  const id = knownPartner(typed, partnerIds);
  if (!leftOut.includes(id)) return id;
  throw new Failure(
    'data',
    `The files of ${id} cannot be used.`,
    `cam check partners/${id} shows what is wrong with them.`,
  );
}

/** Whether the rows of a table belong to partners. */
function tellsOfPartners({ storage, columns }: Table): boolean {
  return storage.of === 'partner' || columns.some(({ name }) => name === 'partner');
}

function holdsPrivateText({ table, rows }: ExportedTable): boolean {
  const names = table.columns.filter(isPrivateColumn).map(({ name }) => name);
  return rows.some(
    ({ values }) => table.isPrivate?.(values) === true || names.some((name) => values[name] !== undefined),
  );
}
