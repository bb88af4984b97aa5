import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { problemsInFile } from '../../input/check-file.ts';
import { loadTerritory } from '../../input/load-territory.ts';
import type { Problem } from '../../input/problem.ts';
import { withWorkspaceLock } from '../../output/lock.ts';
import { writeFileAtomically } from '../../output/write-file.ts';
import { dayOf, type ChangeSetting } from '../partner-changes/change-setting.ts';
import { planTableChanges, type PlannedTableFile } from '../tables/plan-changes.ts';
import { planWorkbook, type WorkbookContent } from './plan-workbook.ts';
import type { WorkbookFindings } from './workbook-changes.ts';

export interface WorkbookImportRequest extends ChangeSetting {
  readonly content: WorkbookContent;
  /** Of a cell that changed on both sides the workbook's value is taken. */
  readonly force: boolean;
  /** Rows that were deleted in the workbook are taken out of the files. */
  readonly remove: boolean;
}

/** What bringing a workbook back did; with a dry run, what it would do. */
export interface WorkbookReport extends WorkbookFindings {
  readonly dryRun: boolean;
  /** The workbook remembers what it held, so that it is known what was changed in it. */
  readonly hasBaseline: boolean;
  /** A person was shown the changes and did not want them. */
  readonly declined: boolean;
  readonly written: readonly Pick<PlannedTableFile, 'path' | 'partner'>[];
}

/** Shows a person what would change and asks whether it shall. */
export type Approve = (findings: WorkbookFindings) => Promise<boolean>;

export type WorkbookImportResult =
  | { readonly kind: 'report'; readonly report: WorkbookReport }
  /** Files of the territory that cannot be used, or could not be any more: nothing was changed. */
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/**
 * Brings an edited workbook, or a CSV file of one of our tables, back into its territory. Only what a person changed in it is changed,
 * each file whole or not at all; the rest of every file stays byte for byte.
 * @throws Failure when another command is writing, or a file cannot be written
 */
export async function importWorkbook(request: WorkbookImportRequest, approve?: Approve): Promise<WorkbookImportResult> {
  const run = () => compareAndWrite(request, approve);
  return request.dryRun ? run() : withWorkspaceLock(request.root, run);
}

async function compareAndWrite(
  request: WorkbookImportRequest,
  approve: Approve | undefined,
): Promise<WorkbookImportResult> {
  const { root, content, dryRun } = request;
  const { territory, problems } = await loadTerritory(root);
  const errors = problems.filter(({ severity }) => severity === 'error');
  // Rows of a file that cannot be read would all be taken for new ones.
  if (!territory || errors.length > 0) return { kind: 'problems', problems: errors };
  const day = dayOf(request, territory.config);
  const { tableChanges, ...findings } = planWorkbook(territory, content, { ...request, day });
  const files = await planTableChanges(territory, tableChanges, { day });
  const unsound = files.flatMap(({ path, content: text, isGone }) => (isGone ? [] : problemsInFile(path, text)));
  if (unsound.length > 0) return { kind: 'problems', problems: unsound };
  const declined = !dryRun && files.length > 0 && approve !== undefined && !(await approve(findings));
  const written = dryRun || declined ? [] : files;
  for (const { path, content: text, isGone } of written) {
    if (isGone) await rm(join(root, path));
    else await writeFileAtomically(join(root, path), text);
  }
  return {
    kind: 'report',
    report: {
      ...findings,
      dryRun,
      declined,
      hasBaseline: content.baseline !== undefined,
      written: written.map(({ path, partner }) => ({ path, ...(partner !== undefined && { partner }) })),
    },
  };
}
