import type { Registration } from '../../schema/registration.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { addDays, daysBetween, type PlainDate } from '../../units/plain-date.ts';

/** Something with a day that a new account manager must not miss. */
export interface DueItem {
  readonly day: PlainDate;
  readonly what: string;
  readonly isOverdue: boolean;
}

/** How far the page looks ahead. */
const DAYS_AHEAD = 90;

/** Whether a day falls within those the page looks ahead; one that is over does not. */
export function isAhead(day: PlainDate, on: PlainDate): boolean {
  return day >= on && daysBetween(on, day) <= DAYS_AHEAD;
}

const REVIEW_WORDS = { qbr: 'Quarterly review', review: 'Review', other: 'Meeting' } as const;

/**
 * Meetings and tasks that are overdue, and what falls due within 90 days, certificates and registrations included; the earliest first.
 * @param elsewhere ids of tasks that another part of the page lists
 */
export function dueNext(files: PartnerFiles, on: PlainDate, elsewhere: ReadonlySet<string>): readonly DueItem[] {
  const items = [
    ...meetings(files, on),
    ...tasks(files, on, elsewhere),
    ...certificates(files, on),
    ...registrations(files, on),
  ];
  return items
    .filter(({ day }) => daysBetween(on, day) <= DAYS_AHEAD)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** One that was held later was still ahead. */
function meetings({ partner }: PartnerFiles, on: PlainDate): DueItem[] {
  return partner.meetings
    .filter(({ held, date }) => !held || (date !== undefined && date > on))
    .map(({ kind, quarter, date, planned_week }) => ({
      day: date ?? planned_week!,
      what: [
        REVIEW_WORDS[kind],
        ...(quarter ? [`of ${formatFiscalQuarter(quarter)}`] : []),
        ...(date === undefined ? ['in the week from this day'] : []),
      ].join(' '),
      isOverdue: (date ?? addDays(planned_week!, 7)) < on,
    }));
}

function tasks({ partner }: PartnerFiles, on: PlainDate, elsewhere: ReadonlySet<string>): DueItem[] {
  const open = (partner.tasks ?? []).filter(({ id, done }) => !elsewhere.has(id) && (done === undefined || done > on));
  return open.flatMap(({ title, due }) =>
    due === undefined ? [] : [{ day: due, what: `Task: ${title}`, isOverdue: due < on }],
  );
}

function certificates({ partner }: PartnerFiles, on: PlainDate): DueItem[] {
  return (partner.certifications ?? []).flatMap(({ holder, role, expires }) => {
    if (expires === undefined || expires < on) return [];
    return [{ day: expires, what: `${holder}: ${role} certificate ends`, isOverdue: false }];
  });
}

/** Deals whose protection ends. */
function registrations({ registrations: table }: PartnerFiles, on: PlainDate): DueItem[] {
  const isProtected = ({ status, submitted }: Registration): boolean =>
    (status === 'approved' || status === 'submitted') && (submitted === undefined || submitted <= on);
  return (table?.rows ?? []).filter(isProtected).flatMap(({ expires, account, name, id }) => {
    if (expires === undefined || expires < on) return [];
    return [{ day: expires, what: `Registration ends: ${account ?? name ?? id}`, isOverdue: false }];
  });
}
