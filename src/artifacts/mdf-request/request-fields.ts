import { countAt } from '../../domain/marketing/waterfall/waterfall.ts';
import type { MdfRequestSheet } from '../../domain/marketing/funds/mdf-request.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { missing, whenKnown, type Known } from '../../units/missing.ts';
import { amount, count, date, none, share, text, type Value } from '../../units/value.ts';

/** Where on the form a field stands. */
export type FieldGroup = 'activity' | 'money' | 'return' | 'days' | 'follow-up';

/** A field of the form: the page and the file for funding systems carry the same ones. */
export interface FormField {
  /** Its name for machines. */
  readonly key: string;
  readonly label: string;
  readonly value: Value;
  readonly group: FieldGroup;
}

/** Every field of a request, in the order in which people read it. */
export function requestFields(sheet: MdfRequestSheet): FormField[] {
  return [
    ...activityFields(sheet),
    ...moneyFields(sheet),
    ...returnFields(sheet),
    ...dayFields(sheet),
    ...proofFields(sheet),
  ];
}

function activityFields(sheet: MdfRequestSheet): FormField[] {
  const { files, plan, forecast, fund } = sheet;
  const { campaign, tactic, title, audience } = forecast;
  const { request } = campaign;
  return fieldsOf('activity', [
    ['title', 'Title', text(title)],
    ['partner', 'Partner', text(files.partner.name)],
    ['requester', 'Requested by', optional(request?.requester)],
    ['fund', 'Fund', optional(fund && (fund.fund.title ?? fund.fund.id))],
    ['fund_kind', 'Kind of fund', optional(fund && (fund.fund.kind === 'coop' ? 'co-op' : 'MDF'))],
    ['fiscal_quarter', 'Fiscal quarter', text(formatFiscalQuarter(plan.quarter))],
    ['activity', 'Activity', text(tactic.title)],
    ['campaign_id', 'Campaign id', text(campaign.id)],
    ['goals', 'Serves', listed(sheet.goals)],
    ['description', 'Description', optional(request?.description)],
    ['product_focus', 'Product', optional(sheet.productFocus)],
    ['audience', 'Audience', text(audience.who)],
    ['audience_size', 'People spoken to', count(audience.size)],
  ]);
}

function moneyFields(sheet: MdfRequestSheet): FormField[] {
  const { currency } = sheet.plan;
  return fieldsOf('money', [
    ['total_cost', 'Total cost', amount(sheet.totalCost, currency)],
    ['partner_share', "Partner's share", amount(sheet.partnerShare, currency)],
    ['amount_requested', 'Amount requested', amount(sheet.amountRequested, currency)],
    ['reimbursement_percent', 'Paid back of the actual cost', share(sheet.reimbursement)],
  ]);
}

function returnFields({ forecast, plan, pipeline, pipelinePerUnit, library }: MdfRequestSheet): FormField[] {
  const { base } = forecast;
  const { currency } = plan;
  return fieldsOf('return', [
    ...library.waterfall.stages.map(
      ({ id, title }) => [`expected_${id.replaceAll('-', '_')}`, title, count(countAt(base.counts, id))] as const,
    ),
    ['expected_pipeline', 'Pipeline', estimate(pipeline, currency)],
    ['expected_revenue', 'Revenue', estimate(base.revenue, currency)],
    ['expected_revenue_in_quarter', 'Revenue in the quarter', estimate(base.revenueInQuarter, currency)],
    ['partner_roi', "Return on the partner's share", base.returns.return_partner.value],
    ['return_on_revenue', 'Return on revenue', base.returns.return_on_revenue.value],
    ['pipeline_per_unit', 'Pipeline for each 1 of funds', amount(pipelinePerUnit, currency)],
  ]);
}

function dayFields({ forecast, deadlines }: MdfRequestSheet): FormField[] {
  const { request } = forecast.campaign;
  return fieldsOf('days', [
    ['submitted', 'Submitted', date(request?.submitted ?? missing('not submitted'))],
    ['submit_by', 'To be submitted by', date(deadlines.submitBy)],
    ['answer_by', 'Answer by', date(deadlines.answerBy)],
    ['first_spend', 'First spend', date(forecast.firstSpend)],
    ['start', 'Start', date(forecast.start)],
    ['end', 'End', date(forecast.end)],
    ['results_by', 'Results by', date(deadlines.resultsBy)],
    ['claim_by', 'Claim by', date(deadlines.claimBy)],
    ['paid_by', 'Paid by', date(deadlines.paidBy)],
  ]);
}

function proofFields({ forecast, proof, followUp }: MdfRequestSheet): FormField[] {
  const { request } = forecast.campaign;
  return fieldsOf('follow-up', [
    ...proof.map(({ id, title }) => [`proof_${id.replaceAll('-', '_')}`, 'Proof to be supplied', text(title)] as const),
    ['follow_up_owner', 'Calls the leads', optional(followUp.owner)],
    ['follow_up_days', 'Within working days', count(followUp.days)],
    ['brand_approval', 'Use of the brand approved', request?.brand_approval ? date(request.brand_approval) : none],
    ['terms_accepted', 'Terms accepted', date(request?.terms_accepted ?? missing('not accepted yet'))],
  ]);
}

/** An estimate as a form states it: no cents, which nobody can foresee, beside amounts that are exact. */
export function estimate(money: Known<number>, currency: string): Value {
  return amount(
    whenKnown([money], (known) => Math.round(known)),
    currency,
  );
}

/** Fields of one group from their keys, labels and values. */
export function fieldsOf(
  group: FieldGroup,
  entries: readonly (readonly [key: string, label: string, value: Value])[],
): FormField[] {
  return entries.map(([key, label, value]) => ({ key, label, value, group }));
}

function optional(words: string | undefined): Value {
  return text(words ?? (missing('not said') satisfies Known<string>));
}

/** Several things as one text. */
export function listed(things: readonly string[]): Value {
  return text(things.length === 0 ? missing('none named') : things.join(', '));
}
