import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { isKnown, missing, whenKnown, type Known } from '../../units/missing.ts';
import { roundHalfUp } from '../../units/format.ts';
import { daysBetween } from '../../units/plain-date.ts';
import { sentence } from '../../units/sentence.ts';
import { amount, count, date, flag, share } from '../../units/value.ts';
import { selectDeals, sum, type DealAt, type Selection } from '../deals-at.ts';
import { twelveMonthsTo, type DateRange } from '../fiscal-calendar.ts';
import type { Figure } from '../figure.ts';
import type { PerformanceBasis } from './basis.ts';
import { dealSources } from './sources.ts';
import { undatedWins } from './undated-wins.ts';

/** How deals are made: size, win rate, speed, registration. */
export function dealFigures(basis: PerformanceBasis) {
  const { winRate, currency } = basis;
  const quarter = qualityFigures(basis, 'quarter');
  const unregistered = wonUnregistered(basis);
  const sources = dealSources(basis);
  return {
    win_rate_by_value: {
      label: 'Win rate by value',
      value: share(winRate.byValue),
      evidence: {
        formula: 'won amount ÷ (won + lost amount), last four completed quarters',
        workings: sentence('{won} ÷ ({won} + {lost})', {
          won: amount(winRate.wonAmount, currency),
          lost: amount(winRate.lostAmount, currency),
        }),
        rows: sentence('deals closed {from} to {to}', { from: date(winRate.range.from), to: date(winRate.range.to) }),
        ...(winRate.lossesWithoutAmounts && {
          beside: [sentence('the losses carry no amounts, so by value they tell nothing')],
        }),
        selection: winRate.closed,
        sources,
      },
    },
    closed_deals: {
      label: 'Closed deals, last four quarters',
      value: count(basis.dealsAtResults ? winRate.closed.counted.length : missing('no deals imported')),
      evidence: {
        formula: 'won and lost deals of the last four completed quarters',
        selection: winRate.closed,
        sources,
      },
    },
    few_losses_logged: {
      label: 'Few losses logged',
      value: flag(winRate.fewLossesLogged),
      evidence: {
        formula: 'enough closed deals, but a win rate or a number of losses that cannot be believed',
        selection: winRate.closed,
        sources,
      },
    },
    losses_without_amounts: {
      label: 'Losses carry no amounts',
      value: flag(winRate.lossesWithoutAmounts),
      evidence: {
        formula: 'enough closed deals and losses, but no loss with an amount: by value they tell nothing',
        selection: winRate.closed,
        sources,
      },
    },
    ...qualityFigures(basis, 'year'),
    average_deal_quarter: quarter.average_deal,
    win_rate_quarter: quarter.win_rate,
    days_to_close_quarter: quarter.days_to_close,
    registered_share_quarter: quarter.registered_share,
    won_unregistered: {
      label: 'Won but never registered',
      value: count(isKnown(unregistered) ? unregistered.counted.length : unregistered),
      evidence: {
        formula: 'won deals of the last twelve months without a registration',
        ...(isKnown(unregistered) && { selection: unregistered }),
        sources,
      },
    },
    ...undatedWins(basis),
  } satisfies Record<string, Figure>;
}

type Quality = 'average_deal' | 'win_rate' | 'days_to_close' | 'registered_share';

/** How the deals of the year or of the quarter to date were made. */
function qualityFigures(basis: PerformanceBasis, span: 'year' | 'quarter'): Record<Quality, Figure> {
  const { review, currency } = basis;
  const isYear = span === 'year';
  const from = isYear ? review.yearRange.from : review.quarterRange.from;
  const quality = dealQuality(basis, { from, to: review.results });
  const quarter = formatFiscalQuarter(review.quarter);
  const words = isYear ? 'year to date' : `${quarter} to date`;
  const label = (name: string) => (isYear ? name : `${name}, ${quarter}`);
  const evidence = (formula: string, selection: Selection) => ({
    formula: `${formula}, ${words}`,
    selection,
    sources: dealSources(basis),
  });
  return {
    average_deal: {
      label: label('Average deal won'),
      value: amount(quality.average, currency),
      evidence: evidence('won ÷ number of won deals', quality.won),
    },
    win_rate: {
      label: label(isYear ? 'Win rate by value, year to date' : 'Win rate by value'),
      value: share(quality.winRate),
      evidence: evidence('won amount ÷ (won + lost amount)', quality.closed),
    },
    days_to_close: {
      label: label('Days to close'),
      value: count(whenKnown([quality.days], (days) => roundHalfUp(days))),
      evidence: evidence('mean days from created to won, in whole days', quality.won),
    },
    registered_share: {
      label: label('Registered share'),
      value: share(quality.registered),
      evidence: evidence('won amount with a registration ÷ won amount', quality.won),
    },
  };
}

/** How the deals of a span were made; amounts in the partner's currency, days as a mean. */
interface DealQuality {
  readonly won: Selection;
  /** Won and lost. */
  readonly closed: Selection;
  readonly average: Known<number>;
  readonly winRate: Known<number>;
  readonly days: Known<number>;
  readonly registered: Known<number>;
}

function dealQuality({ dealsAtResults, files }: PerformanceBasis, range: DateRange): DealQuality {
  const closedIn = (states: readonly DealAt['state'][]) =>
    selectDeals(dealsAtResults ?? [], ({ deal, state, counts }) => {
      if (!states.includes(state)) return state;
      if (!counts) return 'not a kind of booking';
      if (deal.close_date === undefined) return 'without a close date';
      return deal.close_date >= range.from && deal.close_date <= range.to ? true : 'closed in another period';
    });
  const won = closedIn(['won']);
  const lost = closedIn(['lost']);
  const sized = won.counted.filter(({ amount }) => isKnown(amount));
  const unsized = won.counted.length > 0 ? 'no won deal has an amount' : 'no deal won in the period';
  // A deal that was entered after it was won says nothing about how long it took.
  const timed = won.counted.filter(
    ({ deal }) => deal.created_date !== undefined && deal.created_date <= deal.close_date!,
  );
  const registered = sized.filter(({ deal }) => deal.registration_id !== undefined);
  const worth = (deals: readonly DealAt[]) => sum(deals.map(({ amount }) => amount).filter(isKnown));
  const closedWorth = worth(won.counted) + worth(lost.counted);
  return {
    won,
    closed: closedIn(['won', 'lost']),
    average: sized.length > 0 ? worth(sized) / sized.length : missing(unsized),
    winRate: closedWorth > 0 ? worth(won.counted) / closedWorth : missing('no deal closed in the period'),
    days:
      timed.length > 0
        ? sum(timed.map(({ deal }) => daysBetween(deal.created_date!, deal.close_date!))) / timed.length
        : missing('no won deal with a created date'),
    registered: !files.deals?.columns.has('registration_id')
      ? missing('registrations of deals not loaded')
      : worth(sized) > 0
        ? worth(registered) / worth(sized)
        : missing(unsized),
  };
}

function wonUnregistered({ dealsAtResults, files, review }: PerformanceBasis): Known<Selection> {
  if (!dealsAtResults) return missing('no deals imported');
  if (!files.deals?.columns.has('registration_id')) return missing('registrations of deals not loaded');
  const { from } = twelveMonthsTo(review.results);
  return selectDeals(dealsAtResults, ({ deal, state }) => {
    if (state !== 'won') return state;
    if (deal.close_date === undefined || deal.close_date < from) return 'won before';
    return deal.registration_id === undefined ? true : 'registered';
  });
}
