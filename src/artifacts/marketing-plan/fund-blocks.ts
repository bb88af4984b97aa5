import type { Table } from '../../document/block.ts';
import type { Fund } from '../../schema/funds.ts';
import { formatFiscalQuarter, formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { sentence } from '../../units/sentence.ts';
import { amount, date, none, text } from '../../units/value.ts';
import type { MarketingPlanResult } from './compute.ts';

const KINDS: Readonly<Record<Fund['kind'], string>> = { mdf: 'MDF', coop: 'Co-op' };

/** What the partner's funds still have: market development funds and co-op each by themselves; none where no fund can be asked. */
export function fundsTable({ input }: MarketingPlanResult): Table[] {
  const open = (input.fundBalances ?? []).filter(({ isExpired }) => !isExpired);
  if (open.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'funds',
      heading: sentence('Funds'),
      columns: [
        { key: 'fund', label: 'Fund', align: 'left', weight: 1.6, cut: 'text' },
        { key: 'available', label: 'Approved', align: 'right', weight: 0.9, cut: 'fixed', detail: true },
        { key: 'used', label: 'Used', align: 'right', weight: 0.8, cut: 'fixed', detail: true },
        { key: 'held', label: 'Asked for', align: 'right', weight: 0.9, cut: 'fixed' },
        { key: 'free', label: 'Free', align: 'right', weight: 0.8, cut: 'fixed' },
        { key: 'expires', label: 'Until', align: 'right', weight: 1, cut: 'fixed' },
      ],
      rows: open.map(({ fund, currency, available, used, held, free }) => ({
        cells: {
          fund: { value: text(fund.title ?? `${KINDS[fund.kind]} ${periodWords(fund)}`) },
          available: { value: amount(available, currency) },
          used: { value: amount(used, currency) },
          held: { value: amount(held, currency) },
          free: { value: amount(free, currency) },
          expires: { value: fund.expires === undefined ? none : date(fund.expires) },
        },
      })),
    },
  ];
}

function periodWords({ period }: Fund): string {
  return typeof period === 'number' ? formatFiscalYear(period) : formatFiscalQuarter(period);
}
