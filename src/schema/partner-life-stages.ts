import * as z from 'zod';
import type { Expression } from '../expression/expression.ts';
import { namesIn } from '../expression/names-in.ts';
import { nameOfId } from '../expression/name-of-id.ts';
import { nearestName } from '../expression/nearest-name.ts';
import { partsOfPattern } from '../units/sentence.ts';
import { condition } from './condition.ts';
import { LIFE_STAGES } from './partner.ts';
import { entryId, line } from './values.ts';

const owner = z.enum(['partner', 'vendor', 'both']);
const recognise = z.strictObject({ all: z.array(condition).min(1) });
const because = z.string().min(1).max(300).describe('Half a sentence; {name} prints a figure its conditions ask for');
const days = z.int().min(1).max(730);

const nextAction = z.strictObject({
  id: entryId,
  do: line.describe('What is to be done'),
  owner,
  days: days.describe('Days from the day the page is made'),
  resource: line.optional().describe('What the vendor has for it'),
});

const stage = z.strictObject({
  id: z.enum(LIFE_STAGES),
  title: line,
  goal: line,
  recognise,
  because,
  topics: z.array(entryId).default([]),
  metrics: z.array(line).default([]),
  hide_metrics: z.array(entryId).default([]),
  next_actions: z.array(nextAction).default([]),
  leaves_when: line.optional(),
  typical_days: days.optional(),
  warning_after_days: days.optional(),
});

const lapsed = z.strictObject({
  recognise,
  because,
  source: line.optional(),
  topics: z.array(entryId).default([]),
  next_actions: z.array(nextAction).default([]),
});

const blueprintTask = z.strictObject({
  id: entryId,
  do: line.describe('What is to be done'),
  owner,
  day: days.describe('Days after the agreement was signed'),
  required: z.boolean().default(true),
  proof: line.optional().describe('What shows that it is done'),
});

const checkpoint = z.strictObject({
  id: entryId,
  day: days,
  green_when: condition,
  green: line,
  red_when: condition,
  red: line,
});

const blueprint = z.strictObject({
  title: line,
  activation: line,
  source: line,
  shown_for_days: days,
  phases: z.array(z.strictObject({ id: entryId, title: line, tasks: z.array(blueprintTask).min(1) })).min(1),
  checkpoints: z.array(checkpoint),
});

/** Names that the conditions of a checkpoint may ask for, beside `task.` and the id of a task. */
const CHECKPOINT_FIGURES = ['tasks_done', 'tasks_due', 'first_deal_registered'] as const;

/** `partner-life-stages.yaml`: the six stages of a partner, how each is recognised, what is done next, and the first 90 days. */
export const partnerLifeStagesSchema = z
  .strictObject({
    id: entryId,
    source: line,
    figures: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), line).describe('The names that conditions may use'),
    when_unknown: z.strictObject({ signed: z.enum(LIFE_STAGES), not_signed: z.enum(LIFE_STAGES) }),
    stages: z.array(stage),
    lapsed,
    onboarding_blueprint: blueprint,
  })
  .superRefine((template, context) => {
    for (const { path, message, allowed } of mistakesOf(template)) {
      context.addIssue({ code: 'custom', path: [...path], message, ...(allowed && { params: { allowed } }) });
    }
  })
  .describe('Stages of a partner and the first 90 days');

export type PartnerLifeStages = z.output<typeof partnerLifeStagesSchema>;
export type LifeStageEntry = PartnerLifeStages['stages'][number];
export type StageAction = LifeStageEntry['next_actions'][number];
export type BlueprintTask = PartnerLifeStages['onboarding_blueprint']['phases'][number]['tasks'][number];
export type Checkpoint = PartnerLifeStages['onboarding_blueprint']['checkpoints'][number];

interface Mistake {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly allowed?: readonly string[];
}

type Template = Omit<PartnerLifeStages, 'source'>;

function mistakesOf({ figures, stages, lapsed: flag, onboarding_blueprint: first }: Template): Mistake[] {
  const known = Object.keys(figures);
  const missing = LIFE_STAGES.filter((id) => !stages.some((entry) => entry.id === id));
  const tasks = first.phases.flatMap((phase) => phase.tasks);
  const askable = [...CHECKPOINT_FIGURES, ...tasks.map(({ id }) => `task.${nameOfId(id)}`)];
  return [
    ...missing.map((id) => ({ path: ['stages'], message: `the stage "${id}" is missing; all six stay` })),
    ...stages.flatMap((entry, index) => ruleMistakes(entry, ['stages', index], known)),
    ...ruleMistakes(flag, ['lapsed'], known),
    ...repeatedTasks(first.phases),
    ...first.checkpoints.flatMap((checkpoint, index) =>
      (['green_when', 'red_when'] as const).flatMap((key) =>
        unknownNames(checkpoint[key], ['onboarding_blueprint', 'checkpoints', index, key], askable),
      ),
    ),
  ];
}

function ruleMistakes(
  rule: { readonly recognise: { readonly all: readonly Expression[] }; readonly because: string },
  path: readonly (string | number)[],
  known: readonly string[],
): Mistake[] {
  const asked = new Set(rule.recognise.all.flatMap((expression) => [...namesIn(expression)]));
  const spoken = partsOfPattern(rule.because).flatMap((part) => ('name' in part ? [part.name] : []));
  return [
    ...rule.recognise.all.flatMap((one, index) => unknownNames(one, [...path, 'recognise', 'all', index], known)),
    ...spoken
      .filter((name) => !asked.has(name))
      .map((name) => ({
        path: [...path, 'because'],
        message: `{${name}} is not among the figures its conditions ask for`,
        allowed: [...asked],
      })),
  ];
}

function unknownNames(asked: Expression, path: readonly (string | number)[], known: readonly string[]): Mistake[] {
  return [...namesIn(asked)]
    .filter((name) => !known.includes(name))
    .map((name) => {
      const near = nearestName(name, known);
      const meant = near === undefined ? '' : ` (perhaps ${near})`;
      return {
        path,
        message: `the condition asks for "${name}", which is not among the figures${meant}`,
        allowed: known,
      };
    });
}

/** A task stands in partner.yaml by its id alone, so two phases cannot share one. */
function repeatedTasks(phases: Template['onboarding_blueprint']['phases']): Mistake[] {
  const seen = new Set<string>();
  return phases.flatMap(({ tasks }, phase) =>
    tasks.flatMap(({ id }, index) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      const path = ['onboarding_blueprint', 'phases', phase, 'tasks', index, 'id'];
      return [{ path, message: 'another task has the same id' }];
    }),
  );
}
