import type { CamConfig } from '../../schema/cam-config.ts';
import type { Commitment } from '../../schema/commitments.ts';
import type { LifeStage } from '../../schema/partner.ts';
import type { QuestionnaireFile } from '../../schema/questionnaire.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import { addDays, daysBetween, type PlainDate } from '../../units/plain-date.ts';
import { gapsWithAction, type Gap, type RecommendedAction } from '../capability/gaps.ts';
import { newestGaps } from '../capability/newest-gaps.ts';
import { openEntries } from '../commitment-ledger.ts';
import { shortName } from '../short-name.ts';

/** What a partner's newest assessment asks for: what is agreed already, and what could be. */
export interface ActionPlan {
  readonly assessment: PlainDate;
  /** Open actions for a topic, whichever assessment they come from; the first due first. */
  readonly open: readonly Commitment[];
  /** The largest gaps that nobody has decided about yet, the most worthwhile first. */
  readonly proposals: readonly ActionProposal[];
}

/** An action for a gap, to be accepted, changed or dropped. Nothing of it is promised. */
export interface ActionProposal {
  /** Stable: the assessment's day and the topic. The entry of the ledger keeps it. */
  readonly id: string;
  readonly topic: string;
  /** The topic in words. */
  readonly title: string;
  readonly what: string;
  readonly resource?: string;
  readonly side: RecommendedAction['owner'];
  /** Who would most likely see to it, by name. */
  readonly owner: string;
  readonly due: PlainDate;
  readonly assessment: PlainDate;
  /** 1 to 100, now and aimed at. */
  readonly score: number;
  readonly goal: number;
}

/** A partner's files and program on a day. */
export interface ActionPlanInput {
  readonly files: PartnerFiles;
  readonly config: CamConfig;
  readonly questionnaire: QuestionnaireFile;
  /** The stage that holds on the day. */
  readonly lifeStage?: LifeStage | undefined;
  readonly on: PlainDate;
}

/** More at once is not done. */
const MOST_ACTIONS = 5;

/**
 * The five largest gaps of the newest assessment of the main questionnaire as actions. A gap is left out while an action for its topic is
 * open, and once it was decided about for this very assessment; an action that was dropped comes back with the next one. Undefined
 * without an assessment. Only what the partner itself answered is looked at, never the account manager's own part.
 */
export function actionPlanOf(input: ActionPlanInput): ActionPlan | undefined {
  const { files, on } = input;
  const newest = newestGaps(input);
  if (!newest) return undefined;
  const { assessment, gaps } = newest;
  const ledger = files.commitments?.commitments ?? [];
  const open = openEntries(ledger, on).filter(({ topic }) => topic !== undefined);
  const proposals = gapActions(gaps, { ledger, assessment, on })
    .filter(({ agreed }) => agreed === undefined)
    .map((gap) => proposalFor(gap, assessment, input));
  return { assessment, open, proposals };
}

/** A gap with what closes it: the action that is agreed and open, else the one the questionnaire recommends. */
export type GapAction = Gap & { readonly action: RecommendedAction; readonly agreed?: Commitment };

/**
 * The five largest gaps of an assessment with their actions. A gap that was decided about for this very assessment and has no open action
 * is left out: its action is done, or was dropped until the next one.
 */
export function gapActions(
  gaps: readonly Gap[],
  {
    ledger,
    assessment,
    on,
  }: { readonly ledger: readonly Commitment[]; readonly assessment: PlainDate; readonly on: PlainDate },
): readonly GapAction[] {
  const open = openEntries(ledger, on);
  const decided = new Set(ledger.map(({ id }) => id));
  return gapsWithAction(gaps, MOST_ACTIONS).flatMap((gap): GapAction[] => {
    const agreed = open.find(({ topic }) => topic === gap.topic.id);
    if (agreed) return [{ ...gap, agreed }];
    if (decided.has(actionId(assessment, gap.topic.id))) return [];
    return [{ ...gap, action: { ...gap.action, due: proposedDay(gap.action.due, assessment, on) } }];
  });
}

/** The day an action would be due; one that an assessment of long ago would have had due by now has the same time from today on. */
function proposedDay(due: PlainDate, assessment: PlainDate, on: PlainDate): PlainDate {
  return due < on ? addDays(on, daysBetween(assessment, due)) : due;
}

function proposalFor(
  { topic, action, score, goal }: Gap & { readonly action: RecommendedAction },
  assessment: PlainDate,
  { files, config }: ActionPlanInput,
): ActionProposal {
  return {
    id: actionId(assessment, topic.id),
    topic: topic.id,
    title: topic.title,
    what: action.do,
    side: action.owner,
    owner: action.owner === 'vendor' ? config.cam.name : partnerOwner(files),
    due: action.due,
    assessment,
    score,
    goal,
    ...(action.resource !== undefined && { resource: action.resource }),
  };
}

/** `A-2026-02-12-pre-sales`: one action for a topic of an assessment. */
function actionId(assessment: PlainDate, topic: string): string {
  return `A-${assessment}-${topic}`.slice(0, 80);
}

/** The champion, else the first person known there, else the company. */
function partnerOwner({ partner }: PartnerFiles): string {
  const { contacts } = partner;
  return (contacts.find(({ champion }) => champion) ?? contacts[0])?.name ?? shortName(partner);
}
