import type * as z from 'zod';
import { benchmarksSchema } from '../schema/benchmarks.ts';
import { marketingTacticsSchema } from '../schema/marketing-tactics.ts';
import { metricsSchema } from '../schema/metrics.ts';
import { partnerLifeStagesSchema } from '../schema/partner-life-stages.ts';
import { planAssumptionsSchema } from '../schema/business-plan.ts';
import { questionnaireSchema } from '../schema/questionnaire.ts';
import type { Templates } from '../schema/territory.ts';
import { tiersSchema } from '../schema/tiers.ts';
import { checkBenchmarks } from './check-benchmarks.ts';
import { loadTemplate, type TemplateReading } from './load-template.ts';
import type { Problem } from './problem.ts';

/** Every template that is read with a territory, by the name it has there: a new one costs a line. */
const TEMPLATES = {
  tiers: { file: 'tiers', schema: tiersSchema },
  questionnaire: { file: 'capability-questionnaire', schema: questionnaireSchema },
  benchmarks: { file: 'benchmarks', schema: benchmarksSchema },
  lifeStages: { file: 'partner-life-stages', schema: partnerLifeStagesSchema },
  planAssumptions: { file: 'business-plan-assumptions', schema: planAssumptionsSchema },
  metrics: { file: 'metrics', schema: metricsSchema },
  marketingTactics: { file: 'marketing-tactics', schema: marketingTacticsSchema },
} as const satisfies Readonly<Record<keyof Templates, { readonly file: string; readonly schema: z.ZodType }>>;

/** Names of their files, for whoever reads the other templates. */
export const TERRITORY_TEMPLATES: readonly string[] = Object.values(TEMPLATES).map(({ file }) => file);

/** The templates of a territory. */
export interface TemplatesReading {
  /** Undefined when one of them cannot be used. */
  readonly values?: Templates;
  readonly problems: readonly Problem[];
  /** How many of them the territory has of its own. */
  readonly files: number;
}

/** Loads every template, with those of a territory laid over those that ship. */
export async function loadTemplates(root?: string): Promise<TemplatesReading> {
  const readings = await Promise.all(
    Object.entries(TEMPLATES).map(async ([name, { file, schema }]): Promise<[string, TemplateReading<unknown>]> => [
      name,
      await loadTemplate<z.ZodType>(file, schema, root),
    ]),
  );
  const isUsable = readings.every(([, { value }]) => value !== undefined);
  // Each was parsed with the schema of its name.
  const values = Object.fromEntries(readings.map(([name, { value }]) => [name, value])) as unknown as Templates;
  const benchmarks = readings.find(([name]) => name === 'benchmarks')![1] as TemplateReading<Templates['benchmarks']>;
  return {
    ...(isUsable && { values }),
    problems: [
      ...readings.flatMap(([, { problems }]) => problems),
      ...(isUsable ? checkBenchmarks(benchmarks, values) : []),
    ],
    files: readings.filter(([, { overridden }]) => overridden).length,
  };
}
