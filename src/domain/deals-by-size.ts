import { isKnown } from '../units/missing.ts';
import type { DealAt } from './deals-at.ts';

/** Deals, largest first; those without an amount come last, deals of one size in the order of their ids. */
export function dealsBySize(deals: readonly DealAt[]): DealAt[] {
  return deals.toSorted(
    (a, b) =>
      Number(isKnown(b.amount)) - Number(isKnown(a.amount)) ||
      sizeOf(b) - sizeOf(a) ||
      compareText(a.deal.id, b.deal.id),
  );
}

function sizeOf({ amount }: DealAt): number {
  return isKnown(amount) ? amount : 0;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
