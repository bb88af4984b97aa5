import type { MdfRequest } from '../../../schema/mdf-request.ts';
import { Failure } from '../../../units/failure.ts';
import { formatAmount, formatDate, type Locale } from '../../../units/format.ts';
import { isKnown } from '../../../units/missing.ts';
import type { Workspace } from '../../territory/open-workspace.ts';
import { editCampaign } from './edit-campaign.ts';
import type { FoundCampaign } from './find-campaign.ts';
import { fundingCase } from './funding-case.ts';
import { withCampaignLocked, type FundingRequest } from './open-case.ts';

/** What may be recorded: the vendor's answers to a request, and that it paid a claim. */
export const ANSWERS = ['approved', 'rejected', 'declined', 'paid'] as const;

/** What the vendor said to a request, or that it paid a claim. */
export interface Answer {
  readonly answer: (typeof ANSWERS)[number];
  /** What was approved; otherwise all that was asked for. */
  readonly amount?: number | undefined;
  readonly why?: string | undefined;
  /** Otherwise the account manager. */
  readonly by?: string | undefined;
}

/** What was recorded. */
export interface DecidedRequest {
  readonly found: FoundCampaign;
  readonly answer: Answer['answer'];
  /** In the currency of the plan. */
  readonly amount: number | undefined;
  readonly planFile: string;
  /** Of the territory. */
  readonly locale: Locale;
}

/**
 * Records the answer to a request, or the payment of a claim.
 * @throws Failure (usage) for an answer that does not say what it must, (data) when there is nothing to answer or the fund has too little
 */
export function decideRequest(request: FundingRequest, answer: Answer): Promise<DecidedRequest> {
  return withCampaignLocked(request, async (workspace, found) => {
    const { locale } = workspace.territory.config;
    const done = (values: Parameters<typeof editCampaign>[2]['values']) =>
      editCampaign(workspace, found, { values, dryRun: request.dryRun });
    if (answer.answer === 'paid') {
      const planFile = await done(paidValues(workspace, found));
      return { found, answer: 'paid', amount: found.campaign.claim?.amount, planFile, locale };
    }
    const standing = waiting(workspace, found);
    const decided = { decided: workspace.asOf, decided_by: answer.by ?? workspace.territory.config.cam.name };
    if (answer.answer !== 'approved') {
      if (answer.why === undefined || answer.why.trim() === '')
        throw new Failure('usage', `Why was it ${answer.answer}?`, 'Say it: --why TEXT');
      const planFile = await done({ request: { status: answer.answer, ...decided, reason: answer.why } });
      return { found, answer: answer.answer, amount: undefined, planFile, locale };
    }
    const amount = approvedAmount({ workspace, found, standing }, answer.amount);
    const planFile = await done({ request: { status: 'approved', ...decided, amount_approved: amount } });
    return { found, answer: 'approved', amount, planFile, locale };
  });
}

function waiting({ asOf, territory }: Workspace, { campaign: { id, request }, files }: FoundCampaign): MdfRequest {
  if (request?.status !== 'submitted') {
    const words = request ? `is ${request.status}` : 'was never submitted';
    throw new Failure(
      'data',
      `The request for ${id} ${words}: there is nothing to answer.`,
      !request || ['draft', 'rejected'].includes(request.status)
        ? `Submit it: cam plan marketing ${files.id} --request ${id}`
        : undefined,
    );
  }
  if (request.submitted && asOf < request.submitted) {
    const day = formatDate(request.submitted, territory.config.locale);
    throw new Failure('data', `The request for ${id} was only submitted on ${day}.`, 'Give a later day with --as-of.');
  }
  return request;
}

function approvedAmount(
  {
    workspace,
    found,
    standing,
  }: { readonly workspace: Workspace; readonly found: FoundCampaign; readonly standing: MdfRequest },
  typed: number | undefined,
): number {
  const { sheet } = fundingCase(workspace, found, found.campaign);
  const { currency } = found.plan;
  const { locale } = workspace.territory.config;
  const words = (money: number) => formatAmount(money, currency, { locale, precision: 'full' });
  const asked = standing.amount_requested;
  const amount = typed ?? asked;
  if (amount === undefined) throw new Failure('usage', 'How much was approved?', 'Say it: --amount 2700');
  if (asked !== undefined && amount > asked)
    throw new Failure('usage', `${words(amount)} is more than the ${words(asked)} that was asked for.`);
  if (isKnown(sheet.free) && amount > sheet.free) {
    const name = sheet.fund?.fund.title ?? standing.fund;
    throw new Failure(
      'data',
      `${name} has ${words(sheet.free)} left: ${words(amount)} cannot be approved.`,
      'Approve less with --amount, or change the fund in funds.yaml.',
    );
  }
  return amount;
}

function paidValues({ asOf }: Workspace, { campaign: { id, request, claim }, files }: FoundCampaign) {
  if (!claim || request?.status !== 'claimed')
    throw new Failure(
      'data',
      `Nothing of ${id} waits to be paid.`,
      request?.status === 'approved' ? `Claim it first: cam plan marketing ${files.id} --claim ${id}` : undefined,
    );
  return { request: { status: 'paid' }, claim: { paid: asOf } };
}
