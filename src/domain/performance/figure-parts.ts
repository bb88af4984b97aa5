import { isKnown, missing, whenKnown, type Known } from '../../units/missing.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { amount, count, date, text } from '../../units/value.ts';
import type { DateRange } from '../fiscal-calendar.ts';
import type { Evidence, Figure } from '../figure.ts';
import { quotient } from '../quotient.ts';
import type { PerformanceBasis } from './basis.ts';
import type { BookingsSpan } from './bookings.ts';
import { dealSources } from './sources.ts';

/** Bookings of a span of days, with the rows behind them. */
export function spanFigure(
  basis: PerformanceBasis,
  label: string,
  range: DateRange,
): Figure & { readonly span: BookingsSpan } {
  const span = basis.bookings.between(range);
  return {
    label,
    value: amount(span.amount, basis.currency),
    evidence: {
      formula: 'sum of won deals by close date',
      ...spanWorkings(span, basis.currency),
      rows: rangeSentence(range),
      selection: span.selection,
      sources: dealSources(basis),
    },
    span,
  };
}

/** "$50,000 in deals + $12,000 in the facts of 2 months − $3,000 corrected": the rows of deals alone do not make the sum. */
function spanWorkings(
  { booked, corrections, selection, factMonths }: BookingsSpan,
  currency: string,
): Pick<Evidence, 'workings'> {
  if (!isKnown(booked) || (corrections.length === 0 && factMonths.length === 0)) return {};
  const inDeals = isKnown(selection.amount) ? selection.amount : 0;
  const corrected = corrections.reduce((total, { amount }) => total + amount, 0);
  const parts = [
    factMonths.length === 0 ? '{booked} booked' : '{deals} in deals + {facts} in the facts of {months|month|months}',
    ...(corrections.length === 0 ? [] : [`${corrected < 0 ? '−' : '+'} {corrected} corrected`]),
  ];
  return {
    workings: sentence(parts.join(' '), {
      booked: amount(booked, currency),
      deals: amount(inDeals, currency),
      facts: amount(booked - inDeals, currency),
      months: count(factMonths.length),
      corrected: amount(Math.abs(corrected), currency),
    }),
  };
}

/** above ÷ below; unknown with the reason `whenZero` where nothing stands below. */
export function ratio(above: Known<number>, below: Known<number>, whenZero: string): Known<number> {
  return whenKnown([above, below], (a, b) => (b > 0 ? quotient(a, b) : missing(whenZero)));
}

/** The division with its full numbers; nothing where it cannot be made. */
export function workings(above: Known<number>, below: Known<number>, currency: string): Pick<Evidence, 'workings'> {
  if (!isKnown(above) || !isKnown(below) || below === 0) return {};
  const values = { a: amount(above, currency), b: amount(below, currency), result: text((above / below).toFixed(4)) };
  return { workings: sentence('{a} ÷ {b} = {result}', values) };
}

/** "won deals closed 1 Jul 2025 to 28 Feb 2026". */
export function rangeSentence({ from, to }: DateRange): Sentence {
  return sentence('won deals closed {from} to {to}', { from: date(from), to: date(to) });
}
