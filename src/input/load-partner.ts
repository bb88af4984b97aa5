import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import { adjustmentsSchema, type Adjustment } from '../schema/adjustments.ts';
import { assessmentSchema, type Assessment } from '../schema/assessment.ts';
import { businessPlanFileSchema, type BusinessPlan } from '../schema/business-plan-file.ts';
import { commitmentsSchema, type CommitmentLedger } from '../schema/commitments.ts';
import { marketingPlanFileSchema, type MarketingPlan } from '../schema/marketing-plan-file.ts';
import { partnerSchema, type Partner } from '../schema/partner.ts';
import { qbrFileSchema, type QbrFile } from '../schema/qbr-file.ts';
import { snapshotSchema, type Snapshot } from '../schema/snapshot.ts';
import { formatFiscalQuarter, formatFiscalYear, parseFiscalQuarter } from '../units/fiscal-quarter.ts';
import { checkAdjustmentIds, checkLedgerLists, checkPartnerLists } from './check-list-identity.ts';
import { nearest } from './nearest.ts';
import { PARTNERS_FOLDER, unreadableFolder } from './partner-folders.ts';
import { PARTNER_TABLES, type PartnerTableName, type PartnerTableReadings } from './partner-tables.ts';
import type { Problem } from './problem.ts';
import { readCsvTable, type TableRequest } from './read-csv-table.ts';
import { readJson } from './read-json.ts';
import { readText } from './read-text.ts';
import { readYaml, type FileReading } from './read-yaml.ts';

/** One partner's files as they were read; each part is missing when its file is absent or has an error. */
export interface PartnerReading {
  readonly id: string;
  readonly partner?: FileReading<Partner>;
  readonly tables: PartnerTableReadings;
  readonly commitments?: CommitmentLedger;
  readonly adjustments?: readonly Adjustment[];
  readonly qbr: ReadonlyMap<string, QbrFile>;
  readonly snapshots: readonly Snapshot[];
  /** Oldest first; one that has an error is among the problems only. */
  readonly assessments: readonly FileReading<Assessment>[];
  /** The oldest year first; one that has an error is among the problems only. */
  readonly businessPlans: readonly FileReading<BusinessPlan>[];
  /** The oldest quarter first; one that has an error is among the problems only. */
  readonly marketingPlans: readonly FileReading<MarketingPlan>[];
  readonly problems: readonly Problem[];
  /** Files read. */
  readonly files: number;
}

const MOST_BYTES = { text: 4_000_000, table: 300_000_000, snapshot: 100_000_000 } as const;
const TABLES = Object.keys(PARTNER_TABLES) as readonly PartnerTableName[];
const FILES = ['partner.yaml', ...TABLES.map((name) => `${name}.csv`), 'commitments.yaml', 'adjustments.yaml'] as const;
const FOLDERS = ['qbr', 'snapshots', 'assessments', 'business-plans', 'marketing'] as const;

/** Reads every file of one partner. Files with other names are the owner's and ignored, unless a name is nearly right. */
export async function loadPartner(root: string, id: string): Promise<PartnerReading | undefined> {
  const folder = openFolder(root, id);
  if (folder.names.length === 0 && folder.problems.length === 0) return undefined;
  const partner = await folder.read('partner.yaml', MOST_BYTES.text, (text, file) =>
    readYaml(text, file, partnerSchema),
  );
  const tables = await readTables(folder);
  const commitments = await folder.read('commitments.yaml', MOST_BYTES.text, (text, file) =>
    readYaml(text, file, commitmentsSchema),
  );
  const adjustments = await folder.read('adjustments.yaml', MOST_BYTES.text, (text, file) =>
    readYaml(text, file, adjustmentsSchema),
  );
  const qbr = await readQuarters(folder);
  const snapshots = await readSnapshots(folder);
  const assessments = await readNamed(folder, ASSESSMENTS);
  const businessPlans = await readNamed(folder, BUSINESS_PLANS);
  const marketingPlans = await readNamed(folder, MARKETING_PLANS);
  if (folder.names.length > 0 && !folder.names.includes('partner.yaml')) folder.problems.push(missingProfile(folder));
  folder.problems.push(...misspelt(folder));
  if (partner) folder.problems.push(...checkPartnerLists(partner));
  if (commitments) folder.problems.push(...checkLedgerLists(commitments));
  if (adjustments) folder.problems.push(...checkAdjustmentIds(adjustments));
  return {
    id,
    ...(partner && { partner }),
    tables,
    ...(commitments?.value && { commitments: commitments.value }),
    ...(adjustments?.value && { adjustments: adjustments.value.adjustments }),
    qbr,
    snapshots,
    assessments,
    businessPlans,
    marketingPlans,
    problems: folder.problems.map((problem) => ({ ...problem, partner: id })),
    files: folder.filesRead(),
  };
}

interface Folder {
  /** Relative to the territory. */
  readonly path: string;
  readonly names: readonly string[];
  readonly problems: Problem[];
  filesRead(): number;
  list(name: (typeof FOLDERS)[number]): readonly string[];
  /** Reads one file and keeps its problems; undefined when there is no such file or it cannot be read as text. */
  read<R extends { readonly problems: readonly Problem[] }>(
    name: string,
    maximumBytes: number,
    parse: (text: string, file: string) => R,
  ): Promise<R | undefined>;
}

function openFolder(root: string, id: string): Folder {
  const path = `${PARTNERS_FOLDER}/${id}`;
  const problems: Problem[] = [];
  // Listed at once, as files are read: handing it to other threads and back takes three times as long.
  const listOf = (name: string): string[] => {
    try {
      return readdirSync(join(root, name)).filter((file) => file[0] !== '.');
    } catch (error) {
      problems.push(unreadableFolder(name, error));
      return [];
    }
  };
  const names = listOf(path);
  let filesRead = 0;
  return {
    path,
    names,
    problems,
    filesRead: () => filesRead,
    list: (name) => (names.includes(name) ? listOf(`${path}/${name}`).sort() : []),
    async read(name, maximumBytes, parse) {
      if (!names.includes(name.split('/')[0]!)) return undefined;
      const file = `${path}/${name}`;
      const { text, problem } = await readText({ path: join(root, file), file, maximumBytes });
      if (problem) problems.push(problem);
      if (text === undefined) return undefined;
      filesRead += 1;
      const reading = parse(text, file);
      problems.push(...reading.problems);
      return reading;
    },
  };
}

async function readTables(folder: Folder): Promise<PartnerTableReadings> {
  const tables: Partial<Record<PartnerTableName, unknown>> = {};
  for (const name of TABLES) {
    const request: TableRequest<z.ZodObject> = PARTNER_TABLES[name];
    const reading = await folder.read(`${name}.csv`, MOST_BYTES.table, (text, file) =>
      readCsvTable(text, file, request),
    );
    if (reading) tables[name] = reading;
  }
  return tables as PartnerTableReadings;
}

async function readQuarters(folder: Folder): Promise<ReadonlyMap<string, QbrFile>> {
  const quarters = new Map<string, QbrFile>();
  const names = folder.list('qbr').filter((name) => /\.ya?ml$/i.test(name));
  for (const name of names) {
    const quarter = parseFiscalQuarter(name.replace(/\.yaml$/, ''));
    if (!quarter || name !== `${formatFiscalQuarter(quarter)}.yaml`) {
      const remedy = 'Name it for its quarter: FY26-Q3.yaml.';
      const message = "the file's name is not a quarter, so it is not read";
      folder.problems.push({ severity: 'warning', file: `${folder.path}/qbr/${name}`, message, remedy });
      continue;
    }
    const parse = (text: string, file: string) => readYaml(text, file, qbrFileSchema);
    const reading = await folder.read(`qbr/${name}`, MOST_BYTES.text, parse);
    if (reading?.value) quarters.set(formatFiscalQuarter(quarter), reading.value);
  }
  return quarters;
}

/** In the order of their dates, which are their names. */
async function readSnapshots(folder: Folder): Promise<readonly Snapshot[]> {
  const snapshots: Snapshot[] = [];
  const names = folder.list('snapshots').filter((name) => name.endsWith('.json'));
  for (const name of names) {
    const parse = (text: string, file: string) => readJson(text, file, snapshotSchema);
    const reading = await folder.read(`snapshots/${name}`, MOST_BYTES.snapshot, parse);
    if (!reading?.value) continue;
    if (name === `${reading.value.date}.json`) snapshots.push(reading.value);
    else {
      const message = `the file is named ${name} but holds the date ${reading.value.date}`;
      folder.problems.push(reading.problemAt(['date'], { message, written: reading.value.date }));
    }
  }
  return snapshots;
}

/** Files of a folder that are named for what they hold. */
interface NamedFiles<S extends z.ZodType> {
  readonly list: (typeof FOLDERS)[number];
  readonly schema: S;
  /** The name the file should have, and the key that says so. */
  readonly nameOf: (value: z.output<S>) => string;
  readonly key: string;
  readonly holds: (value: z.output<S>) => string;
}

const ASSESSMENTS: NamedFiles<typeof assessmentSchema> = {
  list: 'assessments',
  schema: assessmentSchema,
  nameOf: ({ date, questionnaire }) => `${date}-${questionnaire}.yaml`,
  key: 'date',
  holds: ({ date, questionnaire }) => `an assessment of ${date} by "${questionnaire}"`,
};

const BUSINESS_PLANS: NamedFiles<typeof businessPlanFileSchema> = {
  list: 'business-plans',
  schema: businessPlanFileSchema,
  nameOf: (plan) => `${formatFiscalYear(plan.fiscal_year)}.yaml`,
  key: 'fiscal_year',
  holds: (plan) => `the plan of ${formatFiscalYear(plan.fiscal_year)}`,
};

const MARKETING_PLANS: NamedFiles<typeof marketingPlanFileSchema> = {
  list: 'marketing',
  schema: marketingPlanFileSchema,
  nameOf: ({ quarter }) => `${formatFiscalQuarter(quarter)}.yaml`,
  key: 'quarter',
  holds: ({ quarter }) => `the plan of ${formatFiscalQuarter(quarter)}`,
};

/** In the order of their names. */
async function readNamed<S extends z.ZodType>(
  folder: Folder,
  { list, schema, nameOf, key, holds }: NamedFiles<S>,
): Promise<readonly FileReading<z.output<S>>[]> {
  const readings: FileReading<z.output<S>>[] = [];
  const names = folder.list(list).filter((name) => /\.ya?ml$/i.test(name));
  for (const name of names) {
    const reading = await folder.read(`${list}/${name}`, MOST_BYTES.text, (text, file) => readYaml(text, file, schema));
    if (!reading?.value) continue;
    const right = nameOf(reading.value);
    if (name === right) readings.push(reading);
    else {
      const message = `the file is named ${name} but holds ${holds(reading.value)}`;
      folder.problems.push(reading.problemAt([key], { message, remedy: `Name it ${right}.` }));
    }
  }
  return readings;
}

function missingProfile({ path, names }: Folder): Problem {
  const near = names.find((name) => nearest(name, ['partner.yaml']));
  const remedy = near ? `Rename ${near} to partner.yaml.` : 'Write one with name and type, or delete the folder.';
  return { severity: 'error', file: `${path}/partner.yaml`, message: 'the file is missing', remedy };
}

/** Names that are one slip away from a file the tool reads; a missing profile says so itself. */
function misspelt({ path, names }: Folder): Problem[] {
  const read: readonly string[] = [...FILES, ...FOLDERS];
  return names.flatMap((name) => {
    const suggestion = read.includes(name) ? undefined : nearest(name, read);
    if (suggestion === undefined || suggestion === 'partner.yaml' || names.includes(suggestion)) return [];
    const message = 'a file of this name is not read';
    return [{ severity: 'warning', file: `${path}/${name}`, message, written: name, suggestion } as const];
  });
}
