import { type AxisRange, axisRange } from './axis-range.ts';

type Values = readonly (number | null)[];

/** Where the values of vertical bars are printed, and the axis that leaves room for them. */
export interface BarLabelPlace {
  readonly position: 'inBase' | 'inEnd' | 'outEnd';
  /** A zero under a mark cannot be read: then it is told by the missing bar alone. */
  readonly hidesZero: boolean;
  readonly range: AxisRange;
}

/** Half the height of a dash or a circle, in inches. */
const HALF_MARK = 0.06;
const AIR = 0.08;
/** The end of its own low bar behind a label is less in the way than a mark. */
const STRUCK_BY_OWN_BAR = 0.5;

const CHOICES = [
  { position: 'inBase', hidesZero: false },
  { position: 'inEnd', hidesZero: false },
  { position: 'outEnd', hidesZero: false },
  { position: 'inBase', hidesZero: true },
  { position: 'outEnd', hidesZero: true },
] as const;

/** The first place in which no mark runs through a label, or the one in which the fewest do. Heights are in inches. */
export function placeBarLabels(
  bars: Values,
  marks: readonly Values[],
  { plotHeight, labelHeight }: { readonly plotHeight: number; readonly labelHeight: number },
): BarLabelPlace {
  const places = CHOICES.map(({ position, hidesZero }): BarLabelPlace & { readonly touched: number } => {
    const air = position === 'outEnd' ? Math.max(AIR, labelHeight / plotHeight) : AIR;
    const range = axisRange([...bars, ...marks.flat()], air);
    const inches = (value: number) => (value / (range.max - range.min)) * plotHeight;
    const touched = bars.reduce<number>((sum, bar, i) => {
      if (bar === null || bar < 0 || (hidesZero && bar === 0)) return sum;
      const foot = { inBase: 0, inEnd: inches(bar) - labelHeight, outEnd: inches(bar) }[position];
      // A label that is higher than its bar would hang out of its foot.
      if (foot < 0) return sum + 1;
      const struck = position === 'inBase' && bar > 0 && inches(bar) < labelHeight ? STRUCK_BY_OWN_BAR : 0;
      return sum + struck + marks.filter((values) => touches(values[i], foot, inches, labelHeight)).length;
    }, 0);
    return { position, hidesZero, range, touched };
  });
  const { touched: _, ...best } = places.reduce((least, place) => (place.touched < least.touched ? place : least));
  return best;
}

function touches(
  mark: number | null | undefined,
  foot: number,
  inches: (value: number) => number,
  labelHeight: number,
): boolean {
  if (mark === null || mark === undefined) return false;
  return inches(mark) + HALF_MARK > foot && inches(mark) - HALF_MARK < foot + labelHeight;
}
