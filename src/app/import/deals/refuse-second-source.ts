import { Failure } from '../../../units/failure.ts';
import type { DealBook } from '../deal-book.ts';
import type { KeyedDeal } from './deal-keys.ts';

interface SecondSource {
  readonly file: string;
  readonly source: string;
  readonly deals: readonly KeyedDeal[];
  readonly book: DealBook;
}

/**
 * A second name for a source whose deals are already here would double every figure.
 * @throws Failure when half of the ids or more are those of deals from another source
 */
export function refuseSecondSource({ file, source, deals, book }: SecondSource): void {
  const sourcesById = new Map<string, string>();
  for (const { deal } of book.deals()) {
    if (deal.source === source) return;
    sourcesById.set(deal.id, deal.source);
  }
  const shared = new Map<string, number>();
  for (const { deal } of deals) {
    const other = sourcesById.get(deal.id);
    if (other !== undefined) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  const [other, count] = [...shared].sort(([, a], [, b]) => b - a)[0] ?? [];
  if (other === undefined || count === undefined || count * 2 < deals.length) return;
  throw new Failure(
    'data',
    `${file}: ${count} of ${deals.length} ids are those of deals from "${other}" in this territory; as deals from "${source}" they would be counted twice.`,
    `Nothing was imported. Put "source: ${other}" into a mapping (--map FILE) if they are the same deals, "source: ${source}" if not.`,
  );
}
