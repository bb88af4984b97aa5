import { checkCampaigns, type CampaignContext } from '../../../input/check-campaigns.ts';
import type { Problem, ProblemDetails } from '../../../input/problem.ts';
import type { Campaign, MarketingPlan } from '../../../schema/marketing-plan-file.ts';
import { campaignRowSchema } from '../../../schema/marketing-plan-rows.ts';
import type { Territory } from '../../../schema/territory.ts';
import { columnAt } from '../column-at.ts';
import { entryOf } from '../edit-entries.ts';
import type { RowProblem, TableChanges, TableRow } from '../table.ts';
import { CAMPAIGN_COLUMNS } from './campaign-columns.ts';
import { namedPlans } from './marketing-files.ts';

/** Checks changed and new campaigns: a plan that is there, names of the tactic library and of the funds, a request that was sent already. */
export function campaignChecker(
  territory: Territory,
  accepted: readonly TableChanges[],
): (row: TableRow) => readonly RowProblem[] {
  const plans = namedPlans(territory, accepted);
  const context = { tactics: territory.marketingTactics, funds: [...(territory.funds ?? []), ...newFunds(accepted)] };
  return (row) => {
    const problems = plans.planProblems(row);
    if (problems.length > 0) return problems;
    const campaign = campaignRowSchema.parse(entryOf({ columns: CAMPAIGN_COLUMNS }, row.values));
    const standing = plans.campaign(row, campaign.id);
    return [...nameProblems(row.partner!, campaign, context), ...(standing ? changeProblems(campaign, standing) : [])];
  };
}

function nameProblems(partner: string, campaign: Campaign, context: CampaignContext): RowProblem[] {
  const value = { campaigns: [campaign], goals: [] as MarketingPlan['goals'] } as MarketingPlan;
  const problemAt = (path: readonly PropertyKey[], details: ProblemDetails): Problem => {
    const column = columnAt(CAMPAIGN_COLUMNS, path.slice(2));
    return { severity: 'error', file: '', ...details, ...(column !== undefined && { path: column }) };
  };
  return checkCampaigns({ id: partner, marketingPlans: [{ value, problemAt }] }, context).map(rowProblem);
}

/** The funds that the same workbook adds: whom each is for is all that a campaign asks of them. */
function newFunds(accepted: readonly TableChanges[]): NonNullable<CampaignContext['funds']> {
  return accepted.flatMap(({ table, changes }) =>
    changes.flatMap((change) => {
      if (table.id !== 'funds' || change.kind !== 'add') return [];
      const { id, partner } = change.values;
      return [{ id: String(id), ...(partner !== undefined && { partner: String(partner) }) }];
    }),
  );
}

/** A problem of a plan's file as a row says it. */
export function rowProblem({ path, message, suggestion, allowed = [] }: Problem): RowProblem {
  const words =
    suggestion === undefined ? (allowed.length > 0 ? `: ${allowed.join(', ')}` : '') : `; did you mean ${suggestion}?`;
  return { ...(path !== undefined && { column: path }), why: `${message}${words}` };
}

/** What was sent is not asked of another fund; leads that are written down are of a day. */
function changeProblems({ request, actual }: Campaign, standing: Campaign): RowProblem[] {
  const sent = standing.request && standing.request.status !== 'draft' ? standing.request : undefined;
  return [
    ...(sent && request?.fund !== sent.fund
      ? [{ column: 'fund', why: `the request to ${sent.fund} is ${sent.status}: its fund stays` }]
      : []),
    ...(!actual && Object.keys(standing.actual?.counts ?? {}).length > 0
      ? [{ column: 'actual_on', why: 'actual_on is missing: the leads on the sheet Campaign numbers are of that day' }]
      : []),
  ];
}
