/** A number to so many significant figures: 21,818 to three is 21,800. */
export function significant(value: number, figures: number): number {
  return Number(value.toPrecision(figures));
}
