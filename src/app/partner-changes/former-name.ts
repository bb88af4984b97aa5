import type { Partner } from '../../schema/partner.ts';
import type { PlainDate } from '../../units/plain-date.ts';

/** What keeps a name that a partner had: imports go on finding the partner under it. `until` is its last day. */
export function formerName({ name }: Pick<Partner, 'name'>, until: PlainDate): Partner['former_names'][number] {
  return { name, until };
}
