import type { ArtifactInput } from '../../artifacts/artifact.ts';
import { planOfQuarter } from '../../artifacts/marketing-plan/plan-of-quarter.ts';
import type { MarketingPlan } from '../../schema/marketing-plan-file.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import { Failure } from '../../units/failure.ts';
import { formatFiscalQuarter, parseFiscalQuarter, type FiscalQuarter } from '../../units/fiscal-quarter.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { knownPartner } from '../partners/known-partner.ts';
import type { Workspace } from '../territory/open-workspace.ts';
import { artifactInput } from '../pages/partner-pages.ts';
import { copiedPlan } from './copied-plan.ts';

/** How a plan is wished for on the command line. */
export interface TypedMarketingWish {
  readonly files: PartnerFiles;
  readonly quarter?: FiscalQuarter | undefined;
  /** The quarter or the partner whose plan a new one starts from. */
  readonly from?: string | undefined;
  readonly today: PlainDate;
  /** The day typed with --as-of. */
  readonly asOf: PlainDate | undefined;
  readonly dryRun: boolean;
}

/** Which plan is made or changed. */
export interface MarketingWish {
  readonly input: ArtifactInput;
  /** Absolute path of the territory. */
  readonly root: string;
  /** The plan as it stands, or what a new one starts from. */
  readonly plan: MarketingPlan;
  /** There is a file of it. */
  readonly standing: MarketingPlan | undefined;
  /** Titles of campaigns that could not be taken over. */
  readonly leftOut: readonly string[];
  readonly today: PlainDate;
  readonly asOf: PlainDate | undefined;
  readonly dryRun: boolean;
}

/**
 * The plan of the quarter as it stands in its file, else what a new one starts from: another plan, or what the tactic library proposes.
 * @throws Failure (usage) when it should start from another plan and there is none, or the partner's own would be lost; (data) when that one
 *   is in another currency
 */
export function marketingWish(
  workspace: Workspace,
  { files, quarter, from, ...typed }: TypedMarketingWish,
): MarketingWish {
  const page = artifactInput(workspace, files);
  const found = planOfQuarter({ ...page, ...(quarter && { plannedQuarter: quarter }) });
  const input = { ...page, plannedQuarter: found.quarter };
  const standing = found.isProposal ? undefined : found.plan;
  const wish = { ...typed, input, root: workspace.territory.root, standing, leftOut: [] };
  if (from === undefined) return { ...wish, plan: found.plan };
  if (standing)
    throw new Failure(
      'usage',
      `${files.partner.name} has a marketing plan for ${formatFiscalQuarter(found.quarter)} already.`,
      `Change it: cam plan marketing ${files.id} --quarter ${formatFiscalQuarter(found.quarter)} --edit`,
    );
  return { ...wish, ...startedFrom(from, { workspace, input, quarter: found.quarter }) };
}

interface Starting {
  readonly workspace: Workspace;
  readonly input: ArtifactInput;
  readonly quarter: FiscalQuarter;
}

function startedFrom(from: string, { workspace, input, quarter }: Starting) {
  const { files, review, marketingTactics: library, config } = input;
  const source = sourceOf(from, { workspace, input });
  const wanted = files.partner.currency ?? config.currency;
  if (source.plan.currency !== wanted)
    throw new Failure(
      'data',
      `${source.words} is in ${source.plan.currency}, and ${files.partner.name} is planned in ${wanted}.`,
      'Start from a plan in the same currency.',
    );
  return copiedPlan(source.plan, {
    ...{ quarter, library, calendar: review.calendar, asOf: review.asOf, isOthers: source.isOthers },
    startedFrom: source.startedFrom,
  });
}

function sourceOf(from: string, { workspace, input: { files } }: Omit<Starting, 'quarter'>) {
  const typed = parseFiscalQuarter(from);
  if (typed) {
    const name = formatFiscalQuarter(typed);
    const plan = files.marketingPlans?.find((one) => formatFiscalQuarter(one.quarter) === name);
    const words = `The plan of ${files.partner.name} for ${name}`;
    if (plan) return { plan, words, isOthers: false, startedFrom: name };
    throw new Failure('usage', `${files.partner.name} has no marketing plan for ${name}.`, plansThere(files));
  }
  const id = knownPartner(from, workspace.partnerIds);
  const theirs = workspace.territory.partners.find((partner) => partner.id === id)?.marketingPlans?.at(-1);
  if (!theirs)
    throw new Failure(
      'usage',
      `${id} has no marketing plan to start from.`,
      `Make one: cam plan marketing ${id} --edit`,
    );
  const name = formatFiscalQuarter(theirs.quarter);
  return {
    plan: theirs,
    words: `The plan of ${id} for ${name}`,
    isOthers: id !== files.id,
    startedFrom: `${id} ${name}`,
  };
}

function plansThere({ marketingPlans = [] }: PartnerFiles): string {
  const names = marketingPlans.map(({ quarter }) => formatFiscalQuarter(quarter));
  return names.length === 0 ? 'There is none for any quarter.' : `There are plans for ${names.join(', ')}.`;
}
