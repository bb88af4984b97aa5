import type { CamConfig } from '../../../schema/cam-config.ts';
import type { Deal } from '../../../schema/deal.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import type { VanishedDeal } from '../import-report.ts';

export interface VanishedRequest {
  /** The files of an import: the systems their deals come from, the ids they speak of and the day they are of. */
  readonly files: readonly {
    readonly sources: readonly string[];
    readonly ids: ReadonlySet<string>;
    readonly date: PlainDate;
  }[];
  /** Deals as they stood before the import. */
  readonly before: readonly { readonly deal: Deal; readonly partnerId: string }[];
  /** Partner that all rows belong to. */
  readonly partner: string | undefined;
  readonly config: CamConfig;
}

/**
 * Deals of a source that its newest files no longer have. Files with less than half of the known ones are a part, and say nothing.
 */
export function vanishedDeals({ files, before, partner, config }: VanishedRequest): VanishedDeal[] {
  const sources = [...new Set(files.flatMap((file) => file.sources))];
  return sources.flatMap((source) => {
    const its = files.filter((file) => file.sources.includes(source));
    const newest = its
      .map(({ date }) => date)
      .sort()
      .at(-1);
    const present = its.filter(({ date }) => date === newest);
    const known = before.filter(
      ({ deal, partnerId }) => deal.source === source && (partner === undefined || partnerId === partner),
    );
    const gone = known.filter(({ deal }) => !present.some(({ ids }) => ids.has(deal.id)));
    return gone.length * 2 <= known.length ? gone.map((one) => vanished(one, config)) : [];
  });
}

function vanished(
  { deal, partnerId }: VanishedRequest['before'][number],
  { currency: territoryCurrency }: CamConfig,
): VanishedDeal {
  const { source, id, status, amount = null, currency = territoryCurrency } = deal;
  return { key: `${source}:${id}`, partner: partnerId, status, amount, currency };
}
