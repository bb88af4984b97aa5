import { join } from 'node:path';
import { camConfigSchema, type CamConfig } from '../schema/cam-config.ts';
import type { QuestionnaireFile } from '../schema/questionnaire.ts';
import type { PartnerFiles, Territory } from '../schema/territory.ts';
import type { TiersTemplate } from '../schema/tiers.ts';
import { checkAnswers } from './check-answers.ts';
import { repeated } from './check-list-identity.ts';
import { checkCampaignNumbers } from './check-campaign-numbers.ts';
import { checkCampaigns } from './check-campaigns.ts';
import { checkRates } from './check-rates.ts';
import { checkBookings } from './check-bookings.ts';
import { checkAgainstTerritory, checkDealsOnce, checkParentLoops, checkStages, tierIdOf } from './cross-checks.ts';
import { CONFIG_FILE } from './find-territory.ts';
import { loadFunds } from './load-funds.ts';
import { loadPartner, type PartnerReading } from './load-partner.ts';
import { loadTemplates } from './load-templates.ts';
import { partnerFolders } from './partner-folders.ts';
import { valuesOf } from './partner-tables.ts';
import type { Problem } from './problem.ts';
import { readText } from './read-text.ts';
import { readYaml } from './read-yaml.ts';

/** A territory as far as it could be read. */
export interface TerritoryReading {
  /** Undefined only when `cam.yaml` or a template cannot be used. */
  readonly territory?: Territory;
  readonly problems: readonly Problem[];
  /** Files read. */
  readonly files: number;
  /** Every partner that has a folder, sorted. */
  readonly partnerIds: readonly string[];
}

const MOST_BYTES = 4_000_000;

/**
 * Reads a territory: every file validated, then checked against the others. A partner whose files have an error is left out and
 * its problems carry its id; warnings leave nothing out. `only` names the partners to read; a deal that two partners have is
 * found only among those that are read.
 */
export async function loadTerritory(
  root: string,
  { only }: { readonly only?: readonly string[] } = {},
): Promise<TerritoryReading> {
  const config = await readConfig(root);
  const templates = await loadTemplates(root);
  const folders = await partnerFolders(root);
  const funds = await loadFunds(root, folders.ids);
  const wanted = only ? folders.ids.filter((id) => only.includes(id)) : folders.ids;
  const readings = await readPartners(root, wanted);
  const partnerProblems = readings.flatMap(({ problems }) => problems);
  const files =
    Number(config.read) +
    templates.files +
    Number(funds.read) +
    readings.reduce((sum, reading) => sum + reading.files, 0);
  const own = [...config.problems, ...templates.problems, ...funds.problems, ...(only ? [] : folders.problems)];
  const seen = { files, partnerIds: folders.ids };
  if (!config.value || !templates.values) return { problems: inOrderOfPlace([...own, ...partnerProblems]), ...seen };
  const { tiers, questionnaire, marketingTactics: tactics } = templates.values;
  const context = { tiers, partnerIds: folders.ids };
  const problems = [
    ...own,
    ...partnerProblems,
    ...readings.flatMap((reading) => checkAgainstTerritory(reading, context)),
    ...readings.flatMap((reading) => answerProblems(reading, questionnaire)),
    ...readings.flatMap((reading) => checkCampaigns(reading, { tactics, funds: funds.value })),
    ...readings.flatMap((reading) => checkCampaignNumbers(reading, tactics)),
    ...checkParentLoops(readings),
    ...checkDealsOnce(readings),
    ...checkStages(readings, config.value),
    ...checkRates(readings, config.value),
    ...readings.flatMap(checkBookings),
  ];
  const failed = new Set(problems.filter(({ severity }) => severity === 'error').map(({ partner }) => partner));
  const partners = readings.flatMap((reading) => (failed.has(reading.id) ? [] : partnerFiles(reading, tiers)));
  return {
    territory: {
      root,
      config: config.value,
      ...templates.values,
      ...(funds.value && { funds: funds.value }),
      partners,
    },
    problems: inOrderOfPlace(problems),
    ...seen,
  };
}

async function readConfig(root: string): Promise<{ value?: CamConfig; problems: readonly Problem[]; read: boolean }> {
  const request = { path: join(root, CONFIG_FILE), file: CONFIG_FILE, maximumBytes: MOST_BYTES };
  const { text, problem } = await readText(request);
  if (text === undefined) {
    const message = 'the file is missing';
    const missing = {
      severity: 'error',
      file: CONFIG_FILE,
      message,
      remedy: 'Make a territory with: cam init',
    } as const;
    return { problems: [problem ?? missing], read: false };
  }
  const reading = readYaml(text, CONFIG_FILE, camConfigSchema);
  const names = reading.value?.stages.map(({ name }) => name) ?? [];
  const problems = [...reading.problems, ...repeated(reading, { list: 'stages', at: 'name', names })];
  return { ...(problems.length === 0 && { value: reading.value! }), problems, read: true };
}

async function readPartners(root: string, ids: readonly string[]): Promise<readonly PartnerReading[]> {
  const readings: PartnerReading[] = [];
  for (const id of ids) {
    const reading = await loadPartner(root, id);
    if (reading) readings.push(reading);
    // Whoever stops the program with Ctrl-C is heard between two partners.
    await new Promise((resume) => setImmediate(resume));
  }
  return readings;
}

function answerProblems({ id, assessments }: PartnerReading, questionnaire: QuestionnaireFile): Problem[] {
  return assessments.flatMap((reading) =>
    checkAnswers(reading, questionnaire).map((problem) => ({ ...problem, partner: id })),
  );
}

/** What was read of a partner, as pages take it; none where there is no profile. */
export function partnerFiles(reading: PartnerReading, tiers: TiersTemplate): PartnerFiles[] {
  const partner = reading.partner?.value;
  if (!partner) return [];
  const { id, tables, commitments, adjustments, qbr, snapshots, assessments, businessPlans, marketingPlans } = reading;
  const tier = partner.tier === undefined ? undefined : tierIdOf(partner.tier, tiers);
  return [
    {
      id,
      partner: tier === undefined ? partner : { ...partner, tier },
      ...valuesOf(tables),
      ...(commitments && { commitments }),
      ...(adjustments && { adjustments }),
      qbr,
      snapshots,
      ...(assessments.length > 0 && { assessments: assessments.map(({ value }) => value!) }),
      ...(businessPlans.length > 0 && { businessPlans: businessPlans.map(({ value }) => value!) }),
      ...(marketingPlans.length > 0 && { marketingPlans: marketingPlans.map(({ value }) => value!) }),
    },
  ];
}

/** By the names of the files; within a file the lines count upwards. */
function inOrderOfPlace(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted(
    (a, b) =>
      (a.file === b.file ? 0 : a.file < b.file ? -1 : 1) ||
      (a.line ?? Infinity) - (b.line ?? Infinity) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}
