import type { Block, Cell, Panel, Row, Table } from '../document/block.ts';
import type { JudgedCheckpoint } from '../domain/life-stage/checkpoints.ts';
import type { Onboarding } from '../domain/life-stage/onboarding.ts';
import type { OnboardingTask } from '../domain/life-stage/onboarding-task.ts';
import { plainSentence, sentence } from '../units/sentence.ts';
import { count, date, none, shortDate, text } from '../units/value.ts';

/** Names of the two sides as a page says them. */
interface Sides {
  readonly partner: string;
  readonly vendor: string;
}

/** The first 90 days of a new partner as a table: every task with owner, day and state, and each checkpoint after its tasks. */
export function onboardingBlocks(onboarding: Onboarding, sides: Sides): readonly Block[] {
  const { title, day, signed, lastDay, phases, checkpoints } = onboarding;
  const tasks = phases.flatMap((phase) => phase.tasks);
  const rows = [
    ...tasks.map((task) => ({ due: task.due, row: taskRow(task, sides) })),
    ...checkpoints.map((checkpoint) => ({ due: checkpoint.due, row: checkpointRow(checkpoint) })),
  ];
  const table: Table = {
    kind: 'table',
    id: 'onboarding',
    heading: sentence('{title}: day {day} of {all}, signed {signed}', {
      title: text(title),
      day: count(day),
      all: count(lastDay),
      signed: date(signed),
    }),
    columns: [
      { key: 'due', label: 'By', align: 'right', weight: 0.4, cut: 'fixed' },
      { key: 'what', label: 'Task', align: 'left', weight: 3.2, cut: 'text' },
      { key: 'owner', label: 'Owner', align: 'left', weight: 1.1, cut: 'text' },
      { key: 'status', label: '', align: 'left', weight: 0.8, cut: 'fixed' },
    ],
    cutLast: true,
    // A checkpoint follows the tasks of its own day.
    rows: rows.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)).map(({ row }) => row),
  };
  return [table];
}

/** What comes next of the first days, soonest first: the steps that are agreed and not done yet. */
export function nextOnboardingSteps({ phases }: Onboarding, sides: Sides): readonly Table[] {
  const open = phases.flatMap(({ tasks }) => tasks).filter(({ done, isRecorded }) => isRecorded && done === undefined);
  if (open.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'next-steps',
      heading: sentence('Next onboarding steps'),
      columns: [
        { key: 'what', label: 'Step', align: 'left', weight: 3.6, cut: 'text' },
        { key: 'owner', label: 'Owner', align: 'left', weight: 1.2, cut: 'text' },
        { key: 'due', label: 'By', align: 'right', weight: 0.7, cut: 'fixed' },
        { key: 'status', label: '', align: 'left', weight: 0.9, cut: 'fixed' },
      ],
      rows: open.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)).map((task) => taskRow(task, sides)),
    },
  ];
}

/** The checkpoints still ahead, each with its day and what is reached by then. */
export function checkpointsAhead({ checkpoints, day: today }: Onboarding): readonly Panel[] {
  const ahead = checkpoints.filter(({ day }) => day >= today);
  if (ahead.length === 0) return [];
  return [
    {
      kind: 'panel',
      tone: 'neutral',
      heading: sentence('Checkpoints'),
      items: ahead.map(({ day, due, goal }) => ({
        lead: sentence('Day {day}, {due}', { day: count(day), due: shortDate(due) }),
        detail: plainSentence(goal.charAt(0).toUpperCase() + goal.slice(1)),
      })),
    },
  ];
}

function taskRow({ title, due, done, owner, status }: OnboardingTask, sides: Sides): Row {
  const cells: Record<string, Cell> = {
    due: { value: shortDate(done ?? due) },
    what: { value: text(title) },
    owner: { value: text(owner === 'both' ? 'both' : sides[owner]) },
    status: { value: none, status },
  };
  return { cells };
}

function checkpointRow({ day, due, goal, tasks, status }: JudgedCheckpoint): Row {
  const words = `Day ${day}, ${tasks.done} of ${tasks.all} tasks done; goal: ${goal}`;
  const cells: Record<string, Cell> = {
    due: { value: shortDate(due) },
    what: { value: text(words) },
    status: { value: none, status },
  };
  return { cells, emphasis: 'strong' };
}
