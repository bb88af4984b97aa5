import type { Column, Row, Table } from '../../../document/block.ts';
import { sentence } from '../../../units/sentence.ts';
import { amount, count, numberIn, text, times, type Value } from '../../../units/value.ts';
import { cumulativeChart, yearsTable, type PlannedProfit } from '../../business-plan/index.ts';
import type { SlideBuilder } from '../slide.ts';

/** Less services a product dollar would print as nothing. */
const LEAST_RATIO = 0.005;

/** What the partner earns with us: its plan, the cautious case beside it, and what came so far. */
export const profitSlide: SlideBuilder = ({ result: { plan }, edition }) => {
  if (!plan) return undefined;
  return {
    layout: 'main-side',
    main: [profitChart(plan, edition)],
    side: [netByYear(plan), bothCases(plan)],
    source: 'business plan, actuals shared by the partner',
  };
};

function profitChart(plan: PlannedProfit, edition: Parameters<typeof cumulativeChart>[1]) {
  const { payback } = plan.base.results;
  return {
    ...cumulativeChart(plan, edition),
    balance: {
      aside: sentence('Illustrative, not a guarantee'),
      ...(payback.kind === 'month' && {
        ring: {
          category: payback.month,
          label: sentence('Pays back in month {month}', { month: count(payback.month) }),
        },
      }),
    },
  };
}

/** The rows of the plan page's table of years that say what is left. */
function netByYear(plan: PlannedProfit): Table {
  const { columns, rows } = yearsTable(plan);
  return {
    kind: 'table',
    id: 'profit-years',
    heading: sentence('Net profit by year, base'),
    columns,
    rows: rows.slice(-2),
    cutLast: true,
  };
}

function bothCases({ base, conservative, currency }: PlannedProfit): Table {
  const cases = [base.results, conservative.results] as const;
  const column = (key: string, label: string): Column => ({ key, label, align: 'right', weight: 1, cut: 'fixed' });
  const row = (label: string, [inBase, inConservative]: readonly Value[]): Row => ({
    cells: { what: { value: text(label) }, base: { value: inBase! }, conservative: { value: inConservative! } },
  });
  const perDollar = cases.map(({ ownPerProductDollar }) => twoDecimals(times(ownPerProductDollar)));
  return {
    kind: 'table',
    id: 'profit-cases',
    heading: sentence('Base and conservative'),
    columns: [
      { key: 'what', label: '', align: 'left', weight: 1.7, cut: 'text' },
      column('base', 'Base'),
      column('conservative', 'Conserv.'),
    ],
    rows: [
      row('Payback month', cases.map(paybackCell)),
      row(
        'Peak funding need',
        cases.map(({ peakFunding }) => amount(peakFunding.amount, currency)),
      ),
      row(
        'After 36 months',
        cases.map(({ endCumulative }) => amount(endCumulative, currency)),
      ),
      ...(perDollar.every((ratio) => (numberIn(ratio) ?? 0) >= LEAST_RATIO)
        ? [row('Services per product', perDollar)]
        : []),
    ],
    cutLast: true,
  };
}

function paybackCell({ payback }: PlannedProfit['base']['results']): Value {
  switch (payback.kind) {
    case 'month':
      return count(payback.month);
    case 'nothing to pay back':
      return text('at once');
    case 'lost again':
    case 'never':
      return text('not in 36');
  }
}

/** Of a distributor it is hundredths. */
function twoDecimals(value: Value): Value {
  return value.kind === 'times' ? { ...value, decimals: 2 } : value;
}
