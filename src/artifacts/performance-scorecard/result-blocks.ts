import type { Cell, Row, Table } from '../../document/block.ts';
import type { ColumnChart, LineChart } from '../../document/chart.ts';
import { rangeOfQuarter } from '../../domain/fiscal-calendar.ts';
import type { FigureName, Performance } from '../../domain/performance/performance.ts';
import type { Review } from '../../domain/review.ts';
import { addQuarters, formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { formatMonthName } from '../../units/format.ts';
import { isKnown, type Known } from '../../units/missing.ts';
import { oneYearEarlier, type PlainDate } from '../../units/plain-date.ts';
import { sentence } from '../../units/sentence.ts';
import { none, text, withFootnotes, type Meaning, type Value } from '../../units/value.ts';

/** Running totals of the fiscal year: plan (or last year where nothing is agreed), actual, and the forecast from there on. */
export function cumulativeChart(performance: Performance): LineChart {
  const { months, currency, review, figures, plan } = performance;
  const year = formatFiscalYear(review.quarter.year);
  const reference = runningTotal(months.map((month) => (plan ? month.plan : month.lastYear)));
  const actual = runningTotal(months.map(({ won }) => won));
  const forecast = forecastLine(actual, figures.forecast.value, performance);
  const label = plan ? 'Plan' : 'Last year';
  return {
    kind: 'lines',
    id: 'cumulative',
    heading: sentence(`Cumulative, ${year}`),
    description: sentence('Cumulative bookings of {year}: actual {won}{against}', {
      year: text(year),
      won: figures.bookings_ytd.value,
      against: text(plan ? ' beside the plan and the forecast' : ' beside last year'),
    }),
    currency,
    categories: months.map(({ month }) => formatMonthName(month)),
    months: months.map(({ month }) => month),
    lines: [
      ...(reference.some((value) => value !== null && value !== 0)
        ? [{ role: 'reference' as const, label, values: reference, totalOf: inMonths(label.toLowerCase()) }]
        : []),
      ...(forecast ? [{ role: 'forecast' as const, label: 'Forecast', values: forecast }] : []),
      { role: 'actual', label: 'Actual', values: actual, totalOf: inMonths('actual') },
    ],
  };
}

function inMonths(series: string) {
  return { chart: 'by-month', series };
}

/** Bookings by month with the plan of each month, or last year's bookings where nothing is agreed. */
export function monthlyChart({ months, currency, figures, plan }: Performance): ColumnChart {
  const marks = months.map((month) => valueOrGap(plan ? month.plan : month.lastYear));
  return {
    kind: 'columns',
    id: 'by-month',
    heading: sentence('By month'),
    description: sentence('Bookings by month, {won} in all', { won: figures.bookings_ytd.value }),
    currency,
    categories: months.map(({ month }) => ({ label: formatMonthName(month) })),
    months: months.map(({ month }) => month),
    bars: { label: 'actual', values: months.map(({ won }) => valueOrGap(won)) },
    marks: marks.some((value) => value !== null && value !== 0)
      ? [{ role: plan ? 'target' : 'previous', label: plan ? 'plan' : 'last year', values: marks }]
      : [],
    density: 'many',
  };
}

/** The quarter and the year against plan, last quarter and last year. */
export function againstTable({ figures, review, toldFrom }: Performance): Table {
  const value = (name: FigureName): Cell => ({ value: figures[name].value });
  const difference = (name: FigureName): Cell => signedCell(figures[name].value);
  const versusPlan = (name: 'pace' | 'pace_quarter'): Cell => {
    const pace = figures[name];
    const value = paceDifference(pace.value);
    return pace.status && value.kind === 'change' ? { value, meaning: pace.status.meaning } : { value };
  };
  const rows: Row[] = [
    {
      cells: { what: label('Won'), quarter: value('bookings_quarter'), year: value('bookings_ytd') },
      key: 'won',
      emphasis: 'strong',
    },
    {
      cells: { what: label('Plan to date'), quarter: value('plan_quarter'), year: value('plan_to_date') },
      key: 'plan',
    },
    {
      cells: { what: label('difference'), quarter: versusPlan('pace_quarter'), year: versusPlan('pace') },
      formula: 'won / plan - 1',
      emphasis: 'indent',
    },
    {
      cells: { what: label('Last quarter'), quarter: value('bookings_last_quarter'), year: { value: none } },
      key: 'last_quarter',
    },
    {
      cells: { what: label('difference'), quarter: difference('change_vs_last_quarter'), year: { value: none } },
      formula: 'won / last_quarter - 1',
      emphasis: 'indent',
    },
    {
      key: 'last_year',
      cells: {
        what: label('Last year'),
        quarter: value('bookings_quarter_last_year'),
        year: value('bookings_last_year'),
      },
    },
    {
      cells: {
        what: label('difference'),
        quarter: difference('change_quarter_vs_last_year'),
        year: difference('change_vs_last_year'),
      },
      formula: 'won / last_year - 1',
      emphasis: 'indent',
    },
    { cells: { what: label('Last four quarters'), quarter: { value: none }, year: value('trailing_four_quarters') } },
    { cells: { what: label('Last twelve months'), quarter: { value: none }, year: value('trailing_12_months') } },
    ...rowIfChanged('Won after the period', figures.won_since_results.value),
    ...rowIfChanged('Restated, closed months', figures.restated.value),
  ];
  return {
    kind: 'table',
    id: 'against',
    heading: sentence('Against'),
    columns: [
      { key: 'what', label: '', align: 'left', weight: 1.9, cut: 'text' },
      { key: 'quarter', label: `Q${review.quarter.quarter}`, align: 'right', weight: 1, cut: 'fixed' },
      { key: 'year', label: 'Year to date', align: 'right', weight: 1.2, cut: 'fixed' },
    ],
    rows: comparableRows(rows, zeroesKnown(review, toldFrom)),
  };
}

/** A line of its own for what is nothing on most pages: deals won between the two dates, closed months that were changed. */
function rowIfChanged(words: string, value: Value): Row[] {
  if (value.kind !== 'amount' || Math.abs(value.amount) < 0.5) return [];
  return [{ cells: { what: label(words), quarter: { value: none }, year: { value } } }];
}

/** The rows whose zero is known: those of a period that what is loaded reaches back to. Of an earlier one nobody says what was booked. */
function zeroesKnown({ quarter, calendar, yearRange }: Review, toldFrom: PlainDate | undefined): ReadonlySet<string> {
  const starts = {
    last_quarter: rangeOfQuarter(addQuarters(quarter, -1), calendar).from,
    last_year: oneYearEarlier(yearRange.from),
  };
  const known = Object.entries(starts).filter(([, from]) => toldFrom !== undefined && toldFrom <= from);
  return new Set(known.map(([key]) => key));
}

/** Without differences to periods in which nothing was booked, and without such periods themselves where their zero is not known. */
function comparableRows(rows: readonly Row[], zeroes: ReadonlySet<string>): Row[] {
  const isEmpty = ({ cells }: Row) =>
    ['quarter', 'year'].every((key) => {
      const value = cells[key]?.value;
      return value === undefined || value.kind === 'none' || (value.kind === 'amount' && value.amount === 0);
    });
  return rows.filter((row, index) => {
    if (row.emphasis === 'indent') return !isEmpty(rows[index - 1]!);
    const isCompared = rows[index + 1]?.emphasis === 'indent';
    return !isCompared || !isEmpty(row) || zeroes.has(row.key ?? '');
  });
}

/** Pace as a difference: 109 % of plan is +9 %. */
export function paceDifference(pace: Value): Value {
  return pace.kind === 'share' ? withFootnotes({ kind: 'change', ratio: pace.ratio - 1 }, pace.footnotes) : pace;
}

/** A signed difference, coloured by its direction. */
function signedCell(value: Value): Cell {
  if (value.kind !== 'change') return { value };
  const meaning: Meaning = value.ratio >= 0 ? 'good' : 'bad';
  return { value, meaning };
}

function label(words: string): Cell {
  return { value: text(words) };
}

function valueOrGap(value: Known<number> | null): number | null {
  return value !== null && isKnown(value) ? value : null;
}

/** A month that is not known is a gap; the total goes on after it, so that it ends at the figure of the year. */
function runningTotal(values: readonly (Known<number> | null)[]): (number | null)[] {
  let total = 0;
  return values.map((value) => {
    const known = valueOrGap(value);
    total += known ?? 0;
    return known === null ? null : total;
  });
}

/** A straight line from the last actual month to the forecast at the end of the year; none once the year is complete. */
function forecastLine(
  actual: readonly (number | null)[],
  forecast: Value,
  { review }: Performance,
): (number | null)[] | undefined {
  const last = actual.findLastIndex((value) => value !== null);
  const end = actual.length - 1;
  const sameYear = review.pipeline <= review.yearRange.to;
  if (forecast.kind !== 'amount' || last < 0 || last >= end || !sameYear) return undefined;
  const from = actual[last]!;
  return actual.map((_, index) =>
    index < last ? null : from + ((forecast.amount - from) * (index - last)) / (end - last),
  );
}
