import type { Value } from '../units/value.ts';
import type { Row } from './block.ts';

/** Why values are printed as "n/a", in one line, each reason once; undefined when all are known. */
export function unknownReasons(values: readonly Value[]): string | undefined {
  const reasons = new Set(values.flatMap((value) => (value.kind === 'missing' ? [value.reason] : [])));
  return reasons.size === 0 ? undefined : `n/a: ${[...reasons].join('; ')}`;
}

/** The values of all cells of some rows. */
export function valuesOf(rows: readonly Row[]): Value[] {
  return rows.flatMap(({ cells }) => Object.values(cells).map(({ value }) => value));
}
