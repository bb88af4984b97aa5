import { requestDocument } from '../../../artifacts/mdf-request/index.ts';
import type { FundHolder } from '../../../domain/marketing/funds/fund-balance.ts';
import type { MdfRequestSheet } from '../../../domain/marketing/funds/mdf-request.ts';
import { requestProblems, type RequestProblems } from '../../../domain/marketing/funds/request-problems.ts';
import type { Campaign } from '../../../schema/marketing-plan-file.ts';
import { mdfRequest, type MdfRequest } from '../../../schema/mdf-request.ts';
import { Failure } from '../../../units/failure.ts';
import { formatDate, type Locale } from '../../../units/format.ts';
import { isKnown } from '../../../units/missing.ts';
import type { Workspace } from '../../territory/open-workspace.ts';
import { editCampaign, marketingPlanPath } from './edit-campaign.ts';
import type { FoundCampaign } from './find-campaign.ts';
import { fundingCase, type FundingCase } from './funding-case.ts';
import { withCampaignLocked, type FundingRequest } from './open-case.ts';
import { writeForm, type WrittenForm } from './write-form.ts';

/** What a request became: refused with all that stands in its way and nothing written, or submitted with its forms. */
export interface SubmitOutcome {
  readonly found: FoundCampaign;
  readonly sheet: MdfRequestSheet;
  readonly problems: RequestProblems;
  /** Of the territory. */
  readonly locale: Locale;
  /** Who holds money of the fund, where it has too little left. */
  readonly holders: readonly FundHolder[];
  /** Funds that could be asked instead, by their ids. */
  readonly eligible: readonly string[];
  /** The plan's file where it changed. */
  readonly planFile?: string;
  readonly forms: readonly WrittenForm[];
}

/**
 * Submits the request of a campaign: checked as the vendor would, written into the plan, and as a form. One that waits for its answer
 * already is only printed again.
 * @param filled fields of the request by their keys, as they were typed
 * @throws Failure (usage) for a field there is none of, (data) when the request is decided already
 */
export function submitRequest(
  request: FundingRequest,
  filled: Readonly<Record<string, string>>,
): Promise<SubmitOutcome> {
  return withCampaignLocked(request, async (workspace, found) => {
    const standing = found.campaign.request;
    refuseDecided(found, workspace);
    const place = { ...request, root: workspace.root };
    const { locale } = workspace.territory.config;
    if (standing?.status === 'submitted') {
      if (Object.keys(filled).length > 0) throw isFixed(found, standing, workspace);
      const { sheet, input } = fundingCase(workspace, found, found.campaign);
      const forms = await writeForm(requestDocument(sheet, input), place, moneyColumns(sheet));
      return { found, sheet, problems: NO_PROBLEMS, holders: [], eligible: [], locale, forms };
    }
    const { funding, eligible } = withFund(workspace, found, candidate(found, filled, workspace));
    const { sheet, input } = funding;
    const problems = requestProblems(sheet);
    const refused = { found, sheet, problems, holders: holdersIfShort(sheet), eligible, locale, forms: [] };
    if (problems.missing.length + problems.failed.length > 0) return refused;
    const values = { request: submittedValues(sheet, found.campaign) };
    await editCampaign(workspace, found, { values, dryRun: request.dryRun });
    const forms = await writeForm(requestDocument(sheet, input), place, moneyColumns(sheet));
    return { ...refused, forms, planFile: marketingPlanPath(found) };
  });
}

const NO_PROBLEMS: RequestProblems = { missing: [], failed: [], warnings: [] };

/** Columns of the line for funding systems that are no field of the form: the currency, and each cost line. */
function moneyColumns({ plan, forecast }: MdfRequestSheet): Readonly<Record<string, string>> {
  const lines = forecast.costLines.map(({ title, amount }) => `${title}: ${isKnown(amount) ? amount : ''}`);
  return { currency: plan.currency, cost_lines: lines.join('; ') };
}

/** The fields a person may fill in; the others follow from the plan. */
const FILLED_FIELDS = [
  'fund',
  'requester',
  'description',
  'product_focus',
  'reimbursement_percent',
  'brand_approval',
  'terms_accepted',
  'claim_by',
] as const;

/** The campaign with the request as it would be handed in today. */
function candidate(
  { campaign }: FoundCampaign,
  filled: Readonly<Record<string, string>>,
  { asOf }: Workspace,
): Campaign {
  const {
    reason: _,
    decided: __,
    decided_by: ___,
    amount_approved: ____,
    ...kept
  } = campaign.request ?? { fund: NO_FUND };
  const unknown = Object.keys(filled).find((key) => !FILLED_FIELDS.some((field) => field === key));
  if (unknown !== undefined)
    throw new Failure('usage', `"${unknown}" is no field of a request.`, `Fields: ${FILLED_FIELDS.join(', ')}.`);
  const typed = Object.fromEntries(
    Object.entries(filled).map(([key, value]) => [key, key === 'reimbursement_percent' ? Number(value) : value]),
  );
  const whole = { ...kept, ...typed, status: 'draft', submitted: asOf };
  const amount = campaign.request?.status === 'rejected' ? { amount_requested: undefined } : {};
  const parsed = mdfRequest.safeParse({ ...whole, ...amount });
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw new Failure('usage', `${path.join('.')}: ${message}.`, 'Write it as key=value, a day as 2026-03-31.');
  }
  return { ...campaign, request: parsed.data };
}

/** Stands for a fund that nobody named; no fund has such an id, so it counts as missing. */
const NO_FUND = '0';

/** With the only fund that can pay it where none is named. */
function withFund(workspace: Workspace, found: FoundCampaign, campaign: Campaign) {
  const funding = fundingCase(workspace, found, campaign);
  const eligible = eligibleFunds(funding);
  const only = eligible.length === 1 ? eligible[0] : undefined;
  if (campaign.request?.fund !== NO_FUND || only === undefined) return { funding, eligible };
  return {
    funding: fundingCase(workspace, found, { ...campaign, request: { ...campaign.request, fund: only } }),
    eligible,
  };
}

function eligibleFunds({ balances, sheet }: FundingCase): string[] {
  return balances
    .filter(({ fund, free, isExpired }) => {
      const lasts = fund.expires === undefined || fund.expires >= sheet.forecast.end;
      return fund.kind === 'mdf' && lasts && !isExpired && isKnown(free) && free > 0;
    })
    .map(({ fund }) => fund.id);
}

function holdersIfShort({ fund, free, amountRequested }: MdfRequestSheet): readonly FundHolder[] {
  return fund && isKnown(free) && isKnown(amountRequested) && amountRequested > free ? fund.holders : [];
}

/** What the file says from now on; what only belonged to an earlier answer goes. */
function submittedValues(sheet: MdfRequestSheet, { request: standing }: Campaign): Readonly<Record<string, unknown>> {
  const { status: _, ...said } = sheet.forecast.campaign.request!;
  return {
    ...said,
    status: 'submitted',
    amount_requested: isKnown(sheet.amountRequested) ? cents(sheet.amountRequested) : undefined,
    reimbursement_percent: cents(sheet.reimbursement * 100),
    claim_by: sheet.deadlines.claimBy,
    ...(standing?.status === 'rejected' && {
      reason: undefined,
      decided: undefined,
      decided_by: undefined,
      amount_approved: undefined,
    }),
  };
}

function cents(value: number): number {
  return Math.round(value * 100) / 100;
}

function refuseDecided(
  { campaign: { id, request }, files }: FoundCampaign,
  { territory: { config } }: Workspace,
): void {
  if (!request || ['draft', 'rejected', 'submitted'].includes(request.status)) return;
  const on = request.decided ? ` on ${formatDate(request.decided, config.locale)}` : '';
  const remedy = {
    approved: `Claim it when the campaign is over: cam plan marketing ${files.id} --claim ${id}`,
    declined: 'A declined request is closed; plan another campaign.',
  };
  throw new Failure(
    'data',
    `The request for ${id} was ${request.status}${on}.`.replace('was expired', 'has expired'),
    request.status === 'approved' || request.status === 'declined' ? remedy[request.status] : undefined,
  );
}

function isFixed({ campaign: { id }, files }: FoundCampaign, { submitted }: MdfRequest, { territory }: Workspace) {
  const on = submitted ? ` on ${formatDate(submitted, territory.config.locale)}` : '';
  return new Failure(
    'data',
    `The request for ${id} was submitted${on} and waits for its answer.`,
    `Record the answer: cam plan marketing ${files.id} --decide ${id} --answer approved`,
  );
}
