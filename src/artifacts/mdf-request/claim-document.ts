import type { Table } from '../../document/block.ts';
import type { Document } from '../../document/document.ts';
import type { MdfClaimSheet } from '../../domain/marketing/funds/mdf-claim.ts';
import { countAt } from '../../domain/marketing/waterfall/waterfall.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { isKnown } from '../../units/missing.ts';
import { addDays } from '../../units/plain-date.ts';
import { sentence } from '../../units/sentence.ts';
import { amount, count, date, share, text } from '../../units/value.ts';
import type { ArtifactInput } from '../artifact.ts';
import { answerTable, fieldTable, formTable, type FormHeadings } from './form-blocks.ts';
import { formFrame } from './request-document.ts';
import { fieldsOf, listed, type FormField } from './request-fields.ts';

const PAYMENT = 'Payment';
const PAYMENT_FIELDS = ['Amount paid', 'By', 'On', 'Remarks'] as const;

const HEADINGS: FormHeadings = {
  activity: 'Campaign',
  money: 'What is claimed',
  return: 'What came of it',
  days: 'Days',
  'follow-up': 'Proof',
};

/** The form of a claim: what it cost, what is paid back, the proof, and what came of it beside what was expected. */
export function claimDocument(sheet: MdfClaimSheet, input: ArtifactInput): Document {
  const { request, claim, amount: claimed } = sheet;
  const fields = claimFields(sheet);
  const { currency } = request.plan;
  const title = request.fund?.fund.kind === 'coop' ? 'Claim of co-op funds' : 'Claim of market development funds';
  return {
    ...formFrame(request, input),
    id: `mdf-claim-${request.forecast.campaign.id}`,
    title,
    sections: [
      {
        id: 'claim',
        kicker: { number: '', name: 'Claim' },
        headline: sentence('{claimed} claimed for {title}, which cost {cost}', {
          claimed: amount(claimed, currency),
          title: text(request.forecast.title),
          cost: amount(claim.actual_cost, currency),
        }),
        layout: 'two-columns',
        left: [fieldTable(fields, 'activity', HEADINGS), fieldTable(fields, 'follow-up', HEADINGS)],
        right: [fieldTable(fields, 'money', HEADINGS), countsTable(sheet), fieldTable(fields, 'days', HEADINGS)],
        notes: [],
        source: 'marketing plan of the partner',
      },
      {
        id: 'answer',
        kicker: { number: '', name: PAYMENT },
        headline: sentence(PAYMENT),
        layout: 'table',
        main: [answerTable('answer', PAYMENT, PAYMENT_FIELDS)],
        notes: [],
        source: 'marketing plan of the partner',
      },
    ],
    form: formTable(title, [...fields, ...countFields(sheet).filter(({ value }) => value.kind !== 'missing')], {
      headings: HEADINGS,
      answer: { heading: PAYMENT, labels: PAYMENT_FIELDS },
    }),
    figures: Object.fromEntries([...fields, ...countFields(sheet)].map(({ key, value }) => [key, value])),
  };
}

/** Every field of a claim, the numbers that came of it included. */
function claimFields({ request, claim, approved, amount: claimed }: MdfClaimSheet): FormField[] {
  const { plan, forecast, files, fund, deadlines, proof, library } = request;
  const { currency } = plan;
  const attached = claim.proof.map((id) => proof.find((one) => one.id === id)?.title ?? library.proof_kinds[id] ?? id);
  const { payment_days_after_complete_claim: days } = library.mdf.deadlines;
  return [
    ...fieldsOf('activity', [
      ['title', 'Title', text(forecast.title)],
      ['partner', 'Partner', text(files.partner.name)],
      ['fund', 'Fund', text(fund?.fund.title ?? fund?.fund.id ?? '')],
      ['fund_kind', 'Kind of fund', text(fund?.fund.kind === 'coop' ? 'co-op' : 'MDF')],
      ['fiscal_quarter', 'Fiscal quarter', text(formatFiscalQuarter(plan.quarter))],
      ['activity', 'Activity', text(forecast.tactic.title)],
      ['campaign_id', 'Campaign id', text(forecast.campaign.id)],
    ]),
    ...fieldsOf('money', [
      ['actual_cost', 'Actual cost', amount(claim.actual_cost, currency)],
      ['planned_cost', 'Planned cost', amount(forecast.totalCost, currency)],
      ['amount_approved', 'Approved', amount(approved, currency)],
      ['reimbursement_percent', 'Paid back of the actual cost', share(request.reimbursement)],
      ['amount_claimed', 'Claimed', amount(claimed, currency)],
    ]),
    ...fieldsOf('follow-up', [
      ['invoice_ids', 'Invoices', listed(claim.invoice_ids)],
      ...attached.map((words, index) => [`proof_${index + 1}`, 'Proof attached', text(words)] as const),
      ...(claim.lessons === undefined ? [] : ([['lessons', 'What we learned', text(claim.lessons)]] as const)),
    ]),
    ...fieldsOf('days', [
      ['start', 'Start', date(forecast.start)],
      ['end', 'End', date(forecast.end)],
      ['claimed', 'Claimed on', date(claim.date)],
      ['claim_by', 'Last day of the claim', date(deadlines.claimBy)],
      ['paid_by', 'To be paid by', date(addDays(claim.date, days))],
    ]),
  ];
}

/** The leads that came, by stage. */
function countFields({ request, actual }: MdfClaimSheet): FormField[] {
  const { stages } = request.library.waterfall;
  return fieldsOf(
    'return',
    stages.map(({ id, title }) => [`actual_${id.replaceAll('-', '_')}`, title, count(countAt(actual, id))] as const),
  );
}

function countsTable({ request, actual }: MdfClaimSheet): Table {
  const { stages } = request.library.waterfall;
  return {
    kind: 'table',
    id: 'counts',
    isWhole: true,
    columns: [
      { key: 'stage', label: 'What came of it', align: 'left', weight: 4, cut: 'text' },
      { key: 'planned', label: 'Expected', align: 'right', weight: 2, cut: 'fixed' },
      { key: 'actual', label: 'Came', align: 'right', weight: 2, cut: 'fixed' },
    ],
    rows: stages
      .filter(({ id }) => isKnown(countAt(actual, id)))
      .map(({ id, title }) => ({
        cells: {
          stage: { value: text(title) },
          planned: { value: count(countAt(request.forecast.base.counts, id)) },
          actual: { value: count(countAt(actual, id)) },
        },
      })),
  };
}
