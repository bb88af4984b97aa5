import { isMarketingHalfTalkedOver, talkOverMarketing } from '../../../app/marketing-plan/plan-interview.ts';
import { saveMarketingPlan } from '../../../app/marketing-plan/save-plan.ts';
import { marketingWish, type MarketingWish } from '../../../app/marketing-plan/plan-wish.ts';
import { campaignsToVerify, planVerified } from '../../../app/marketing-plan/verify-plan.ts';
import { takeMarketingAnswers } from '../../../app/marketing-plan/take-plan-answers.ts';
import type { Workspace } from '../../../app/territory/open-workspace.ts';
import { partnerById } from '../../../app/pages/partner-pages.ts';
import { singleLine } from '../../../units/clean-text.ts';
import type { FiscalQuarter } from '../../../units/fiscal-quarter.ts';
import type { CommandLine, Outcome } from '../../command.ts';
import { marketingPlanWords, type MarketingPlanCameTo } from '../../print/marketing-plan-words.ts';
import { EXIT } from '../../command.ts';
import { verificationWords } from '../../print/marketing-verification-words.ts';
import type { TypedActuals } from '../../prompts/campaign-questions.ts';
import { workspaceOf } from '../../page-options.ts';
import { territoryProblems } from '../../print/territory-problems.ts';
import { wantedOfPlan } from './wanted-of-plan.ts';
import { inputFiles } from '../../files-in-territory.ts';

/** What became of a plan before its page is shown. */
export interface GuidedMarketingPlan {
  readonly outcome: Outcome;
  /** The page may be shown now: something was saved. */
  readonly show: boolean;
}

const ASKING = ['edit', 'agree'];
const FLAGS = { asking: ASKING, writing: [...ASKING, 'answers', 'from', 'verify'] };

/**
 * Makes or changes a partner's marketing plan where that is wanted: in a file of answers, from another plan, or by talking it over in the
 * terminal. Undefined where the plan is only to be shown.
 * @throws Failure (usage) when a flag wants to ask and there is no terminal, or to write and there is only a workbook
 */
export async function guideMarketingPlan(
  line: CommandLine,
  quarter: FiscalQuarter | undefined,
): Promise<GuidedMarketingPlan | undefined> {
  const wantedOf = wantedOfPlan(line, FLAGS, 'cam plan marketing');
  if (!wantedOf) return undefined;
  const { options, shared, screen } = line;
  const { wanted, asking } = wantedOf;
  const workspace = await workspaceOf(line);
  const wish = wishOf(line, workspace, quarter);
  if (typeof options['answers'] === 'string') return answered(line, { workspace, wish }, options['answers']);
  if (options['verify'] === true) return verifiedPlan(line, wish, wish.plan);
  if (!screen.interactive) return saved(line, wish, wish.plan);
  if (wanted.length === 0 && wish.standing && !(await isMarketingHalfTalkedOver(wish))) return undefined;
  const { onInterviewScreen } = await import('../../prompts/interview/ask-on-terminal.ts');
  const agreementOnly = asking === 'agree' && wish.standing !== undefined;
  const talked = await onInterviewScreen({ screen, json: shared.json }, (ask) =>
    talkOverMarketing(wish, { ask, agreementOnly }),
  );
  return told(line, wish, { talked });
}

function wishOf(
  { args, options, shared, effects }: CommandLine,
  workspace: Workspace,
  quarter: FiscalQuarter | undefined,
) {
  const from = typeof options['from'] === 'string' ? options['from'] : undefined;
  const { asOf, dryRun } = shared;
  const files = partnerById(workspace, String(args[0]));
  return marketingWish(workspace, { files, quarter, from, today: effects.today, asOf, dryRun });
}

/** The answers of --answers, saved: laid over the plan that stands, else over one without campaigns, since a proposal was never said. */
async function answered(
  line: CommandLine,
  { workspace, wish }: { readonly workspace: Workspace; readonly wish: MarketingWish },
  typed: string,
): Promise<GuidedMarketingPlan> {
  const { territory } = workspace;
  const { plan, problems } = await takeMarketingAnswers({
    typed,
    currentFolder: line.effects.currentFolder,
    partnerId: wish.input.files.id,
    over: wish.standing || line.options['from'] !== undefined ? wish.plan : { ...wish.plan, goals: [], campaigns: [] },
    context: { tactics: territory.marketingTactics, funds: territory.funds },
  });
  if (plan) return line.options['verify'] === true ? verifiedPlan(line, wish, plan) : saved(line, wish, plan);
  const outcome = territoryProblems(problems, line.screen, { whose: typed, undone: 'Nothing was saved.' });
  return { outcome, show: false };
}

/** What came of the campaigns that have ended: asked in a terminal, else what the answers and the rows say. */
async function verifiedPlan(
  line: CommandLine,
  wish: MarketingWish,
  plan: MarketingWish['plan'],
): Promise<GuidedMarketingPlan> {
  const ended = campaignsToVerify(wish, plan);
  const isAsked = line.screen.interactive && line.options['answers'] === undefined;
  const said = isAsked ? await askedActuals(ended, line.shared.json) : undefined;
  const kept = await keep(line, wish, planVerified(wish, plan, said));
  const { outcome, show } = told(line, wish, { saved: kept });
  return { outcome: { ...outcome, text: verificationWords(kept, { wish, screen: line.screen }) }, show };
}

async function askedActuals(ended: ReturnType<typeof campaignsToVerify>, json: boolean) {
  const { askActuals } = await import('../../prompts/campaign-questions.ts');
  const said = new Map<string, TypedActuals>();
  for (const campaign of ended) said.set(campaign.id, await askActuals(campaign, { json }));
  return said;
}

async function saved(
  line: CommandLine,
  wish: MarketingWish,
  plan: MarketingWish['plan'],
): Promise<GuidedMarketingPlan> {
  return told(line, wish, { saved: await keep(line, wish, plan) });
}

function keep(
  { options }: CommandLine,
  { root, today, dryRun, input, asOf }: MarketingWish,
  plan: MarketingWish['plan'],
) {
  const why = typeof options['why'] === 'string' ? singleLine(options['why']) : undefined;
  const request = { root, today, dryRun, asOf: asOf ?? input.review.asOf, partnerId: input.files.id, why };
  return saveMarketingPlan(request, plan);
}

function told(line: CommandLine, wish: MarketingWish, cameTo: MarketingPlanCameTo): GuidedMarketingPlan {
  const { talked } = cameTo;
  const last = cameTo.saved ?? talked?.saved;
  const partner = wish.input.files.id;
  const written = wish.dryRun || !last ? [] : [last.file];
  return {
    outcome: {
      exitCode: talked?.ending === 'interrupted' ? EXIT.interrupted : EXIT.done,
      text: marketingPlanWords(cameTo, { wish, screen: line.screen }),
      data: { partner, ending: talked?.ending ?? null, status: last?.plan.status ?? null },
      files: inputFiles(wish.root, written),
    },
    show: last !== undefined && !wish.dryRun,
  };
}
