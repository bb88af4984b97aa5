import { openEntries } from '../../domain/commitment-ledger.ts';
import type { DealAt } from '../../domain/deals-at.ts';
import { dealsBySize } from '../../domain/deals-by-size.ts';
import { lifeStageOf, type LifeStage } from '../../domain/life-stage/life-stage.ts';
import { onboardingOf, type Onboarding } from '../../domain/life-stage/onboarding.ts';
import type { Performance } from '../../domain/performance/performance.ts';
import type { Commitment } from '../../schema/commitments.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import type { ArtifactInput } from '../artifact.ts';
import { dueNext, type DueItem } from './due-next.ts';

/** What a colleague needs who takes a partner over. */
export interface HandoverResult {
  readonly input: ArtifactInput;
  /** The figures of the performance scorecard. */
  readonly performance: Performance;
  readonly lifeStage: LifeStage;
  /** The first days of a new partner. */
  readonly onboarding?: Onboarding;
  /** Who takes over, when that is known. */
  readonly colleague?: string;
  /** Open deals, largest first; undefined when no deals are loaded. */
  readonly deals?: readonly DealAt[];
  /** Open commitments of both sides, the first due first; undefined when there is no ledger. */
  readonly commitments?: readonly Commitment[];
  readonly due: readonly DueItem[];
  /** The day of the last entry among the activities, when there are any. */
  readonly lastContact?: PlainDate;
}

/** Figures and people that are handed in, because other pages show the very same. */
export interface HandoverSiblings {
  readonly performance: Performance;
  readonly colleague?: string;
}

/** Collects what is open with a partner on the as-of day. Notes are read by nobody here: they are the owner's alone. */
export function computeHandover(input: ArtifactInput, { performance, colleague }: HandoverSiblings): HandoverResult {
  const { files, review } = input;
  const commitments =
    files.commitments && openEntries(files.commitments.commitments, review.asOf, files.partner.meetings);
  const contacts = (files.activities?.rows ?? []).map(({ date }) => date).filter((date) => date <= review.asOf);
  const lastContact = contacts.toSorted().at(-1);
  const lifeStage = lifeStageOf(input);
  const onboarding = onboardingOf(input, lifeStage);
  const onboardingTasks = new Set(onboarding?.phases.flatMap(({ tasks }) => tasks.map(({ id }) => id)));
  return {
    input,
    performance,
    lifeStage,
    ...(onboarding && { onboarding }),
    due: dueNext(files, review.asOf, onboardingTasks),
    ...(colleague !== undefined && { colleague }),
    ...(performance.open && { deals: dealsBySize(performance.open.all.counted) }),
    ...(commitments && { commitments }),
    ...(lastContact !== undefined && { lastContact }),
  };
}
