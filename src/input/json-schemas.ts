import * as z from 'zod';
import { adjustmentsSchema } from '../schema/adjustments.ts';
import { assessmentSchema } from '../schema/assessment.ts';
import { planAssumptionsSchema } from '../schema/business-plan.ts';
import { businessPlanFileSchema } from '../schema/business-plan-file.ts';
import { benchmarksSchema } from '../schema/benchmarks.ts';
import { camConfigSchema } from '../schema/cam-config.ts';
import { commitmentsSchema } from '../schema/commitments.ts';
import { fundsSchema } from '../schema/funds.ts';
import { importMappingSchema } from '../schema/import-mapping.ts';
import { marketingPlanFileSchema } from '../schema/marketing-plan-file.ts';
import { marketingTacticsSchema } from '../schema/marketing-tactics.ts';
import { mgoFileSchema, mgoTemplateSchema } from '../schema/mgo.ts';
import { metricsSchema } from '../schema/metrics.ts';
import { partnerLifeStagesSchema } from '../schema/partner-life-stages.ts';
import { partnerSchema } from '../schema/partner.ts';
import { qbrFileSchema } from '../schema/qbr-file.ts';
import { qbrStorylineSchema } from '../schema/qbr-storyline.ts';
import { questionnaireSchema } from '../schema/questionnaire.ts';
import { tiersSchema } from '../schema/tiers.ts';

/** The schema of one kind of file that people write. */
export interface FileSchema {
  readonly schema: z.ZodType;
  /** Where such files are, relative to the territory. */
  readonly files: string;
  readonly title: string;
  /** True when a file holds only what differs from the template that ships. */
  readonly override?: boolean;
}

/** The kinds of file an editor can complete and check, by the name of their schema. */
export const SCHEMAS = {
  cam: { schema: camConfigSchema, files: 'cam.yaml', title: 'Territory' },
  partner: { schema: partnerSchema, files: 'partners/*/partner.yaml', title: 'Partner' },
  adjustments: { schema: adjustmentsSchema, files: 'partners/*/adjustments.yaml', title: 'Corrections and disputes' },
  commitments: { schema: commitmentsSchema, files: 'partners/*/commitments.yaml', title: 'Commitments' },
  assessment: { schema: assessmentSchema, files: 'partners/*/assessments/*.yaml', title: 'Assessment' },
  'business-plan': {
    schema: businessPlanFileSchema,
    files: 'partners/*/business-plans/*.yaml',
    title: 'Business plan of a partner',
  },
  'marketing-plan': {
    schema: marketingPlanFileSchema,
    files: 'partners/*/marketing/*.yaml',
    title: 'Marketing plan of a quarter',
  },
  qbr: { schema: qbrFileSchema, files: 'partners/*/qbr/*.yaml', title: 'Quarterly review' },
  funds: { schema: fundsSchema, files: 'funds.yaml', title: 'Funds' },
  'channel-mgo': { schema: mgoFileSchema, files: 'channel/mgo.yaml', title: 'MGO worksheet' },
  'import-mapping': { schema: importMappingSchema, files: 'mappings/*.yaml', title: 'Mapping of an import' },
  tiers: { schema: tiersSchema, files: 'templates/tiers.yaml', title: 'Tiers', override: true },
  'partner-life-stages': {
    schema: partnerLifeStagesSchema,
    files: 'templates/partner-life-stages.yaml',
    title: 'Stages of a partner',
    override: true,
  },
  'business-plan-assumptions': {
    schema: planAssumptionsSchema,
    files: 'templates/business-plan-assumptions.yaml',
    title: 'Starting numbers of business plans',
    override: true,
  },
  mgo: {
    schema: mgoTemplateSchema,
    files: 'templates/mgo.yaml',
    title: 'Example and words of the MGO worksheet',
    override: true,
  },
  metrics: {
    schema: metricsSchema,
    files: 'templates/metrics.yaml',
    title: 'Metrics of the scorecard',
    override: true,
  },
  'marketing-tactics': {
    schema: marketingTacticsSchema,
    files: 'templates/marketing-tactics.yaml',
    title: 'Marketing tactics and rules of MDF',
    override: true,
  },
  'qbr-storyline': {
    schema: qbrStorylineSchema,
    files: 'templates/qbr-storyline.yaml',
    title: 'Storyline of the review',
    override: true,
  },
  benchmarks: {
    schema: benchmarksSchema,
    files: 'templates/benchmarks.yaml',
    title: 'Benchmarks',
    override: true,
  },
  'capability-questionnaire': {
    schema: questionnaireSchema,
    files: 'templates/capability-questionnaire.yaml',
    title: 'Capability questionnaire',
    override: true,
  },
} as const satisfies Readonly<Record<string, FileSchema>>;

export type SchemaName = keyof typeof SCHEMAS;

/** JSON Schema (draft 7, as editors understand it) of one kind of file. */
export function jsonSchemaOf(name: SchemaName): Readonly<Record<string, unknown>> {
  const { schema, title, ...rest }: FileSchema = SCHEMAS[name];
  const { $schema, ...body } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
  return { $schema, title, ...(rest.override ? asOverride(body) : body) };
}

/** An override gives only some keys; of an entry with an id it may say that it is new or taken out. */
function asOverride(schema: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const relaxed = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, relaxedValue(value)]));
  if (!isBlock(schema['properties'])) return relaxed;
  const hasId = 'id' in schema['properties'];
  const { required: _, ...others } = relaxed;
  if (!hasId) return others;
  const marks = { remove: { type: 'boolean' }, add: { type: 'boolean' } };
  return { ...others, properties: { ...(relaxed['properties'] as object), ...marks } };
}

function relaxedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relaxedValue);
  return isBlock(value) ? asOverride(value) : value;
}

function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
