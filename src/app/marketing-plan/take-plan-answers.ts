import { checkCampaigns, type CampaignContext } from '../../input/check-campaigns.ts';
import { layOver } from '../../input/lay-over.ts';
import { placeProblemsIn, type Problem } from '../../input/problem.ts';
import { marketingPlanFileSchema, type MarketingPlan } from '../../schema/marketing-plan-file.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { givenFile } from '../given-file.ts';
import { writtenPlan } from './plan-text.ts';

/** A file of answers as it was given on the command line. */
export interface GivenMarketingPlan {
  readonly typed: string;
  readonly currentFolder: string;
  readonly partnerId: string;
  /** What the answers are laid over: the plan as it stands, or one without campaigns. */
  readonly over: MarketingPlan;
  /** What its names are checked against. */
  readonly context: CampaignContext;
}

/**
 * Reads a file in the form of a plan that says only what differs from the one that stands, and checks the whole. With any mistake there is no
 * plan, and every problem has its place. What was changed after it was agreed is recorded by cam and not taken from the file.
 * @throws Failure (usage) when there is no such file
 */
export async function takeMarketingAnswers({
  typed,
  currentFolder,
  partnerId,
  over,
  context,
}: GivenMarketingPlan): Promise<{ readonly plan?: MarketingPlan; readonly problems: readonly Problem[] }> {
  const given = await givenFile(typed, currentFolder);
  if ('problem' in given) return { problems: [given.problem] };
  const { text } = given;
  const place = placeProblemsIn(typed, text);
  const laid = layOver(writtenPlan(over), { text, schema: marketingPlanFileSchema, place });
  const { value, problems } = laid;
  if (!value) return { problems };
  const quarter = formatFiscalQuarter(value.quarter);
  if (quarter !== formatFiscalQuarter(over.quarter)) {
    const message = `the plan is of another quarter than ${formatFiscalQuarter(over.quarter)}`;
    const remedy = `Say --quarter ${quarter}, or take the line out.`;
    return {
      problems: [laid.problemAtKey?.(['quarter'], { message, remedy }) ?? place(undefined, { message, remedy })],
    };
  }
  const problemAt = (path: readonly PropertyKey[], details: Parameters<NonNullable<typeof laid.problemAtKey>>[1]) =>
    laid.problemAtKey?.(path, details) ?? place(undefined, details);
  const mistakes = checkCampaigns({ id: partnerId, marketingPlans: [{ value, problemAt }] }, context);
  return mistakes.length > 0 ? { problems: mistakes } : { plan: { ...value, changes: over.changes }, problems: [] };
}
