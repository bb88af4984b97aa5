import { relative, resolve } from 'node:path';
import { loadTerritory, type TerritoryReading } from '../../input/load-territory.ts';
import { nearest } from '../../input/nearest.ts';
import type { Problem } from '../../input/problem.ts';
import { readTextTable } from '../../input/tabular/read-text-table.ts';
import { withWorkspaceLock } from '../../output/lock.ts';
import type { DateOrder, DecimalSign, ImportMapping } from '../../schema/import-mapping.ts';
import type { Territory } from '../../schema/territory.ts';
import { Failure } from '../../units/failure.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import type { Effects } from '../effects.ts';
import { DealBook } from './deal-book.ts';
import { DealTotals } from './deal-totals.ts';
import {
  planDeals,
  understandDeals,
  type DealRules,
  type PlannedDeals,
  type UnderstoodTable,
} from './deals/plan-deals.ts';
import { sayQuestions } from './deals/open-questions.ts';
import type { ImportReport, NeedsMapping } from './import-report.ts';
import { loadMapping } from './load-mapping.ts';
import { PartnerDirectory } from './partner-directory.ts';
import { dateInName, planSnapshots, type DataDate } from './plan-snapshots.ts';
import { writeImport, type PlannedFile } from './write-import.ts';
import { dealsCsv } from './deals-csv.ts';
import { snapshotText } from './build-snapshot.ts';
import { proposeMappings } from './propose-mappings.ts';

/** What to import, and what the person said about it. */
export interface ImportRequest {
  /** Folder of the territory. */
  readonly root: string;
  /** As they were typed. */
  readonly files: readonly string[];
  readonly mapFile?: string;
  readonly partnerColumn?: string;
  readonly partner?: string;
  readonly createPartners: boolean;
  readonly dateOrder?: DateOrder;
  readonly decimal?: DecimalSign;
  readonly asOf?: PlainDate;
  readonly dryRun: boolean;
}

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
  const setting: Setting = { request, effects, mapping: mapping.value, territory: loaded.territory };
  const understood = await understandFiles(setting);
  if (understood.some(({ questions }) => questions)) return { kind: 'report', report: await ask(setting, understood) };
  const undecided = understood.find(({ reading }) => reading.undecided);
  if (undecided) throw undecided.reading.undecided!;
  return { kind: 'report', report: await take(setting, understood, loaded.partnerIds) };
}

interface Setting {
  readonly request: ImportRequest;
  readonly effects: Effects;
  readonly mapping: ImportMapping;
  readonly territory: Territory;
}

async function understandFiles(setting: Setting): Promise<UnderstoodTable[]> {
  const understood: UnderstoodTable[] = [];
  for (const file of setting.request.files) {
    setting.effects.progress(`Reading ${file}`);
    const table = await readTextTable(resolve(setting.effects.currentFolder, file));
    understood.push(understandDeals(table, rulesOf(setting)));
  }
  return understood;
}

function rulesOf({ request, mapping, territory }: Setting, partner = request.partner): DealRules {
  const { partnerColumn, dateOrder, decimal, mapFile } = request;
  return {
    stated: {
      mapping,
      ...(mapFile !== undefined && { mappingFile: mapFile }),
      ...(partnerColumn !== undefined && { partnerColumn }),
      ...(dateOrder !== undefined && { dateOrder }),
      ...(decimal !== undefined && { decimal }),
    },
    config: territory.config,
    partner,
  };
}

/** Writes the proposed mappings; nothing is imported. */
async function ask(setting: Setting, understood: readonly UnderstoodTable[]): Promise<ImportReport> {
  const { request, effects } = setting;
  const open = understood.filter(({ questions }) => questions);
  const proposals = await proposeMappings(
    open,
    { ...request, currentFolder: effects.currentFolder },
    rulesOf(setting).stated,
  );
  const written = request.dryRun
    ? []
    : await writeImport(
        request.root,
        proposals.map(({ file }) => file),
      );
  const needsMapping: NeedsMapping = {
    questions: open.flatMap(({ table, questions }) => sayQuestions(table, questions!)),
    proposals: proposals.map(({ file, command }) => ({
      path: relative(effects.currentFolder, resolve(request.root, file.path)),
      command,
    })),
  };
  return { ...reportOn(setting, understood, []), written, needsMapping };
}

async function take(
  setting: Setting,
  understood: readonly UnderstoodTable[],
  partnerIds: readonly string[],
): Promise<ImportReport> {
  const { request, mapping, territory, effects } = setting;
  const book = new DealBook(territory);
  const directory = new PartnerDirectory(territory, partnerIds, {
    stated: mapping.partners,
    create: request.createPartners ? (mapping.partner_type ?? 'var') : undefined,
    onCreate: ({ id, partner }) => book.addPartner(id, partner),
  });
  const rules = rulesOf(setting, requirePartner(request.partner, directory, partnerIds));
  const planned = understood.map((table) => planDeals(table, book, directory, rules));
  const snapshots = planSnapshots({
    book,
    config: territory.config,
    touched: touchedPartners(setting, understood, planned),
    partners: territory.partners,
  });
  const files: PlannedFile[] = [
    ...directory.created.map(({ id, file }) => ({ ...fileOf(id, 'partner.yaml', 'partner'), content: file })),
    ...[...book.partners()]
      .filter(({ changed }) => changed)
      // A deal that moves is added before it is taken away: an interruption leaves it twice, never nowhere.
      .sort((a, b) => Number(b.gained) - Number(a.gained))
      .map((deals) => ({ ...fileOf(deals.id, 'deals.csv', 'deals'), content: dealsCsv(deals) })),
    ...snapshots.map(({ id, snapshot }) => ({
      ...fileOf(id, `snapshots/${snapshot.date}.json`, 'snapshot'),
      content: snapshotText(snapshot),
    })),
  ];
  if (!request.dryRun && files.length > 0) effects.progress(`Writing ${files.length} files`);
  const written = request.dryRun ? [] : await writeImport(request.root, files);
  const createdPartners = directory.created.map(({ id, partner }) => ({ id, name: partner.name }));
  return { ...reportOn(setting, understood, planned), written, createdPartners, needsMapping: undefined };
}

function fileOf(id: string, name: string, kind: PlannedFile['kind']): Omit<PlannedFile, 'content'> {
  return { path: `partners/${id}/${name}`, kind, partner: id };
}

function requirePartner(
  id: string | undefined,
  directory: PartnerDirectory,
  partnerIds: TerritoryReading['partnerIds'],
): string | undefined {
  if (id === undefined) return undefined;
  const found = directory.require(id);
  if (found !== undefined) return found;
  const near = nearest(id, partnerIds);
  throw new Failure(
    'usage',
    `--partner: there is no partner "${id}".`,
    near === undefined ? 'Add it with "cam partner add", or give --create-partners.' : `Did you mean ${near}?`,
  );
}

/** Each partner's data is as new as the newest file that names it. */
function touchedPartners(
  { request, effects, territory }: Setting,
  understood: readonly UnderstoodTable[],
  planned: readonly PlannedDeals[],
): Map<string, DataDate & { sources: { file: string; rows: number; sha256: string }[] }> {
  const stated = request.asOf ?? territory.config.as_of;
  const touched = new Map<string, DataDate & { sources: { file: string; rows: number; sha256: string }[] }>();
  planned.forEach(({ touched: ids, rows }, index) => {
    const { file, sha256 } = understood[index]!.table;
    const named = dateInName(file);
    const date = named ?? stated ?? effects.today;
    const isToday = named === undefined && stated === undefined;
    for (const id of ids) {
      const before = touched.get(id);
      const sources = [...(before?.sources ?? []), { file, rows, sha256 }];
      touched.set(id, before && before.date >= date ? { ...before, sources } : { date, isToday, sources });
    }
  });
  return touched;
}

function reportOn(
  { request, territory }: Setting,
  understood: readonly UnderstoodTable[],
  planned: readonly PlannedDeals[],
): Omit<ImportReport, 'written' | 'needsMapping'> {
  const sum = (of: (plan: PlannedDeals) => number): number => planned.reduce((total, plan) => total + of(plan), 0);
  const totals = new DealTotals(territory.config);
  const currencies = new Map(territory.partners.map(({ id, partner }) => [id, partner.currency]));
  for (const { deal, partnerId } of planned.flatMap(({ taken }) => taken)) {
    totals.add(deal, partnerId, currencies.get(partnerId) ?? territory.config.currency);
  }
  return {
    kind: 'deals',
    files: request.files,
    sources: [...new Set(planned.flatMap(({ sources }) => sources))],
    dryRun: request.dryRun,
    rows: understood.reduce((rows, { table }) => rows + table.rows.length + table.broken.length, 0),
    created: sum(({ created }) => created),
    updated: sum(({ updated }) => updated),
    moved: sum(({ moved }) => moved),
    unchanged: sum(({ unchanged }) => unchanged),
    repeated: sum(({ repeated }) => repeated),
    withoutId: sum(({ withoutId }) => withoutId),
    rejected: planned.flatMap(({ rejected }) => rejected),
    unmatched: planned.flatMap(({ unmatched }) => unmatched),
    columns: Object.fromEntries(
      understood.flatMap(({ reading }) => Array.from(reading.columns, ([field, { header }]) => [field, header])),
    ),
    unusedColumns: [...new Set(understood.flatMap(({ reading }) => reading.unused))],
    dateOrder: understood.map(({ reading }) => reading.dateOrder).find((order) => order !== undefined) ?? null,
    totals: totals.totals(),
    createdPartners: [],
    vanished: planned.flatMap(({ vanished }) => vanished),
    warnings: warningsOf(territory, understood, planned),
  };
}

function warningsOf(
  { config }: Territory,
  understood: readonly UnderstoodTable[],
  planned: readonly PlannedDeals[],
): ImportReport['warnings'] {
  const known = new Set(config.stages.map(({ name }) => name));
  const stages = new Set(planned.flatMap(({ taken }) => taken.flatMap(({ deal }) => deal.stage ?? [])));
  const strange = [...stages].filter((stage) => !known.has(stage));
  const message = `stages that cam.yaml does not name have no place in the order of stages: ${strange.join(', ')}`;
  return [
    ...planned.flatMap(({ warnings }, index) =>
      warnings.map((message) => ({ where: understood[index]!.table.file, message })),
    ),
    ...(strange.length > 0 ? [{ where: 'cam.yaml', message }] : []),
  ];
}
