import { relative, resolve } from 'node:path';
import { loadTerritory } from '../../input/load-territory.ts';
import type { Problem } from '../../input/problem.ts';
import { readTextTable } from '../../input/tabular/read-text-table.ts';
import { withWorkspaceLock } from '../../output/lock.ts';
import type { Effects } from '../effects.ts';
import { sayQuestions } from './deals/open-questions.ts';
import { understandDeals, type UnderstoodTable } from './deals/plan-deals.ts';
import type { ImportReport } from './import-report.ts';
import { statedBy, type ImportRequest, type ImportSetting } from './import-setting.ts';
import { loadMapping } from './load-mapping.ts';
import { proposeMappings } from './propose-mappings.ts';
import { reportOn } from './report-import.ts';
import { takeDeals } from './take-deals.ts';
import { writeImport, type PlannedFile } from './write-import.ts';

/** The report, or the problems that stand in the way of reading anything: then nothing was changed. */
export type ImportResult =
  | { readonly kind: 'report'; readonly report: ImportReport }
  | { readonly kind: 'problems'; readonly of: 'mapping' | 'territory'; readonly problems: readonly Problem[] };

/**
 * Imports deals from CSV exports into a territory. Everything is planned in memory first: a file that cannot be understood changes
 * nothing, rows that cannot be taken are reported and the rest is written. Importing the same file again changes nothing.
 * @throws Failure for a file, header, date order or decimal sign that a person has to settle
 */
export async function importFiles(request: ImportRequest, effects: Effects): Promise<ImportResult> {
  const run = (): Promise<ImportResult> => planAndWrite(request, effects);
  return request.dryRun ? run() : withWorkspaceLock(request.root, run);
}

async function planAndWrite(request: ImportRequest, effects: Effects): Promise<ImportResult> {
  const mapping = await loadMapping(request.mapFile, effects.currentFolder);
  if (!mapping.value) return { kind: 'problems', of: 'mapping', problems: mapping.problems };
  const loaded = await loadTerritory(request.root);
  const errors = loaded.problems.filter(({ severity }) => severity === 'error');
  // A deal that sits in a file we cannot read would be taken for a new one.
  if (!loaded.territory || errors.length > 0) return { kind: 'problems', of: 'territory', problems: errors };
  const setting: ImportSetting = { request, effects, mapping: mapping.value, territory: loaded.territory };
  const understood = await understandFiles(setting);
  if (understood.some(({ questions }) => questions)) return { kind: 'report', report: await ask(setting, understood) };
  const undecided = understood.find(({ reading }) => reading.undecided);
  if (undecided) throw undecided.reading.undecided!.failure;
  const { report, files } = await takeDeals(setting, understood, loaded.partnerIds);
  return { kind: 'report', report: { ...report, written: await writePlanned(setting, files) } };
}

async function understandFiles(setting: ImportSetting): Promise<UnderstoodTable[]> {
  const understood: UnderstoodTable[] = [];
  for (const file of setting.request.files) {
    setting.effects.progress(`Reading ${file}`);
    const table = await readTextTable(resolve(setting.effects.currentFolder, file));
    const { request, territory } = setting;
    understood.push(understandDeals(table, statedBy(setting), { config: territory.config, partner: request.partner }));
  }
  return understood;
}

async function writePlanned(
  { request, effects }: ImportSetting,
  files: readonly PlannedFile[],
): Promise<ImportReport['written']> {
  if (request.dryRun) return [];
  if (files.length > 0) effects.progress(`Writing ${files.length} files`);
  return writeImport(request.root, files);
}

/** Writes the proposed mappings; nothing is imported. */
async function ask(setting: ImportSetting, understood: readonly UnderstoodTable[]): Promise<ImportReport> {
  const { request, effects } = setting;
  const open = understood.filter(({ questions }) => questions);
  const proposals = await proposeMappings(open, { ...request, currentFolder: effects.currentFolder });
  const files = proposals.map(({ file }) => file);
  const written = request.dryRun ? [] : await writeImport(request.root, files);
  const needsMapping = {
    questions: open.flatMap(({ table, questions }) => sayQuestions(table, questions!)),
    proposals: proposals.map(({ file, command }) => ({
      path: relative(effects.currentFolder, resolve(request.root, file.path)),
      command,
    })),
  };
  return { ...reportOn(setting, understood, []), written, needsMapping };
}
