import type { Column } from '../document/block.ts';

/** A column of figures: on the right, never cut. */
export function rightColumn(key: string, label: string, weight: number): Column {
  return { key, label, align: 'right', weight, cut: 'fixed' };
}
