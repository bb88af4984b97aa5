import { decideProposals, type DecidedActions } from '../actions/decide-proposals.ts';
import { partnerActionPlan } from '../actions/partner-action-plan.ts';
import { holdInterview, type Ask } from '../interview/conversation.ts';
import { openTerritory } from '../territory/open-territory.ts';
import type { Workspace } from '../territory/open-workspace.ts';
import { actionQuestions, decisionsIn, proposedAnswers } from './action-questions.ts';
import type { AssessmentWish } from './asked-assessment.ts';

/** Seconds a proposal takes to be talked over. */
const SECONDS_EACH = 20;

/** What was decided about the proposals of an assessment. */
export interface DecidedProposals {
  readonly ending: 'finished' | 'left' | 'interrupted' | 'nothing proposed';
  readonly proposed: number;
  readonly decided?: DecidedActions;
}

/**
 * Talks over the actions that the newest assessment proposes, one by one; what is accepted or dropped is entered in the ledger, all at
 * once at the end. What is left undecided is proposed again.
 * @throws Failure (data) when the partner's files cannot be used, or the same talk is open in another terminal
 */
export async function decideActions(workspace: Workspace, wish: AssessmentWish, ask: Ask): Promise<DecidedProposals> {
  const { root } = workspace.territory;
  const { id } = wish.files;
  // The assessment was written a moment ago: what it proposes is read from the disk.
  const { territory } = await openTerritory(root);
  const files = territory.partners.find((partner) => partner.id === id);
  const plan = files && partnerActionPlan(territory, files, workspace.asOf);
  if (!files || !plan || plan.proposals.length === 0) return { ending: 'nothing proposed', proposed: 0 };
  const { proposals, assessment } = plan;
  const { config } = territory;
  const setting = { partner: files.partner.name, vendor: config.vendor.name, locale: config.locale, share: wish.share };
  let decided: DecidedActions | undefined;
  const held = await holdInterview(
    {
      place: { root, name: `${id}-actions` },
      title: `${files.partner.name} · what to do about the ${proposals.length === 1 ? 'gap' : 'largest gaps'}`,
      questions: actionQuestions(proposals, setting),
      script: {
        previous: proposedAnswers(proposals),
        previousAre: 'proposed',
        secondsEach: SECONDS_EACH,
        locale: config.locale,
      },
      asked: `actions of ${assessment}`,
      today: wish.today,
    },
    {
      ask,
      keep: async (answers) => {
        const { today, dryRun } = wish;
        const request = { root, asOf: workspace.asOf, today, dryRun, partnerId: id };
        decided = await decideProposals(request, decisionsIn(answers, proposals));
        return !dryRun;
      },
    },
  );
  return { ending: held.ending, proposed: proposals.length, ...(decided && { decided }) };
}
