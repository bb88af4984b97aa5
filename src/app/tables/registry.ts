import { ASSESSMENTS } from './assessments/assessment-table.ts';
import { CSV_TABLES } from './csv-tables.ts';
import { CAMPAIGN_NUMBERS } from './marketing/campaign-number-table.ts';
import { CAMPAIGNS } from './marketing/campaign-table.ts';
import { MARKETING_PLANS } from './marketing/marketing-plan-table.ts';
import {
  ADJUSTMENTS,
  CERTIFICATIONS,
  COMMITMENTS,
  CONTACTS,
  FORMER_NAMES,
  MEETINGS,
  PARTNERS,
  TARGETS,
  TASKS,
} from './partner-tables.ts';
import { PLAN_NUMBERS } from './plans/plan-number-table.ts';
import { PLANS } from './plans/plan-table.ts';
import { FUNDS, PROGRAM, RATES, STAGES } from './program-tables.ts';
import type { Table } from './table.ts';

/** Every table of a territory, in the order in which an account manager uses them: the sheets of a workbook stand in this order. */
export const TABLES: readonly Table[] = [
  PARTNERS,
  CONTACTS,
  TARGETS,
  ...CSV_TABLES,
  COMMITMENTS,
  ADJUSTMENTS,
  ASSESSMENTS,
  PLANS,
  PLAN_NUMBERS,
  CERTIFICATIONS,
  TASKS,
  MEETINGS,
  FUNDS,
  MARKETING_PLANS,
  CAMPAIGNS,
  CAMPAIGN_NUMBERS,
  FORMER_NAMES,
  PROGRAM,
  STAGES,
  RATES,
];

/** The table of an id. @throws Error for an id that is none: ids are ours, not typed by people. */
export function tableById(id: string): Table {
  const table = TABLES.find((candidate) => candidate.id === id);
  if (!table) throw new Error(`There is no table ${id}.`);
  return table;
}
