import type { Paragraph, Table } from '../../document/block.ts';
import type { FundBalance } from '../../domain/marketing/funds/fund-balance.ts';
import type { Fund } from '../../schema/funds.ts';
import { formatFiscalQuarter, formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { isKnown } from '../../units/missing.ts';
import { sentence } from '../../units/sentence.ts';
import { amount, date, none, text } from '../../units/value.ts';
import type { MarketingPlanResult } from './compute.ts';

const KINDS: Readonly<Record<Fund['kind'], string>> = { mdf: 'MDF', coop: 'Co-op' };

/** What the partner's funds still have: market development funds and co-op each by themselves; none where no fund can be asked. */
export function fundsTable(result: MarketingPlanResult): Table[] {
  const open = openFunds(result);
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
          fund: { value: text(nameOf(fund)) },
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

/**
 * What requests of a day after the as-of date ask for: less is left for the next request than the table shows as free. Only for the account
 * manager: they may be another partner's.
 */
export function askedLaterNotes(result: MarketingPlanResult): Paragraph[] {
  return openFunds(result).flatMap(({ fund, currency, askedLater }) => {
    if (askedLater === undefined) return [];
    const words = isKnown(askedLater.amount) ? '{amount} more' : 'more';
    const values = {
      fund: text(nameOf(fund)),
      amount: amount(askedLater.amount, currency),
      day: date(askedLater.from),
    };
    return [{ kind: 'paragraph', text: sentence(`{fund}: ${words} is asked for from {day} on.`, values) }];
  });
}

function openFunds({ input }: MarketingPlanResult): readonly FundBalance[] {
  return (input.fundBalances ?? []).filter(({ isExpired }) => !isExpired);
}

function nameOf(fund: Fund): string {
  return fund.title ?? `${KINDS[fund.kind]} ${periodWords(fund)}`;
}

function periodWords({ period }: Fund): string {
  return typeof period === 'number' ? formatFiscalYear(period) : formatFiscalQuarter(period);
}
