import type { Deal } from '../../schema/deal.ts';
import type { PartnerLifeStages } from '../../schema/partner-life-stages.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { dealsAt, type DealAt } from '../deals-at.ts';
import { basisOf, type PerformanceInput } from '../performance/basis.ts';
import type { Bookings } from '../performance/bookings.ts';
import type { Review } from '../review.ts';

/** Input of the life-stage: a partner's page input and the stages of the program. */
export interface StageInput extends PerformanceInput {
  readonly lifeStages: PartnerLifeStages;
}

/** A partner as its stage is read from it: people and tasks on the as-of day, deals on the day of the data. */
export interface StageBasis {
  readonly files: PartnerFiles;
  readonly review: Review;
  readonly lifeStages: PartnerLifeStages;
  /** Deals and bookings are known up to this day. */
  readonly known: PlainDate;
  /** As they stood on `known`; undefined when none were loaded. */
  readonly deals?: readonly DealAt[];
  readonly bookings: Bookings;
  /** Deals that a registration names, by the id of the deal; undefined when registrations were not loaded. */
  readonly registered?: ReadonlySet<string>;
}

/** Reads a partner's files for its stage. */
export function stageBasisOf(input: StageInput): StageBasis {
  const { files, deals, config, review, lifeStages } = input;
  const { coverage, currency } = basisOf(input);
  const registered = registeredDeals(files, review.asOf);
  return {
    files,
    review,
    lifeStages,
    known: review.pipeline,
    bookings: coverage.bookings,
    ...(deals && { deals: dealsAt(deals, { on: review.pipeline, currency, config }) }),
    ...(registered && { registered }),
  };
}

/** Whether a deal is registered: by its own id of a registration, or because a registration names it. */
export function isRegistered({ registration_id, id }: Deal, { registered }: Pick<StageBasis, 'registered'>): boolean {
  return registration_id !== undefined || (registered?.has(id) ?? false);
}

/** Undefined when neither the deals nor a list of registrations could say so. */
function registeredDeals({ deals, registrations }: PartnerFiles, on: PlainDate): ReadonlySet<string> | undefined {
  if (!registrations) return deals?.columns.has('registration_id') ? new Set() : undefined;
  const standing = registrations.rows.filter(
    ({ status, submitted }) =>
      status !== 'rejected' && status !== 'expired' && (submitted === undefined || submitted <= on),
  );
  return new Set(standing.flatMap(({ deal_id }) => (deal_id === undefined ? [] : [deal_id])));
}
