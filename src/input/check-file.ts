import type * as z from 'zod';
import { adjustmentsSchema } from '../schema/adjustments.ts';
import { camConfigSchema } from '../schema/cam-config.ts';
import { assessmentSchema } from '../schema/assessment.ts';
import { businessPlanFileSchema } from '../schema/business-plan-file.ts';
import { commitmentsSchema } from '../schema/commitments.ts';
import { fundsSchema } from '../schema/funds.ts';
import { marketingPlanFileSchema } from '../schema/marketing-plan-file.ts';
import { partnerSchema } from '../schema/partner.ts';
import { PARTNER_TABLES, type PartnerTableName } from './partner-tables.ts';
import type { Problem } from './problem.ts';
import { readCsvTable, type TableRequest } from './read-csv-table.ts';
import { readYaml } from './read-yaml.ts';

const YAML_FILES: Readonly<Record<string, z.ZodType>> = {
  'cam.yaml': camConfigSchema,
  'funds.yaml': fundsSchema,
  'partner.yaml': partnerSchema,
  'commitments.yaml': commitmentsSchema,
  'adjustments.yaml': adjustmentsSchema,
};

/** Files whose name is theirs alone, by their folder. */
const IN_FOLDERS: Readonly<Record<string, z.ZodType>> = {
  assessments: assessmentSchema,
  'business-plans': businessPlanFileSchema,
  marketing: marketingPlanFileSchema,
};

/**
 * What is wrong with the text of a file that has a table in it, by the file's name: for texts that are about to be written. Rows that are
 * sound one by one may not be together, such as no stage at all.
 * @param file relative to the territory, with forward slashes
 */
export function problemsInFile(file: string, text: string): readonly Problem[] {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const folder = file.split('/').at(-2) ?? '';
  const yaml = IN_FOLDERS[folder] ?? YAML_FILES[name];
  if (yaml) return readYaml(text, file, yaml).problems;
  const request: TableRequest<z.ZodObject> = PARTNER_TABLES[name.replace(/\.csv$/, '') as PartnerTableName];
  return readCsvTable(text.replace(/^\ufeff/, ''), file, request).problems;
}
