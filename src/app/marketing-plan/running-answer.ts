import type { MarketingPlanResult } from '../../artifacts/marketing-plan/compute.ts';
import { formatValue } from '../../units/format.ts';
import { count, type Value } from '../../units/value.ts';

/** What a plan comes to, in three lines: leads stage by stage, money, and what each payer gets back. For the account manager's eyes. */
export function runningAnswer(result: MarketingPlanResult): string {
  const { campaigns, base, input, values } = result;
  if (campaigns.length === 0) return 'No tactic is planned yet.';
  const say = (value: Value | undefined) => formatValue(value ?? { kind: 'none' }, { locale: input.config.locale });
  const of = (name: string) => say(values[name]);
  const leads = base.counts.map((stage) => say(count(stage.count))).join(' → ');
  return [
    `Leads ${leads} won, conservative ${of('won_conservative')}`,
    `Spend ${of('spend')} = own ${of('own_share')} + MDF ${of('mdf')} · revenue ${of('revenue')}, ${of('revenue_in_quarter')} of it in the quarter`,
    `Own return ${of('partner_roi')}, conservative ${of('partner_roi_conservative')} · our margin for each 1 of MDF ${of('return_vendor')}`,
  ].join('\n');
}
