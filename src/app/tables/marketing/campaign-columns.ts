import { campaignRowSchema } from '../../../schema/marketing-plan-rows.ts';
import type { ColumnKind, TableColumn } from '../table.ts';
import { yamlColumns } from '../yaml-tables.ts';

/** What stands in a block of a campaign, by its column; a request is decided and claimed with its own commands, not typed into a sheet. */
export const CAMPAIGN_COLUMNS: readonly TableColumn[] = [
  ...yamlColumns(campaignRowSchema, [
    { name: 'quarter', kind: 'period' },
    { name: 'id', kind: 'text' },
    { name: 'tactic', kind: 'text' },
    { name: 'title', kind: 'text' },
    { name: 'start', kind: 'date' },
    { name: 'end', kind: 'date' },
    { name: 'goals', kind: 'list' },
    { name: 'product_focus', kind: 'text', note: 'Which product it is about' },
    {
      name: 'audience_size',
      kind: 'number',
      at: ['audience', 'size'],
      note: "How many are asked; otherwise the tactic's",
    },
    { name: 'audience', kind: 'text', at: ['audience', 'who'], note: 'Who is asked' },
    {
      name: 'response_rate_percent',
      kind: 'percent',
      note: "Of the audience, those who answer; otherwise the tactic's",
    },
    { name: 'cost_per_lead', kind: 'amount' },
    { name: 'funding_share_percent', kind: 'percent' },
    { name: 'rates_percent', kind: 'numbers' },
    { name: 'days_per_stage', kind: 'numbers', note: 'Days, one a step from stage to stage' },
    { name: 'revenue_per_deal', kind: 'amount', note: 'What a won deal brings; otherwise as in the business plan' },
    { name: 'margin_per_deal', kind: 'amount' },
  ]),
  reading('currency', 'text', 'Of all amounts, as the plan says'),
  ...yamlColumns(campaignRowSchema, [
    { name: 'first_spend', kind: 'date' },
    { name: 'owner', kind: 'text' },
    { name: 'follow_up_owner', kind: 'text', at: ['follow_up', 'owner'], note: 'Who calls the leads' },
    { name: 'follow_up_days', kind: 'number', at: ['follow_up', 'days'] },
    { name: 'lead_list', kind: 'text' },
    { name: 'verify_on', kind: 'date' },
    { name: 'fund', kind: 'text', at: ['request', 'fund'] },
  ]),
  request('request', 'status', 'text', 'State of the request for funds: draft, submitted, approved …'),
  request('amount_requested', 'amount_requested', 'amount', 'What was asked for'),
  request('amount_approved', 'amount_approved', 'amount', 'What was granted'),
  request('claim_by', 'claim_by', 'date', 'Last day of the claim'),
  { ...reading('claimed', 'amount', 'What was claimed after the campaign'), at: ['claim', 'amount'] },
  { ...reading('paid', 'date', 'The day it was paid'), at: ['claim', 'paid'] },
  ...yamlColumns(campaignRowSchema, [
    { name: 'actual_on', kind: 'date', at: ['actual', 'on'] },
    { name: 'actual_source', kind: 'text', at: ['actual', 'source'] },
    { name: 'actual_spend', kind: 'amount', at: ['actual', 'spend'], note: 'What it cost in the end' },
    { name: 'actual_pipeline', kind: 'amount', at: ['actual', 'pipeline'], note: 'Open deals it brought' },
    { name: 'actual_revenue', kind: 'amount', at: ['actual', 'revenue'], note: 'Won deals it brought' },
    { name: 'actual_runs', kind: 'number', at: ['actual', 'runs'] },
    { name: 'notes', kind: 'text' },
  ]),
];

/** Of each block the column without which there is no block. */
export const NEEDED: Readonly<Record<string, string>> = {
  audience: 'audience_size',
  follow_up: 'follow_up_owner',
  request: 'fund',
  actual: 'actual_on',
};

function request(name: string, key: string, kind: ColumnKind, note: string): TableColumn {
  return { ...reading(name, kind, note), at: ['request', key] };
}

function reading(name: string, kind: ColumnKind, note: string): TableColumn {
  return { name, kind, note, computed: true };
}
