import type { Territory } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';

/** The as-of day, or the newest day on which a request was handed in, if that is later. */
export function newestRequestDay({ partners }: Pick<Territory, 'partners'>, asOf: PlainDate): PlainDate {
  return partners
    .flatMap(({ marketingPlans = [] }) => marketingPlans)
    .flatMap(({ campaigns }) => campaigns.flatMap(({ request }) => request?.submitted ?? []))
    .reduce((newest, day) => (day > newest ? day : newest), asOf);
}
