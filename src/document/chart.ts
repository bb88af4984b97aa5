import type { Sentence } from '../units/sentence.ts';
import type { Status } from '../units/value.ts';
import type { YearMonth } from '../units/year-month.ts';

/** A chart of money over months, periods or stages, or of counts. `description` is its text twin for those who cannot see it. */
export type Chart = LineChart | ColumnChart | BarChart | ClusterChart;

interface ChartCore {
  /** Stable name within the section. */
  readonly id: string;
  readonly heading: Sentence;
  readonly description: Sentence;
}

interface MoneyChart extends ChartCore {
  readonly currency: string;
}

/** Running totals: what was planned, what came, where it leads. `null` is a gap. */
export interface LineChart extends MoneyChart {
  readonly kind: 'lines';
  /** Money that is first put in and then comes back: formats that can tint what lies below and above zero, and ring where it is back. */
  readonly balance?: {
    readonly aside?: Sentence;
    /** On the reference line. */
    readonly ring?: { readonly category: number; readonly label: Sentence };
  };
  readonly categories: readonly string[];
  /** The months that the categories are, where they are months. */
  readonly months?: readonly YearMonth[];
  readonly lines: readonly {
    readonly role: 'actual' | 'forecast' | 'reference';
    readonly label: string;
    readonly values: readonly (number | null)[];
    /** Of which series of another chart of the section, over the same categories, this is the running total. */
    readonly totalOf?: { readonly chart: string; readonly series: string };
  }[];
}

/** Vertical bars with marks: per month, or per period with a status under each. */
export interface ColumnChart extends MoneyChart {
  readonly kind: 'columns';
  readonly categories: readonly { readonly label: string; readonly status?: Status }[];
  readonly months?: readonly YearMonth[];
  readonly bars: { readonly label: string; readonly values: readonly (number | null)[] };
  readonly marks: readonly {
    /** `target`: a dash across the bar; `previous`: a small circle. */
    readonly role: 'target' | 'previous';
    readonly label: string;
    readonly values: readonly (number | null)[];
  }[];
  /** `many` narrow bars share an axis with the chart above; `few` wide ones stand alone. */
  readonly density: 'many' | 'few';
}

/** Horizontal bars, first on top. */
export interface BarChart extends MoneyChart {
  readonly kind: 'bars';
  readonly bars: readonly { readonly label: string; readonly value: number }[];
}

/** Counts side by side in each category: how many were planned, how many came. `null` is unknown: no bar, never zero. */
export interface ClusterChart extends ChartCore {
  readonly kind: 'clusters';
  /** What is counted: "leads". */
  readonly unit: string;
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly role: 'reference' | 'actual';
    readonly label: string;
    /** Forecasts have fractions; a count is rounded only where it is printed. */
    readonly values: readonly (number | null)[];
  }[];
}
