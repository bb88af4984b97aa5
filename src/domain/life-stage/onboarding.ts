import type { BlueprintTask } from '../../schema/partner-life-stages.ts';
import { addDays, daysBetween, type PlainDate } from '../../units/plain-date.ts';
import type { Status } from '../../units/value.ts';
import { judgeCheckpoints, type JudgedCheckpoint } from './checkpoints.ts';
import type { LifeStage } from './life-stage.ts';
import type { OnboardingTask } from './onboarding-task.ts';
import type { StageInput } from './stage-basis.ts';

/** A new partner's first days against the blueprint. */
export interface Onboarding {
  readonly title: string;
  readonly signed: PlainDate;
  /** Days since the agreement was signed. */
  readonly day: number;
  /** The day of the last checkpoint: 90. */
  readonly lastDay: number;
  readonly phases: readonly {
    readonly id: string;
    readonly title: string;
    readonly tasks: readonly OnboardingTask[];
  }[];
  readonly checkpoints: readonly JudgedCheckpoint[];
  /** Tasks of the blueprint that partner.yaml does not hold yet. */
  readonly notRecorded: number;
}

const DONE: Status = { meaning: 'good', word: 'done' };
const OVERDUE: Status = { meaning: 'bad', word: 'overdue' };
const TO_DO: Status = { meaning: 'unknown', word: 'to do' };
const NOT_RECORDED: Status = { meaning: 'unknown', word: 'not recorded' };

/**
 * The first 90 days of a partner on the as-of day. Undefined for a partner that has not signed, and for one whose blueprint has run out
 * and who has left the stage Onboard.
 */
export function onboardingOf(input: StageInput, { stage }: Pick<LifeStage, 'stage'>): Onboarding | undefined {
  const { files, lifeStages, review } = input;
  const blueprint = lifeStages.onboarding_blueprint;
  const signed = files.partner.agreement_signed;
  if (signed === undefined || signed > review.asOf) return undefined;
  const day = daysBetween(signed, review.asOf);
  if (day > blueprint.shown_for_days && stage.id !== 'onboard') return undefined;
  const phases = blueprint.phases.map(({ id, title, tasks }) => ({
    id,
    title,
    tasks: tasks.map((task) => standingOf(task, input, signed)),
  }));
  const tasks = phases.flatMap((phase) => phase.tasks);
  return {
    title: blueprint.title,
    signed,
    day,
    lastDay: Math.max(...blueprint.checkpoints.map((checkpoint) => checkpoint.day), 0),
    phases,
    checkpoints: judgeCheckpoints(input, { signed, tasks }),
    notRecorded: tasks.filter(({ isRecorded }) => !isRecorded).length,
  };
}

function standingOf(
  { id, do: title, owner, day, required, proof }: BlueprintTask,
  { files, review }: StageInput,
  signed: PlainDate,
): OnboardingTask {
  const own = files.partner.tasks?.find((task) => task.id === id);
  const due = own?.due ?? addDays(signed, day);
  const done = own?.done !== undefined && own.done <= review.asOf ? own.done : undefined;
  return {
    id,
    title: own?.title ?? title,
    owner,
    required: own?.required ?? required,
    due,
    isRecorded: own !== undefined,
    status: !own ? NOT_RECORDED : done !== undefined ? DONE : due < review.asOf ? OVERDUE : TO_DO,
    ...(proof !== undefined && { proof }),
    ...(done !== undefined && { done }),
  };
}
