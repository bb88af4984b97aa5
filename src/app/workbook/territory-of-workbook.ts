import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CONFIG_FILE } from '../../input/find-territory.ts';
import { loadTerritory } from '../../input/load-territory.ts';
import { PARTNERS_FOLDER } from '../../input/partner-folders.ts';
import { privateFolder } from '../../output/private-folder.ts';
import { untilWritten } from '../../output/writes-under-way.ts';
import type { Territory } from '../../schema/territory.ts';
import { Failure } from '../../units/failure.ts';
import { parsePlainDate, type PlainDate } from '../../units/plain-date.ts';
import { newTerritoryFile, type TerritoryAnswers } from '../territory/new-territory-file.ts';
import { PARTNERS } from '../tables/partner-tables.ts';
import { planTableChanges } from '../tables/plan-changes.ts';
import { RATES, STAGES } from '../tables/program-tables.ts';
import type { Table, TableChanges } from '../tables/table.ts';
import type { BaselineFile } from './baseline.ts';
import { planWorkbook, type WorkbookContent, type WorkbookPlan } from './plan-workbook.ts';
import { isUntouched } from './untouched-sheet.ts';

/** Something in a workbook that keeps it from being a territory. */
export interface WorkbookProblem {
  /** `book.xlsx Deals!C12`. */
  readonly where: string;
  readonly why: string;
}

/** A territory made of a workbook, in a folder of its own that only the person can read. */
export interface WorkbookTerritory {
  readonly root: string;
  /** Everything that keeps it from being used. */
  readonly problems: readonly WorkbookProblem[];
  /** Takes the folder away; at once, so that it can be done while a program ends. */
  remove(): void;
}

/**
 * Makes the files of a territory from a workbook in a temporary folder: from the very files that a workbook of ours carries along, with
 * what was changed in its sheets; or from a filled-in workbook alone, then `answers` says what its sheet Program leaves open.
 * @param atExit is told at once what takes the folder away, in case the program ends while it is filled
 * @throws Failure when the workbook holds only a part of a territory
 */
export async function territoryOfWorkbook(
  content: WorkbookContent,
  answers: TerritoryAnswers,
  atExit: (remove: () => void) => void,
): Promise<WorkbookTerritory> {
  const { baseline, file } = content;
  if (baseline && !baseline.files) {
    throw new Failure('data', `${file} holds only a part of a territory.`, 'Export all of it: cam export FILE.xlsx');
  }
  if (!content.tables.some(({ table }) => table === PARTNERS)) {
    throw new Failure(
      'data',
      `${file} has no sheet Partners.`,
      'An empty workbook to fill in: cam export --blank start.xlsx',
    );
  }
  const folder = privateFolder();
  atExit(folder.remove);
  try {
    return { root: folder.path, problems: await makeFiles(folder.path, content, answers), remove: folder.remove };
  } catch (error) {
    folder.remove();
    throw error;
  }
}

/** The program comes first: a deal's stage has to be known before its row can be read. */
async function makeFiles(
  root: string,
  content: WorkbookContent,
  answers: TerritoryAnswers,
): Promise<readonly WorkbookProblem[]> {
  const files = content.baseline?.files;
  const start: readonly BaselineFile[] = files ?? [{ path: CONFIG_FILE, content: newTerritoryFile(answers) }];
  for (const file of start) await put(root, file);
  const isProgram = ({ table }: WorkbookContent['tables'][number]) =>
    table.storage.of === 'territory' && table.id !== 'funds';
  // The files say already what stands in a sheet that nobody touched; they were sound when the workbook was written.
  const touched = content.tables.filter((sheet) => !isUntouched(sheet, content.baseline));
  if (files !== undefined && touched.length === 0) return [];
  const program = touched.filter(isProgram);
  const first = await apply(root, { ...content, tables: program }, files === undefined ? replaceLists : undefined);
  if (first.length > 0) return first;
  const others = await apply(root, { ...content, tables: touched.filter((sheet) => !isProgram(sheet)) });
  return others.length > 0 ? others : remainingProblems(root);
}

type Refine = (territory: Territory, content: WorkbookContent) => WorkbookPlan;

async function apply(
  root: string,
  content: WorkbookContent,
  refine: Refine = planAll,
): Promise<readonly WorkbookProblem[]> {
  if (content.tables.length === 0) return [];
  const { territory, problems } = await loadTerritory(root);
  if (!territory) return problems.map(asWorkbookProblem);
  const plan = refine(territory, content);
  if (plan.rejected.length > 0) return plan.rejected;
  const day = dayOf(content);
  for (const file of await planTableChanges(territory, plan.tableChanges, { ...(day && { day }) })) {
    if (file.isGone) await untilWritten(() => rm(join(root, file.path)));
    else await put(root, file);
  }
  for (const { sheet, partner } of plan.kept) {
    if (sheet === PARTNERS.title && partner !== undefined)
      await untilWritten(() => rm(join(root, PARTNERS_FOLDER, partner), { recursive: true }));
  }
  return [];
}

/** The workbook stands for the files as of its day: what was changed in it is changed that day. */
function dayOf({ baseline }: WorkbookContent): PlainDate | undefined {
  return parsePlainDate(baseline?.asOf ?? '');
}

/** The workbook is the whole truth: what was deleted in it is not there. */
function planAll(territory: Territory, content: WorkbookContent): WorkbookPlan {
  return planWorkbook(territory, content, { force: true, remove: true, isWhole: true, day: dayOf(content) });
}

/** The stages and rates of a filled-in workbook stand in the place of the usual ones, in their own order. */
function replaceLists(territory: Territory, content: WorkbookContent): WorkbookPlan {
  const replaced = content.tables.flatMap(({ table, rows }) => (rows.length > 0 && isOrdered(table) ? [table] : []));
  const without = Object.fromEntries(replaced.map(({ id }) => [id, []]));
  const plan = planAll({ ...territory, config: { ...territory.config, ...without } }, content);
  const removals = replaced.map((table): TableChanges => ({
    table,
    changes: table.rowsOf(territory).map((_, index) => ({ kind: 'remove', index })),
  }));
  const tableChanges = plan.tableChanges.map((wanted) => {
    const own = removals.find(({ table }) => table === wanted.table);
    return own ? { ...wanted, changes: [...own.changes, ...wanted.changes] } : wanted;
  });
  return { ...plan, tableChanges };
}

function isOrdered(table: Table): boolean {
  return table === STAGES || table === RATES;
}

/** What only the files together tell, such as a partner that is its own parent. */
async function remainingProblems(root: string): Promise<readonly WorkbookProblem[]> {
  const { problems } = await loadTerritory(root);
  return problems.filter(({ severity }) => severity === 'error').map(asWorkbookProblem);
}

function asWorkbookProblem({
  file,
  line,
  path,
  message,
}: Awaited<ReturnType<typeof loadTerritory>>['problems'][number]): WorkbookProblem {
  const where = line === undefined ? file : `${file}:${line}`;
  return { where, why: path === undefined ? message : `${path}: ${message}` };
}

/** Not atomic, as nobody else looks in the folder; but finished before a program that has to end takes the folder away. */
async function put(root: string, { path, content }: BaselineFile): Promise<void> {
  const target = join(root, path);
  await untilWritten(async () => {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  });
}
