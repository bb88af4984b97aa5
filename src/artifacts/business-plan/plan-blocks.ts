import type { Cell, Row, Table } from '../../document/block.ts';
import type { LineChart } from '../../document/chart.ts';
import type { Edition } from '../../document/document.ts';
import { endsOf, lineOf, sumsBy } from '../../domain/month-model/periods.ts';
import { NO_BREAK_SPACE } from '../../units/format.ts';
import { sentence } from '../../units/sentence.ts';
import { amount, count, share, text, type Value } from '../../units/value.ts';
import type { BusinessPlanResult, PlannedProfit } from './compute.ts';
import type { Forecast } from './forecast.ts';
import { INPUT_WORDS } from './model/input-words.ts';
import { sourceWords, startingOf } from './model/source-words.ts';

const MONTHS_A_YEAR = 12;
const CASES = { base: 'Base', conservative: 'Conservative', stretch: 'Stretch' } as const;

/** Cumulative profit from the money put in to month 36: base, the case beside it, and what came so far where this edition may say it. */
export function cumulativeChart(
  result: PlannedProfit,
  edition: Edition,
  beside: Forecast = result.conservative,
): LineChart {
  const { base, currency, plan } = result;
  const months = lineOf(base.values, 'cumulative');
  const isShown = edition === 'internal' || plan?.actuals_shared === true;
  const actual = isShown ? result.cumulativeActual : [];
  return {
    kind: 'lines',
    id: 'cumulative',
    heading: sentence('Cumulative profit'),
    description: sentence(
      `Cumulative profit by month: {end} after 36 months, {beside} in the ${beside.scenario} case`,
      {
        end: amount(base.results.endCumulative, currency),
        beside: amount(beside.results.endCumulative, currency),
      },
    ),
    currency,
    categories: months.map((_, month) => (month === 0 ? 'start' : `m${month}`)),
    lines: [
      { role: 'forecast', label: CASES[beside.scenario], values: lineOf(beside.values, 'cumulative') },
      ...(actual.length > 0
        ? ([
            { role: 'reference', label: 'Base', values: months },
            { role: 'actual', label: 'Actual', values: months.map((_, month) => actual[month] ?? null) },
          ] as const)
        : ([{ role: 'actual', label: 'Base', values: months }] as const)),
    ],
  };
}

/** Profit and loss by year, of one case. */
export function yearsTable({ base, currency }: PlannedProfit, shown: Forecast = base): Table {
  const years = (key: string, sign = 1): Cell[] =>
    sumsBy(MONTHS_A_YEAR, lineOf(shown.values, key)).map((sum) => ({ value: amount(sign * sum + 0, currency) }));
  const row = (words: string, cells: readonly Cell[], emphasis?: Row['emphasis']): Row => ({
    cells: {
      what: { value: text(words) },
      ...Object.fromEntries(cells.map((cell, index) => [`year${index + 1}`, cell])),
    },
    ...(emphasis && { emphasis }),
  });
  const optional = (words: string, key: string, sign = 1): Row[] =>
    lineOf(shown.values, key).some((value) => value !== 0) ? [row(words, years(key, sign))] : [];
  return {
    kind: 'table',
    id: 'years',
    heading: sentence(`Profit by year, ${shown.scenario}`),
    columns: [
      { key: 'what', label: '', align: 'left', weight: 1.6, cut: 'text' },
      ...[1, 2, 3].map((year) => ({
        key: `year${year}`,
        label: `Year ${year}`,
        align: 'right' as const,
        weight: 1,
        cut: 'fixed' as const,
      })),
    ],
    rows: [
      ...optional('Product revenue', 'product_revenue'),
      ...optional('Services revenue', 'services_revenue'),
      ...optional('Recurring revenue', 'recurring_revenue'),
      row('Gross profit', years('gross_profit'), 'strong'),
      ...optional('People', 'staff_cost', -1),
      ...optional('Marketing', 'marketing_cost', -1),
      ...optional('Paid by MDF', 'mdf'),
      ...optional('Investments', 'invested', -1),
      ...optional('Overhead', 'overhead', -1),
      row('Net profit', years('net'), 'strong'),
      row(
        'Cumulative',
        endsOf(MONTHS_A_YEAR, lineOf(shown.values, 'cumulative')).map((value) => ({ value: amount(value, currency) })),
        'strong',
      ),
    ],
    cutLast: true,
  };
}

/** The strongest drivers: where the plan ends with each a fifth lower and higher. */
export function driversTable({ drivers, input, currency }: BusinessPlanResult): Table {
  const swing = input.planAssumptions.sensitivity_swing_percent / 100;
  const column = (key: string, label: string, weight: number) => ({
    key,
    label,
    align: 'right' as const,
    weight,
    cut: 'fixed' as const,
  });
  return {
    kind: 'table',
    id: 'drivers',
    heading: sentence('After 36 months if one number is {swing}', { swing: share(swing) }),
    columns: [
      { key: 'driver', label: '', align: 'left', weight: 1.7, cut: 'text' },
      column('lower', 'lower', 1),
      column('higher', 'higher', 1),
    ],
    rows: drivers.map(({ title, lower, higher }) => ({
      cells: {
        driver: { value: text(title) },
        lower: { value: amount(lower, currency) },
        higher: { value: amount(higher, currency) },
      },
    })),
  };
}

/** The numbers of what is sold, with where each comes from. */
export function numbersTable(result: BusinessPlanResult): Table {
  const { numbers, input, currency } = result;
  const starting = startingOf(result);
  const { planAssumptions: assumptions } = input;
  const offers = [
    ...Object.entries(numbers.product_lines).map(([id, offer]) => ({ ...offer, at: `product_lines.${id}` })),
    ...Object.entries(numbers.services).map(([id, service]) => ({ ...service, at: `services.${id}` })),
  ];
  const rows = offers.flatMap((offer): Row[] =>
    Object.entries(offer)
      .filter(
        ([name, value]) => (Array.isArray(value) || typeof value === 'number') && value !== 0 && name in INPUT_WORDS,
      )
      .map(([name, value]: [string, unknown]) => ({
        group: offer.title,
        cells: {
          offer: { value: text(offer.title) },
          what: { value: text(Array.isArray(value) ? LIST_WORDS[name]! : INPUT_WORDS[name]!.label) },
          value: { value: Array.isArray(value) ? rangeOf(value) : inputValue(name, Number(value), currency) },
          source: { value: text(sourceWords(`${offer.at}.${name}`, { numbers, assumptions, starting }).short) },
        },
      })),
  );
  return {
    kind: 'table',
    id: 'numbers',
    heading: sentence('Numbers of the base case'),
    columns: [
      { key: 'offer', label: 'Offer', align: 'left', weight: 1.6, cut: 'text' },
      { key: 'what', label: 'Number', align: 'left', weight: 1.9, cut: 'text' },
      { key: 'value', label: 'Base', align: 'right', weight: 0.8, cut: 'fixed' },
      { key: 'source', label: 'Source', align: 'left', weight: 2, cut: 'text' },
    ],
    rows,
  };
}

/** What the lists of shares by month are called in a row of their own. */
const LIST_WORDS: Readonly<Record<string, string>> = {
  ramp_curve_percent: 'Share of full pace, by month',
  seasonality_percent: 'Months of a year against a usual one',
};

/** Shares by month in the room of one number: from the lowest to the highest. */
function rangeOf(shares: readonly number[]): Value {
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  return text(least === most ? `${least}${NO_BREAK_SPACE}%` : `${least}–${most}${NO_BREAK_SPACE}%`);
}

/** A number of the plan as its page shows it, by the name it has in the plan's file. */
export function inputValue(name: string, value: number, currency: string): Value {
  const kind = INPUT_WORDS[name]?.kind;
  if (kind === 'amount') return amount(value, currency);
  // Small shares such as churn need their decimals.
  if (kind === 'share') return Number.isInteger(value) ? share(value / 100) : text(`${value}${NO_BREAK_SPACE}%`);
  // An order every three months is 0.292 a month, not 0.3.
  return Number.isInteger(value * 10) ? count(value) : text(`${value}`);
}
