/** Where values and categories lie in a drawing, in its pixels. */
export interface Plane {
  x(index: number): number;
  y(value: number): number;
  /** Width of one category. */
  readonly band: number;
  /** Height of zero. */
  readonly zero: number;
}

/** A plane for values that always shows zero; all-zero or unknown values lie on its line. */
export function plane(
  values: readonly (number | null)[],
  box: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
    readonly count: number;
  },
): Plane {
  const known = values.filter((value) => value !== null);
  const least = Math.min(0, ...known);
  const span = Math.max(0, ...known) - least || 1;
  const band = (box.right - box.left) / Math.max(1, box.count);
  const y = (value: number) => box.bottom - ((value - least) / span) * (box.bottom - box.top);
  return { x: (index) => box.left + band * (index + 0.5), y, band, zero: y(0) };
}

/** A coordinate as short as a drawing needs it. */
export function at(coordinate: number): string {
  return String(Math.round(coordinate * 10) / 10 + 0);
}
