import type { ExpressionValue } from '../../../expression/expression.ts';
import { formatFiscalQuarter } from '../../../units/fiscal-quarter.ts';
import { missing, type Known } from '../../../units/missing.ts';
import { nameOf, type MetricRow, type MetricTable, type RowSource, type SeenOn } from './metric-table.ts';

/** Certifications issued by a day, the expired ones among them. */
export function certificationRows({ files }: RowSource, { day }: SeenOn): Known<MetricTable> {
  const { certifications } = files.partner;
  if (!certifications) return missing('certifications not loaded');
  return {
    ...inProfile(files.id, 'certifications'),
    rows: certifications
      .filter(({ issued }) => issued === undefined || issued <= day)
      .map((one) => ({ name: nameOf(one.holder, one.role, one.name), cell: fieldOf(one) })),
  };
}

/** The partner's tasks; one that was done later is not done yet. */
export function taskRows({ files }: RowSource, { day }: SeenOn): Known<MetricTable> {
  const { tasks } = files.partner;
  if (!tasks) return missing('tasks not loaded');
  return {
    ...inProfile(files.id, 'tasks'),
    rows: tasks.map(({ done, ...task }) => ({
      name: task.title,
      cell: fieldOf({ ...task, ...(done !== undefined && done <= day && { done }) }),
    })),
  };
}

/** Meetings held and planned; one of a later day is not held yet. */
export function meetingRows({ files }: RowSource, { day }: SeenOn): Known<MetricTable> {
  return {
    ...inProfile(files.id, 'meetings'),
    rows: files.partner.meetings.map(({ quarter, held, ...meeting }) => ({
      name: nameOf(meeting.kind, meeting.date ?? meeting.planned_week),
      cell: fieldOf({
        ...meeting,
        ...(quarter && { quarter: formatFiscalQuarter(quarter) }),
        held: held && (meeting.date ?? meeting.planned_week ?? day) <= day,
      }),
    })),
  };
}

function fieldOf(entry: Readonly<Record<string, ExpressionValue>>): MetricRow['cell'] {
  return (field) => (Object.hasOwn(entry, field) ? entry[field] : undefined);
}

function inProfile(id: string, what: string): Omit<MetricTable, 'rows'> {
  return { what, file: `partners/${id}/partner.yaml`, unrecorded: [] };
}
