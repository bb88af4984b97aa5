import { claimDocument } from '../../../artifacts/mdf-request/index.ts';
import { dealsAt } from '../../../domain/deals-at.ts';
import { actualCounts, campaignActuals } from '../../../domain/marketing/verification/campaign-actuals.ts';
import { claimProblems, mdfClaimSheet, type MdfClaimSheet } from '../../../domain/marketing/funds/mdf-claim.ts';
import { nearest } from '../../../input/nearest.ts';
import { Failure } from '../../../units/failure.ts';
import type { Locale } from '../../../units/format.ts';
import { isKnown } from '../../../units/missing.ts';
import type { Sentence } from '../../../units/sentence.ts';
import type { Workspace } from '../../territory/open-workspace.ts';
import { editCampaign, marketingPlanPath } from './edit-campaign.ts';
import type { FoundCampaign } from './find-campaign.ts';
import { fundingCase, type FundingCase } from './funding-case.ts';
import { withCampaignLocked, type FundingRequest } from './open-case.ts';
import { writeForm, type WrittenForm } from './write-form.ts';

/** What is handed in. */
export interface TypedClaim {
  readonly cost: number;
  readonly invoices: readonly string[];
  /** Kinds of proof that are attached; `all` for every kind that the tactic asks for. */
  readonly proof: readonly string[];
  readonly lessons?: string | undefined;
}

/** What a claim became: refused with all that stands in its way, or written with its forms. */
export interface ClaimOutcome {
  readonly found: FoundCampaign;
  readonly sheet: MdfClaimSheet;
  readonly problems: readonly Sentence[];
  /** Of the territory. */
  readonly locale: Locale;
  readonly planFile?: string;
  readonly forms: readonly WrittenForm[];
}

/**
 * Claims the money of an approved request: checked as the vendor would, written into the plan, and as a form.
 * @throws Failure (usage) for a kind of proof there is none of, (data) when nothing is approved
 */
export function claimFunds(request: FundingRequest, typed: TypedClaim): Promise<ClaimOutcome> {
  return withCampaignLocked(request, async (workspace, found) => {
    refuseUnapproved(found);
    const funding = fundingCase(workspace, found, found.campaign);
    const { input, sheet: asked } = funding;
    const { locale } = workspace.territory.config;
    const claim = {
      date: workspace.asOf,
      actual_cost: typed.cost,
      invoice_ids: [...typed.invoices],
      proof: proofKinds(typed.proof, funding),
      ...(typed.lessons !== undefined && { lessons: typed.lessons }),
    };
    const sheet = mdfClaimSheet(asked, claim, countsOf(workspace, funding));
    const problems = claimProblems(sheet);
    if (problems.length > 0) return { found, sheet, problems, locale, forms: [] };
    const amount = isKnown(sheet.amount) ? Math.round(sheet.amount * 100) / 100 : undefined;
    const values = { request: { status: 'claimed' }, claim: { ...claim, amount } };
    await editCampaign(workspace, found, { values, dryRun: request.dryRun });
    const place = { ...request, root: workspace.root };
    const forms = await writeForm(claimDocument(sheet, input), place, { currency: found.plan.currency });
    return { found, sheet, problems, locale, planFile: marketingPlanPath(found), forms };
  });
}

function refuseUnapproved({ campaign: { id, request, claim }, files }: FoundCampaign): void {
  if (request?.status === 'approved' && !claim) return;
  const words = request ? `is ${request.status}` : 'was never submitted';
  throw new Failure(
    'data',
    `The request for ${id} ${words}: only what is approved can be claimed.`,
    request?.status === 'submitted' ? `Record the answer: cam plan marketing ${files.id} --decide ${id}` : undefined,
  );
}

function proofKinds(typed: readonly string[], { sheet }: FundingCase): string[] {
  if (typed.includes('all')) return sheet.proof.map(({ id }) => id);
  const kinds = Object.keys(sheet.library.proof_kinds);
  const unknown = typed.find((kind) => !kinds.includes(kind));
  if (unknown === undefined) return [...new Set(typed)];
  const near = nearest(unknown, kinds);
  throw new Failure(
    'usage',
    `"${unknown}" is no kind of proof.`,
    near === undefined ? `Kinds: ${kinds.join(', ')}.` : `Did you mean ${near}?`,
  );
}

/** Leads that came, typed into the plan or counted. */
function countsOf({ asOf }: Workspace, { input, sheet }: FundingCase) {
  const { files, deals, config } = input;
  const standing = deals && dealsAt(deals, { on: asOf, currency: sheet.plan.currency, config });
  const records = { leads: files.leads, deals: standing, on: asOf };
  return actualCounts(campaignActuals(sheet.forecast, records, sheet.library));
}
