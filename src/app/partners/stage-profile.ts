import { formatSentence, type Locale } from '../../units/format.ts';
import { addDays, type PlainDate } from '../../units/plain-date.ts';
import type { PartnerStage } from './partner-stages.ts';

/** A partner's stage in words, with what to do next. */
export interface StageProfile {
  readonly id: string;
  readonly title: string;
  readonly goal: string;
  /** True when it is set in partner.yaml; `proposed` is what the data alone says. */
  readonly set: boolean;
  readonly proposed: string;
  readonly reason: string;
  readonly lapsed: boolean;
  /** Why it is thought to be lapsed; null when it is not, or because partner.yaml says so. */
  readonly lapsedReason: string | null;
  readonly leavesWhen: string | null;
  readonly nextActions: readonly {
    readonly id: string;
    readonly do: string;
    readonly owner: string;
    readonly due: PlainDate;
    readonly resource: string | null;
  }[];
}

/** The stage as it is printed; the days of the actions are counted from the as-of day. */
export function stageProfile(
  { lifeStage }: PartnerStage,
  { asOf, locale }: { readonly asOf: PlainDate; readonly locale: Locale },
): StageProfile {
  const { stage, proposed, isSet, reason, lapsed, nextActions } = lifeStage;
  return {
    id: stage.id,
    title: stage.title,
    goal: stage.goal,
    set: isSet,
    proposed: proposed.id,
    reason: formatSentence(reason, { locale }),
    lapsed: lapsed.isLapsed,
    lapsedReason: lapsed.isLapsed && lapsed.reason ? formatSentence(lapsed.reason, { locale }) : null,
    leavesWhen: stage.leaves_when ?? null,
    nextActions: nextActions.map(({ id, do: what, owner, days, resource }) => ({
      id,
      do: what,
      owner,
      due: addDays(asOf, days),
      resource: resource ?? null,
    })),
  };
}
