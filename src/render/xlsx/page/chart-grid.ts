import type { BarChart, Chart, ClusterChart, ColumnChart, LineChart } from '../../../document/chart.ts';
import type { Section } from '../../../document/document.ts';
import { blocksInOrder } from '../../../document/page-order.ts';
import { cutText } from '../../../units/cut-text.ts';
import type { Status } from '../../../units/value.ts';
import type { YearMonth } from '../../../units/year-month.ts';

/** Charts of a section over the same categories: their numbers stand in one table. */
export interface ChartGrid {
  /** The section whose charts they are. */
  readonly section: Section;
  readonly charts: readonly Chart[];
  readonly categories: readonly string[];
  readonly months?: readonly YearMonth[];
  /** The status of each category, where they have one. */
  readonly statuses?: readonly (Status | undefined)[];
  readonly columns: readonly SeriesColumn[];
}

/** One series of one chart. */
export interface SeriesColumn {
  readonly chart: Chart;
  /** What the series is called in its chart. */
  readonly series: string;
  readonly role:
    | LineChart['lines'][number]['role']
    | ColumnChart['marks'][number]['role']
    | ClusterChart['series'][number]['role']
    | 'bars';
  readonly label: string;
  readonly values: readonly (number | null)[];
  readonly totalOf?: { readonly chart: string; readonly series: string };
}

/** The charts of a section, those over the same categories together. Charts without a category say nothing and have no sheet. */
export function chartGrids(section: Section): ChartGrid[] {
  const charts = blocksInOrder(section).filter((block): block is Chart => CHARTS.has(block.kind));
  const groups = new Map<string, Chart[]>();
  for (const chart of charts) {
    // Counts and money are no table together.
    const key = JSON.stringify([chart.kind === 'clusters', categoriesOf(chart)]);
    if (categoriesOf(chart).length > 0) groups.set(key, [...(groups.get(key) ?? []), chart]);
  }
  return Array.from(groups.values(), (group) => gridOf(section, group));
}

const LONGEST_NAME = 40;
const CHARTS: ReadonlySet<string> = new Set(['lines', 'columns', 'bars', 'clusters'] satisfies Chart['kind'][]);

function gridOf(section: Section, charts: readonly Chart[]): ChartGrid {
  const [first] = charts;
  const months = charts.map(monthsOf).find((list) => list !== undefined);
  const statuses = charts.map(statusesOf).find((list) => list !== undefined);
  return {
    section,
    charts,
    categories: categoriesOf(first!),
    ...(months && { months }),
    ...(statuses && { statuses }),
    // What happened in each month first, then what it adds up to.
    columns: [...charts]
      .sort((a, b) => Number(a.kind === 'lines') - Number(b.kind === 'lines'))
      .flatMap((chart) => seriesOf(chart, charts.length > 1)),
  };
}

function seriesOf(chart: Chart, hasOthers: boolean): SeriesColumn[] {
  const column = (series: Omit<SeriesColumn, 'chart' | 'label'>): SeriesColumn => {
    const name = capital(series.series);
    return { ...series, chart, label: chart.kind === 'lines' && hasOthers ? `${name}, cumulative` : name };
  };
  switch (chart.kind) {
    case 'lines':
      return chart.lines.map(({ label, role, values, totalOf }) =>
        column({ series: label, role, values, ...(totalOf && { totalOf }) }),
      );
    case 'columns':
      return [
        column({ series: chart.bars.label, role: 'bars', values: chart.bars.values }),
        ...chart.marks.map(({ label, role, values }) => column({ series: label, role, values })),
      ];
    case 'clusters':
      return chart.series.map(({ label, role, values }) => column({ series: label, role, values }));
    case 'bars':
      return [column({ series: 'amount', role: 'bars', values: chart.bars.map(({ value }) => value) })];
  }
}

function categoriesOf(chart: Chart): readonly string[] {
  switch (chart.kind) {
    case 'lines':
    case 'clusters':
      return chart.categories;
    case 'columns':
      return chart.categories.map(({ label }) => label);
    case 'bars':
      return chart.bars.map(({ label }: BarChart['bars'][number]) => label);
  }
}

function monthsOf(chart: Chart): readonly YearMonth[] | undefined {
  return 'months' in chart ? chart.months : undefined;
}

function statusesOf(chart: Chart): readonly (Status | undefined)[] | undefined {
  if (chart.kind !== 'columns' || chart.categories.every(({ status }) => status === undefined)) return undefined;
  return chart.categories.map(({ status }) => status);
}

/** The name of a series begins with a capital, and leaves room for its chart. */
function capital(label: string): string {
  return cutText(label.charAt(0).toUpperCase() + label.slice(1), LONGEST_NAME);
}
