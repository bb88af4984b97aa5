import type { PartnerLifeStages } from '../../schema/partner-life-stages.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import type { FiscalQuarter } from '../../units/fiscal-quarter.ts';
import { daysBetween, type PlainDate } from '../../units/plain-date.ts';
import { openEntries } from '../commitment-ledger.ts';

/** Something that is promised or planned with a partner and not done. */
export interface OpenLine {
  /** A commitment was made in a review, an action on another day; a task belongs to the onboarding or the program. */
  readonly kind: 'commitment' | 'action' | 'task';
  readonly id: string;
  /** Who answers for it; unknown for a task of the program that names nobody. */
  readonly side?: 'partner' | 'vendor' | 'both';
  readonly what: string;
  readonly owner?: string;
  readonly due?: PlainDate;
  /** Days past its day; zero or less while it is not overdue. */
  readonly daysLate?: number;
  readonly topic?: string;
  readonly resource?: string;
  readonly made?: FiscalQuarter;
}

/** What is open with a partner on a day: the longest overdue first, what has no day last. */
export function openLines(
  files: PartnerFiles,
  { on, lifeStages }: { readonly on: PlainDate; readonly lifeStages: PartnerLifeStages },
): readonly OpenLine[] {
  const lines = [...ledgerLines(files, on), ...taskLines(files, on, lifeStages)];
  return lines.toSorted((a, b) => compare(a.due ?? '9', b.due ?? '9') || compare(a.id, b.id));
}

function ledgerLines({ commitments, partner }: PartnerFiles, on: PlainDate): OpenLine[] {
  return openEntries(commitments?.commitments ?? [], on, partner.meetings).map(
    ({ id, side, jointly, what, owner, due, topic, resource, made }) => ({
      kind: made === undefined ? 'action' : 'commitment',
      id,
      side: jointly ? 'both' : side,
      what,
      owner,
      due,
      daysLate: daysBetween(due, on),
      ...(topic !== undefined && { topic }),
      ...(resource !== undefined && { resource }),
      ...(made !== undefined && { made }),
    }),
  );
}

/** A task of the blueprint belongs to whom the blueprint gives it. */
function taskLines({ partner }: PartnerFiles, on: PlainDate, { onboarding_blueprint: first }: PartnerLifeStages) {
  const owners = new Map(first.phases.flatMap(({ tasks }) => tasks.map(({ id, owner }) => [id, owner] as const)));
  const open = (partner.tasks ?? []).filter(({ done }) => done === undefined || done > on);
  return open.map(({ id, title, due }): OpenLine => {
    const side = owners.get(id);
    return {
      kind: 'task',
      id,
      what: title,
      ...(side !== undefined && { side }),
      ...(due !== undefined && { due, daysLate: daysBetween(due, on) }),
    };
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
