import type { CamConfig } from '../../../schema/cam-config.ts';
import type { DealBook } from '../deal-book.ts';
import type { VanishedDeal } from '../import-report.ts';

export interface VanishedRequest {
  readonly sources: readonly string[];
  readonly inFile: ReadonlySet<string>;
  readonly partner: string | undefined;
  readonly book: DealBook;
  readonly config: CamConfig;
}

/** Deals of the sources that the file no longer has. A file with less than half of the known ones is a part, and says nothing. */
export function vanishedDeals({ sources, inFile, partner, book, config }: VanishedRequest): VanishedDeal[] {
  let known = 0;
  const gone: VanishedDeal[] = [];
  for (const { deal, partnerId } of book.deals()) {
    if (!sources.includes(deal.source) || (partner !== undefined && partnerId !== partner)) continue;
    known += 1;
    if (inFile.has(deal.id)) continue;
    const { source, id, status, amount = null, currency = config.currency } = deal;
    gone.push({ key: `${source}:${id}`, partner: partnerId, status, amount, currency });
  }
  return gone.length * 2 <= known ? gone : [];
}
