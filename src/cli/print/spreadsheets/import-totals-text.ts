import type { FileReport } from '../../../app/import/import-report.ts';
import type { MoneyTotal } from '../../../app/import/money-sum.ts';
import { cleanText } from '../../../units/clean-text.ts';
import { coloursOf } from '../colours.ts';
import type { Screen } from '../../command.ts';
import { counted, money } from './import-words.ts';
import { textTable } from '../text-table.ts';

const MOST_ENTRIES = 12;

/** Sums of an import by stage, partner, quarter and, where there are several, currency: a table each. */
export function totalsTexts({ totals }: FileReport, screen: Screen): string[] {
  const byMoney = (a: MoneyTotal, b: MoneyTotal): number => (b.amount ?? -1) - (a.amount ?? -1) || b.rows - a.rows;
  return [
    totalsText('Stage', totals.byStage, screen, byMoney),
    totalsText('Partner', totals.byPartner, screen, byMoney),
    totalsText('Quarter of close date', totals.byQuarter, screen),
    ...(Object.keys(totals.byCurrency).length > 1 ? [totalsText('Currency', totals.byCurrency, screen, byMoney)] : []),
  ];
}

function totalsText(
  title: string,
  totals: Readonly<Record<string, MoneyTotal>>,
  screen: Screen,
  order?: (a: MoneyTotal, b: MoneyTotal) => number,
): string {
  const entries = Object.entries(totals);
  if (entries.length === 0) return '';
  const sorted = order ? entries.toSorted(([, a], [, b]) => order(a, b)) : entries;
  // Quarters are read from the newest back; the others from the largest.
  const shown = order ? sorted.slice(0, MOST_ENTRIES) : sorted.slice(-MOST_ENTRIES);
  const countWidth = Math.max(4, ...shown.map(([, { rows }]) => counted(rows).length));
  const rows = shown.map(([name, total]) => [
    cleanText(name),
    counted(total.rows).padStart(countWidth),
    `${money(total.byCurrency)}${withoutAmount(total)}`,
  ]);
  const table = textTable([title, 'Rows'.padStart(countWidth, ' '), 'Amount'], rows, { screen, flexible: 0 });
  const more = entries.length - shown.length;
  return more > 0 ? `${table}${coloursOf(screen).dim(`+ ${counted(more)} more`)}\n` : table;
}

function withoutAmount({ rows, withoutAmount }: MoneyTotal): string {
  return withoutAmount > 0 && withoutAmount < rows ? ` (${counted(withoutAmount)} without an amount)` : '';
}
