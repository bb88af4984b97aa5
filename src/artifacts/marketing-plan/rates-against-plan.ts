import type { Row, Table } from '../../document/block.ts';
import type { VerifiedRate } from '../../domain/marketing/verification/verified-campaign.ts';
import type { MarketingTactics } from '../../schema/marketing-tactics.ts';
import { none, preciseShare, text } from '../../units/value.ts';
import { rightColumn } from '../right-column.ts';

/** The rate of each step, planned and actual, with its status in words: with the decimals on which that status rests. */
export function ratesAgainstPlan(
  { stages }: Pick<MarketingTactics['waterfall'], 'stages'>,
  rates: readonly VerifiedRate[],
): Table {
  const names = new Map(stages.map(({ id, title, short }) => [id, short ?? title]));
  const row = (label: string, cellOf: (rate: VerifiedRate) => Row['cells'][string]): Row => ({
    cells: { what: { value: text(label) }, ...Object.fromEntries(rates.map((rate) => [rate.to, cellOf(rate)])) },
  });
  return {
    kind: 'table',
    id: 'lead-rates',
    columns: [
      { key: 'what', label: 'Rate to next stage', align: 'left', weight: 1.5, cut: 'text' },
      ...rates.map(({ to }) => rightColumn(to, `→ ${names.get(to)!.toLowerCase()}`, 1.15)),
    ],
    rows: [
      row('Plan', ({ planned }) => ({ value: preciseShare(planned) })),
      { ...row('Actual', ({ actual }) => ({ value: preciseShare(actual) })), emphasis: 'strong' },
      row('Against plan', ({ status }) => ({ value: none, status })),
    ],
    cutLast: true,
  };
}
