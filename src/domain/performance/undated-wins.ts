import { missing, whenKnown, type Known } from '../../units/missing.ts';
import { amount, count } from '../../units/value.ts';
import { selectDeals, type Selection } from '../deals-at.ts';
import type { Figure } from '../figure.ts';
import type { PerformanceBasis } from './basis.ts';
import { dealSources } from './sources.ts';

/** Won deals of which nobody says when: they are in no period, so no bookings count them. Amounts in the partner's currency. */
export function undatedWins(basis: PerformanceBasis) {
  const undated = wonWithoutDate(basis);
  const evidence = {
    formula: 'won deals without a close date; the bookings of no period count them',
    ...('counted' in undated && { selection: undated }),
    sources: dealSources(basis),
  };
  const [deals, worth] = [
    whenKnown([undated], ({ counted }) => counted.length),
    whenKnown([undated], (found) => found.amount),
  ];
  return {
    won_undated_deals: { label: 'Won without a close date', value: count(deals), evidence },
    won_undated_amount: { label: 'Won without a close date, value', value: amount(worth, basis.currency), evidence },
  } satisfies Record<string, Figure>;
}

function wonWithoutDate({ dealsAtResults }: PerformanceBasis): Known<Selection> {
  if (!dealsAtResults) return missing('no deals imported');
  return selectDeals(dealsAtResults, ({ deal, state, counts }) => {
    if (state !== 'won') return state;
    if (!counts) return 'not a kind of booking';
    return deal.close_date === undefined ? true : 'won on a known day';
  });
}
