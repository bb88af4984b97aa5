import { fiscalCalendarOf } from '../../domain/fiscal-calendar.ts';
import type { ArtifactInput } from '../../artifacts/artifact.ts';
import { basisOf, plannedProfit, type PlannedProfit } from '../../artifacts/business-plan/index.ts';
import { capabilityScorecard, type CapabilityResult } from '../../artifacts/capability-scorecard/index.ts';
import { reviewMarketing, type MarketingReview } from '../../artifacts/marketing-plan/index.ts';
import { allFigures, performanceScorecard, type ScorecardResult } from '../../artifacts/performance-scorecard/index.ts';
import { mayBeAskedBy } from '../../domain/marketing/funds/fund-balance.ts';
import { wonDealWorth } from '../../domain/business-plan/won-deal-worth.ts';
import { convert } from '../../domain/money.ts';
import { reviewOf } from '../../domain/review.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import { Failure } from '../../units/failure.ts';
import { formatFiscalQuarter, formatFiscalYear, type FiscalQuarter } from '../../units/fiscal-quarter.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { formatDate } from '../../units/format.ts';
import { knownPartner } from '../partners/known-partner.ts';
import type { Workspace } from '../territory/open-workspace.ts';

/** The review that is asked for; without a quarter the running one, without a day what moved since the export before. */
export interface ReviewChoice {
  readonly quarter?: FiscalQuarter | undefined;
  readonly since?: PlainDate | undefined;
}

/**
 * What every page of a partner is made from.
 * @throws Failure (usage) for a quarter that has not begun on the as-of date, (data) for one that began after the newest export.
 */
export function artifactInput(
  workspace: Workspace,
  files: PartnerFiles,
  { quarter, since }: ReviewChoice = {},
): ArtifactInput {
  const { territory, storyline, asOf, credited, peerScores, fundBalances } = workspace;
  const { root: _, config, funds: allFunds, partners: __, ...templates } = territory;
  const funds = allFunds?.filter(({ partner }) => partner === files.id);
  const calendar = fiscalCalendarOf(config);
  const review = reviewOf({
    calendar,
    asOf,
    ...(quarter && { quarter }),
    ...(since && { since }),
    exports: files.snapshots.map(({ date }) => date),
  });
  if (review.quarterRange.from > asOf) {
    const words = `${formatFiscalQuarter(review.quarter)} has not begun on ${formatDate(asOf, config.locale)}.`;
    throw new Failure('usage', words, `It starts on ${formatDate(review.quarterRange.from, config.locale)}.`);
  }
  if (review.results < review.quarterRange.from) {
    const day = formatDate(review.pipeline, config.locale);
    const words = `The newest export of ${files.partner.name} is of ${day}, before ${formatFiscalQuarter(review.quarter)} began.`;
    throw new Failure('data', words, 'Import a newer one, or review an earlier quarter.');
  }
  const deals = credited.get(files.id) ?? [];
  const input: ArtifactInput = {
    ...templates,
    config,
    storyline,
    files,
    funds,
    review,
    peerScores,
    fundBalances: fundBalances.filter(({ fund }) => mayBeAskedBy(fund, files.id)),
    deals: files.deals || deals.length > 0 ? deals : undefined,
  };
  return { ...input, dealWorth: dealWorthOf(input), profitPlanned: profitPlannedOf(input) };
}

/** Read only where it is asked for: what a plan would start from takes the partner's history to work out. */
function dealWorthOf(input: ArtifactInput): NonNullable<ArtifactInput['dealWorth']> {
  let basis: ReturnType<typeof basisOf> | undefined;
  return (type) => {
    basis ??= basisOf(input);
    const worth = wonDealWorth(basis.numbers, type);
    const { plan, currency } = basis;
    const source = plan ? `business plan ${formatFiscalYear(plan.fiscal_year)}` : 'starting numbers of a business plan';
    return worth && { ...worth, currency, source: `${source}, ${worth.offer}` };
  };
}

/** The very number that the review shows beside own profit; read only where a metric asks for it. */
function profitPlannedOf(input: ArtifactInput): NonNullable<ArtifactInput['profitPlanned']> {
  const { config, files, review } = input;
  return () => {
    if ((files.businessPlans ?? []).length === 0) return undefined;
    const { plan, profitOfYear, currency } = plannedProfit(input);
    if (!plan?.agreed || !profitOfYear || profitOfYear.months.length === 0) return undefined;
    const to = files.partner.currency ?? config.currency;
    const planned = convert(profitOfYear.planned, { from: currency, to, on: review.asOf, rates: config.rates });
    return { planned, source: `business plan ${formatFiscalYear(plan.fiscal_year)}` };
  };
}

/** What other pages repeat figures from, computed once. */
export interface Siblings {
  readonly scorecard: ScorecardResult;
  readonly capability: CapabilityResult;
  /** The partner's own plan; undefined where none was made. */
  readonly plan?: PlannedProfit;
  /** What joint marketing of the quarter brought; undefined where no plan was written. */
  readonly marketing?: MarketingReview;
}

/** The pages that others repeat figures from, computed once. */
export function computeSiblings(input: ArtifactInput): Siblings {
  const scorecard = performanceScorecard.compute(input, undefined);
  const capability = capabilityScorecard.compute(input, { measured: () => allFigures(scorecard) });
  const marketing = reviewMarketing(input);
  const computed = { scorecard, capability, ...(marketing && { marketing }) };
  // An example would be worked out in vain: no other page shows it.
  if ((input.files.businessPlans ?? []).length === 0) return computed;
  return { ...computed, plan: plannedProfit(input) };
}

/**
 * A partner by its id.
 * @throws Failure (usage) with the nearest id when there is none, (data) when its files cannot be used.
 */
export function partnerById({ territory, partnerIds, problems }: Workspace, typed: string): PartnerFiles {
  const id = knownPartner(typed, partnerIds);
  const partner = territory.partners.find((candidate) => candidate.id === id);
  if (partner) return partner;
  const problem = problems.find((candidate) => candidate.partner === id && candidate.severity === 'error');
  const place = problem?.line === undefined ? problem?.file : `${problem.file}:${problem.line}`;
  const words = problem ? `${place}: ${problem.message}` : `The files of ${id} cannot be used.`;
  throw new Failure('data', words, 'See every problem with: cam check');
}
