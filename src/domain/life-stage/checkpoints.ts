import { holds } from '../../expression/evaluate.ts';
import type { ExpressionValue } from '../../expression/expression.ts';
import { nameOfId } from '../../expression/name-of-id.ts';
import type { Checkpoint } from '../../schema/partner-life-stages.ts';
import { addDays, type PlainDate } from '../../units/plain-date.ts';
import type { Status } from '../../units/value.ts';
import type { OnboardingTask } from './onboarding-task.ts';
import { isRegistered, stageBasisOf, type StageBasis, type StageInput } from './stage-basis.ts';

/** A day on which the first 90 days are judged. */
export interface JudgedCheckpoint {
  readonly id: string;
  /** Days after signing. */
  readonly day: number;
  readonly due: PlainDate;
  /** Tasks up to that day, and how many of them are done today. */
  readonly tasks: { readonly done: number; readonly all: number };
  readonly status: Status;
  /** What is asked for to be green. */
  readonly goal: string;
}

const PENDING: Status = { meaning: 'unknown', word: 'pending' };
const NOT_RECORDED: Status = { meaning: 'unknown', word: 'not recorded' };
const REACHED: Status = { meaning: 'good', word: 'reached' };
const PARTLY: Status = { meaning: 'watch', word: 'partly' };
const MISSED: Status = { meaning: 'bad', word: 'missed' };

/** Judges every checkpoint with what is known today: one whose day is ahead is pending, whatever is done already. */
export function judgeCheckpoints(
  input: StageInput,
  { signed, tasks }: { readonly signed: PlainDate; readonly tasks: readonly OnboardingTask[] },
): readonly JudgedCheckpoint[] {
  const { lifeStages, review } = input;
  const registered = firstDealRegistered(stageBasisOf(input), signed);
  const days = new Map(
    lifeStages.onboarding_blueprint.phases.flatMap((phase) => phase.tasks.map(({ id, day }) => [id, day] as const)),
  );
  return lifeStages.onboarding_blueprint.checkpoints.map((checkpoint) => {
    const upTo = tasks.filter(({ id }) => days.get(id)! <= checkpoint.day);
    const done = upTo.filter((task) => task.done !== undefined).length;
    const due = addDays(signed, checkpoint.day);
    return {
      id: checkpoint.id,
      day: checkpoint.day,
      due,
      tasks: { done, all: upTo.length },
      goal: checkpoint.green,
      status: due > review.asOf ? PENDING : judged(checkpoint, { tasks, upTo, registered }),
    };
  });
}

function judged(
  { green_when, red_when }: Checkpoint,
  {
    tasks,
    upTo,
    registered,
  }: {
    readonly tasks: readonly OnboardingTask[];
    readonly upTo: readonly OnboardingTask[];
    readonly registered: boolean | undefined;
  },
): Status {
  const recorded = upTo.some(({ isRecorded }) => isRecorded);
  const named = new Map<string, ExpressionValue>(
    tasks.map((task) => [`task.${nameOfId(task.id)}`, task.isRecorded ? task.done !== undefined : undefined]),
  );
  named.set('tasks_done', recorded ? upTo.filter(({ done }) => done !== undefined).length : undefined);
  named.set('tasks_due', upTo.length);
  named.set('first_deal_registered', registered ?? named.get('task.first_registration'));
  const scope = { value: (name: string) => named.get(name) };
  if (holds(green_when, scope)) return REACHED;
  if (!recorded) return NOT_RECORDED;
  return holds(red_when, scope) ? MISSED : PARTLY;
}

/** Whether any deal was registered since signing; undefined when registrations were not loaded or say nothing yet. */
function firstDealRegistered({ files, deals, review, ...basis }: StageBasis, signed: PlainDate): boolean | undefined {
  const handedIn = files.registrations?.rows.some(
    ({ status, submitted }) =>
      status !== 'rejected' && (submitted === undefined || (submitted >= signed && submitted <= review.asOf)),
  );
  const onDeal = deals?.some(({ deal, state }) => state !== 'not yet created' && isRegistered(deal, basis));
  if (handedIn || onDeal) return true;
  return files.registrations || files.deals?.columns.has('registration_id') ? false : undefined;
}
