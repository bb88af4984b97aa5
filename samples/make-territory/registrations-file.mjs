import { addDays } from './calendar.mjs';
import { csv } from './deals-file.mjs';

const COLUMNS = [
  'source',
  'id',
  'account',
  'name',
  'product',
  'amount',
  'currency',
  'status',
  'submitted',
  'decided',
  'expires',
  'deal_id',
  'registered_by',
  'led_by',
];
/** Days of protection from the day a registration was handed in, and how long it was extended for a deal that is still open. */
const PROTECTED = 180;
const EXTENDED = [35, 150];

/** `registrations.csv`: the deals the partner told of early, with those who found them. Undefined where none was ever registered. */
export function registrationsFile(deals, { figures, asOf, lastRegistration, newestAt, random }) {
  const registered = deals.filter((deal) => deal.registration_id);
  if (registered.length === 0) return undefined;
  const rows = registered
    .sort((a, b) => (a.registration_id < b.registration_id ? -1 : 1))
    .map((deal) => {
      const isNewest = deal === deals[newestAt];
      const latest = earliest(lastRegistration, deal.status === 'open' ? asOf : deal.close);
      const submitted = isNewest ? lastRegistration : earliest(addDays(deal.created, random.integer(0, 9)), latest);
      const decided = addDays(submitted, random.integer(1, 4));
      const isDecided = decided <= asOf;
      const ends = addDays(submitted, PROTECTED);
      const isLate = deal.status === 'open' && ends <= asOf;
      return {
        source: 'portal',
        id: deal.registration_id,
        ...{ account: deal.account, name: deal.name, product: deal.product, amount: deal.amount },
        currency: figures.currency,
        status: deal.status === 'open' ? (isDecided ? 'approved' : 'submitted') : deal.status,
        submitted,
        decided: isDecided ? decided : '',
        expires: isLate ? addDays(asOf, random.integer(...EXTENDED)) : ends,
        deal_id: deal.id,
        registered_by: random.pick(figures.contacts)[0],
        led_by: deal.partner_role === 'sourced' ? 'partner' : 'vendor',
      };
    });
  return csv(COLUMNS, rows);
}

function earliest(a, b) {
  return a < b ? a : b;
}
