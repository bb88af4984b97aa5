import { relative, resolve } from 'node:path';
import { loadTerritory } from '../../input/load-territory.ts';
import type { Problem } from '../../input/problem.ts';
import { withWorkspaceLock } from '../../output/lock.ts';
import type { Effects } from '../effects.ts';
import { sayQuestions } from './mapping/open-questions.ts';
import type { ImportReport } from './import-report.ts';
import type { ImportRequest, ImportSetting } from './import-setting.ts';
import { loadMapping } from './load-mapping.ts';
import { askPartners, type PartnerAnswers } from './mapping/partner-questions.ts';
import type { Ask } from './mapping/question.ts';
import { loadRememberedMappings } from './mapping/remembered-mappings.ts';
import type { PlannedImport } from './planned-import.ts';
import type { UnderstoodTable } from './deals/plan-deals.ts';
import { holdsRecords, planImport, type UnderstoodFile } from './plan-import.ts';
import { proposeMappings } from './propose-mappings.ts';
import { rememberAnswers } from './remember-answers.ts';
import { reportOn } from './report-import.ts';
import { basicReport } from './records/records-report.ts';
import { combineReports } from './combine-reports.ts';
import { settleFiles, type SettledFile } from './settle-files.ts';
import { writeImport, type PlannedFile } from './write-import.ts';

/** The report, or the problems that stand in the way of reading anything: then nothing was changed. */
export type ImportResult =
  | { readonly kind: 'report'; readonly report: ImportReport }
  | { readonly kind: 'problems'; readonly of: 'mapping' | 'territory'; readonly problems: readonly Problem[] };

/**
 * Imports exports of other systems into a territory. Everything is planned in memory first: a file that cannot be understood changes
 * nothing, rows that cannot be taken are reported and the rest is written. Importing the same file again changes nothing.
 * @param ask asks a person at a terminal what only a person can say; the answers are remembered for exports of the same shape
 * @throws Failure for a file, header, date order or decimal sign that a person has to settle
 */
export async function importFiles(request: ImportRequest, effects: Effects, ask?: Ask): Promise<ImportResult> {
  const run = (): Promise<ImportResult> => planAndWrite(request, effects, ask);
  return request.dryRun ? run() : withWorkspaceLock(request.root, run);
}

async function planAndWrite(request: ImportRequest, effects: Effects, ask: Ask | undefined): Promise<ImportResult> {
  const given = await loadMapping(request.mapFile, effects.currentFolder);
  if (!given.value) return { kind: 'problems', of: 'mapping', problems: given.problems };
  const remembered = await loadRememberedMappings(request.root);
  if (remembered.problems.length > 0) return { kind: 'problems', of: 'mapping', problems: remembered.problems };
  const loaded = await loadTerritory(request.root);
  const errors = loaded.problems.filter(({ severity }) => severity === 'error');
  // A deal that sits in a file we cannot read would be taken for a new one.
  if (!loaded.territory || errors.length > 0) return { kind: 'problems', of: 'territory', problems: errors };
  const setting: ImportSetting = {
    request,
    effects,
    mapping: given.value,
    mappingText: given.text,
    remembered: remembered.mappings,
    territory: loaded.territory,
    ask,
    wanted: new Set(),
  };
  return { kind: 'report', report: await importSettled(setting, loaded.partnerIds) };
}

async function importSettled(setting: ImportSetting, partnerIds: readonly string[]): Promise<ImportReport> {
  const settled = await settleFiles(setting);
  const mappings = settled.flatMap(({ use }) => use ?? []);
  const understood = settled.map((file) => file.understood);
  if (understood.some(({ questions }) => questions)) return { ...(await propose(setting, understood)), mappings };
  const undecided = understood.find(({ reading }) => reading.undecided);
  if (undecided) throw undecided.reading.undecided!.failure;
  const { files, report, answered } = await planWithPartners(setting, settled, partnerIds);
  const remembered = await rememberAnswers(setting, answered);
  return { ...report, mappings, written: await writePlanned(setting, [...files, ...remembered]) };
}

interface PlannedWithPartners extends PlannedImport {
  readonly answered: readonly SettledFile[];
}

/** Plans the import, asks whose the names are that nobody knows, and plans it anew with the answers. */
async function planWithPartners(
  setting: ImportSetting,
  settled: readonly SettledFile[],
  partnerIds: readonly string[],
): Promise<PlannedWithPartners> {
  const plan = (said: ImportSetting, files: readonly SettledFile[]): Promise<PlannedImport> =>
    planImport(
      said,
      files.map(({ understood }) => understood),
      partnerIds,
    );
  const planned = await plan(setting, settled);
  const { unmatched } = planned.report;
  if (!setting.ask || unmatched.length === 0) return { ...planned, answered: settled };
  const { assigned, created } = await askPartners(unmatched, setting.territory.partners, setting.ask);
  const answered = settled.map((file) => ({ ...file, understood: withNames(file.understood, assigned) }));
  return { ...(await plan({ ...setting, wanted: created }, answered)), answered };
}

function withNames<F extends UnderstoodFile>(understood: F, assigned: PartnerAnswers['assigned']): F {
  const { stated } = understood;
  const partners = { ...stated.mapping.partners, ...assigned };
  return { ...understood, stated: { ...stated, mapping: { ...stated.mapping, partners } } };
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
async function propose(setting: ImportSetting, understood: readonly UnderstoodFile[]): Promise<ImportReport> {
  const { request, effects } = setting;
  const open = understood.filter(({ questions }) => questions);
  const lists = request.files.filter((path) => !understood.some(({ table }) => path.endsWith(table.file)));
  const proposals = await proposeMappings(open, { ...request, lists, currentFolder: effects.currentFolder });
  const files = proposals.map(({ file }) => file);
  const written = request.dryRun ? [] : await writeImport(request.root, files);
  const needsMapping = {
    questions: open.flatMap((file) => [...sayQuestions(file.table, file.questions!), ...sayStrange(file)]),
    proposals: proposals.map(({ file, command }) => ({
      path: relative(effects.currentFolder, resolve(request.root, file.path)),
      command,
    })),
  };
  const deals = understood.filter((file): file is UnderstoodTable => !holdsRecords(file));
  const reports = [
    ...(deals.length > 0 ? [reportOn(setting, deals, [])] : []),
    ...understood.filter(holdsRecords).map((file) => basicReport(file, setting)),
  ];
  return { ...combineReports(reports, { request, createdPartners: [] }), written, needsMapping };
}

/** Where no header is known, the rows may be something else than deals, and the first of them may stand where headers are looked for. */
function sayStrange({ table, reading }: UnderstoodFile): string[] {
  if (reading.columns.size > 0) return [];
  return [
    `${table.file}: no header is known. --kind says what its rows are if they are not deals; "header: none" in a mapping says that it has no headers`,
  ];
}
