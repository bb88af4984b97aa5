/**
 * A native chart in neutral words: what it shows and how it looks, not where it stands. Series of all kinds share one pair of axes, which
 * is all that Office draws reliably. Colours are slots of the theme (`accent1`, `tx2`) or six hex digits; sizes are points.
 */
export interface Chart {
  /** Names below the bars, or numbers such as Excel's days with the format they are shown in. */
  readonly categories: readonly string[] | NumberedCategories;
  /** From back to front among those of a kind; areas stand behind bars, and bars behind lines. */
  readonly series: readonly Series[];
  /** How the bars stand, where there are any. */
  readonly bars?: BarLayout;
  readonly categoryAxis: CategoryAxis;
  readonly valueAxis: ValueAxis;
  /** Shares of the frame that the plot itself takes, from its upper left corner; the program decides when left out. */
  readonly plot?: PlotArea;
  readonly title?: { readonly text: string; readonly look: TextLook };
  readonly legend?: { readonly position: 'top' | 'bottom' | 'right'; readonly look: TextLook };
  /** A language tag such as `en-GB`. */
  readonly language: string;
}

export interface NumberedCategories {
  readonly numbers: readonly number[];
  readonly format: string;
}

/** One series, as many values as there are categories; what is no finite number is a gap. */
export type Series = BarSeries | LineSeries | AreaSeries;

interface SeriesData {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

export interface BarSeries extends SeriesData {
  readonly kind: 'bars';
  readonly colour: string;
  readonly labels?: DataLabels<'inBase' | 'inEnd' | 'outEnd' | 'ctr'>;
}

/** A line, a line with marks on its points, or marks alone when there is no stroke. Lines are straight. */
export interface LineSeries extends SeriesData {
  readonly kind: 'line';
  readonly stroke?: Stroke;
  readonly marker?: Marker;
  readonly labels?: DataLabels<'t' | 'b' | 'l' | 'r' | 'ctr'>;
}

export interface AreaSeries extends SeriesData {
  readonly kind: 'area';
  readonly colour: string;
}

/** Values printed on their points, in a number format such as `#,##0,`. */
export interface DataLabels<Position> {
  readonly position: Position;
  readonly format: string;
  /** Points that are printed in another format than the rest. */
  readonly points?: readonly { readonly index: number; readonly format: string }[];
  readonly look: TextLook;
}

export interface Marker {
  readonly symbol: 'dash' | 'circle' | 'diamond' | 'square';
  /** 2 to 72. */
  readonly size: number;
  readonly colour: string;
  readonly outline?: Stroke;
}

export interface Stroke {
  readonly colour: string;
  readonly points: number;
  readonly dash?: 'solid' | 'sysDash';
}

export interface TextLook {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour: string;
}

export interface BarLayout {
  /** Upright columns, or bars that run to the right. */
  readonly direction: 'col' | 'bar';
  /** Space between the bars of two categories, in percent of a bar. */
  readonly gap: number;
  /** `over` draws the series of a category in one place, one before the other: the two sides of a tornado. */
  readonly grouping?: 'beside' | 'stacked' | 'over';
}

export interface CategoryAxis {
  /** Names at the low end of the values, whatever their sign, at the axis itself, or none. */
  readonly names: 'low' | 'nextTo' | 'none';
  readonly look: TextLook;
  readonly line?: Stroke;
  /** Names break into lines where they are long, and are never turned. */
  readonly isLevel?: boolean;
  /** A name for every how many categories. */
  readonly everyNth?: number;
  /** The first category on top of bars that run to the right. */
  readonly isReversed?: boolean;
}

/** An axis without labels is hidden; its gridlines, if any, stay. */
export interface ValueAxis {
  readonly min?: number;
  readonly max?: number;
  readonly majorUnit?: number;
  readonly labels?: { readonly look: TextLook; readonly format: string };
  readonly gridlines?: Stroke;
}

export interface PlotArea {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** How many categories a chart has. */
export function categoryCount({ categories }: Chart): number {
  return 'numbers' in categories ? categories.numbers.length : categories.length;
}
