import { addQuarters, formatFiscalQuarter, formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { isKnown, missing, whenKnown, type Known } from '../../units/missing.ts';
import { addDays, daysBetween, earlier, oneYearEarlier } from '../../units/plain-date.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { amount, change, count, date, share, text, type Value } from '../../units/value.ts';
import { monthOf } from '../../units/year-month.ts';
import { selectDeals, type Selection } from '../deals-at.ts';
import { completedQuarters, monthsOfYear, rangeOfQuarter, type DateRange } from '../fiscal-calendar.ts';
import type { Evidence, Figure } from '../figure.ts';
import { NO_PLAN, paceThresholds, statusOfPace } from '../status.ts';
import type { BookingsSpan } from './bookings.ts';
import type { PerformanceBasis } from './performance.ts';
import { dealSources, planSources, planWords } from './sources.ts';

/** Backward-looking figures: bookings against the plan to date, last quarter and last year. Amounts in the partner's currency. */
export function resultFigures(basis: PerformanceBasis) {
  const { review, bookings, plan } = basis;
  const { calendar, results } = review;
  const fiscalYear = formatFiscalYear(review.quarter.year);
  const toDate = { from: review.yearRange.from, to: results };
  const quarterToDate = { from: review.quarterRange.from, to: results };
  const spans = {
    year: bookings.between(toDate),
    quarter: bookings.between(quarterToDate),
    yearBefore: bookings.between(lastYear(toDate)),
    quarterYearBefore: bookings.between(lastYear(quarterToDate)),
    quarterBefore: bookings.between(sameDaysOfLastQuarter(basis)),
    twelveMonths: bookings.between({ from: addDays(oneYearEarlier(results), 1), to: results }),
    fourQuarters: bookings.between(lastFourQuarters(basis)),
  };
  const noTarget = missing(`no target for ${fiscalYear}`);
  const planToDate: Known<number> = plan ? plan.between(toDate) : noTarget;
  const planQuarter: Known<number> = plan ? plan.between(quarterToDate) : noTarget;
  const target: Known<number> = plan ? plan.total : noTarget;
  const won = spans.year.amount;
  const span = (label: string, range: DateRange, { amount: value, selection }: BookingsSpan): Figure => ({
    label,
    value: amount(value, basis.currency),
    evidence: {
      formula: 'sum of won deals by close date',
      rows: rangeSentence(range),
      selection,
      sources: dealSources(basis),
    },
  });
  const planned = (label: string, value: Known<number>): Figure => ({
    label,
    value: amount(value, basis.currency),
    evidence: {
      formula:
        plan?.basis === 'days'
          ? "year's target × elapsed days ÷ days of the year"
          : 'monthly plan up to the day, the running month by days',
      plan: planWords(plan),
      sources: planSources(basis, review.quarter.year),
    },
  });
  const paced = (label: string, part: BookingsSpan, planPart: Known<number>, range: DateRange) =>
    paceFigure(basis, { label, part, planPart, range });
  const days = daysBetween(review.yearRange.from, results) + 1;
  const yearDays = daysBetween(review.yearRange.from, review.yearRange.to) + 1;
  return {
    bookings_ytd: span('Won, year to date', toDate, spans.year),
    bookings_quarter: span(`Won, ${formatFiscalQuarter(review.quarter)}`, quarterToDate, spans.quarter),
    plan_to_date: planned('Plan to date', planToDate),
    plan_quarter: planned(`Plan to date, ${formatFiscalQuarter(review.quarter)}`, planQuarter),
    target: planned(`Target ${fiscalYear}`, target),
    pace: paced('Pace', spans.year, planToDate, toDate),
    pace_quarter: paced(`Pace, ${formatFiscalQuarter(review.quarter)}`, spans.quarter, planQuarter, quarterToDate),
    attainment: ratioFigure(basis, {
      label: 'Attainment',
      formula: 'won ÷ target of the whole year',
      above: won,
      below: target,
      wrap: share,
    }),
    gap_to_plan: differenceFigure(basis, planToDate, won),
    bookings_last_quarter: span('Last quarter, to the same day', sameDaysOfLastQuarter(basis), spans.quarterBefore),
    bookings_last_year: span('Last year, to the same day', lastYear(toDate), spans.yearBefore),
    bookings_quarter_last_year: span(
      'Same quarter last year, to the same day',
      lastYear(quarterToDate),
      spans.quarterYearBefore,
    ),
    change_vs_last_year: changeFigure(basis, 'Change on last year', won, spans.yearBefore.amount),
    change_quarter_vs_last_year: changeFigure(
      basis,
      'Change on the same quarter last year',
      spans.quarter.amount,
      spans.quarterYearBefore.amount,
    ),
    change_vs_last_quarter: changeFigure(
      basis,
      'Change on last quarter',
      spans.quarter.amount,
      spans.quarterBefore.amount,
    ),
    trailing_12_months: span(
      'Trailing twelve months',
      { from: addDays(oneYearEarlier(results), 1), to: results },
      spans.twelveMonths,
    ),
    trailing_four_quarters: span('Last four quarters', lastFourQuarters(basis), spans.fourQuarters),
    run_rate: {
      label: 'Run-rate',
      value: amount(
        whenKnown([won], (known) => (known / days) * yearDays),
        basis.currency,
      ),
      evidence: {
        formula: 'won ÷ elapsed days × days of the year; knows no season',
        workings: sentence('{won} ÷ {days} × {yearDays}', {
          won: amount(won, basis.currency),
          days: count(days),
          yearDays: count(yearDays),
        }),
        sources: dealSources(basis),
      },
    },
    largest_deal_share: largestDealFigure(basis, spans.year),
    months_left: {
      label: 'Full months left',
      value: count(monthsOfYear(review.quarter.year, calendar).filter((month) => month > monthOf(results)).length),
      evidence: { formula: 'full months to the end of the fiscal year', sources: [] },
    },
  } satisfies Record<string, Figure>;
}

function paceFigure(
  basis: PerformanceBasis,
  { label, part, planPart, range }: { label: string; part: BookingsSpan; planPart: Known<number>; range: DateRange },
): Figure {
  const { config, currency, plan, review } = basis;
  const pace = ratio(part.amount, planPart, 'nothing was planned to date');
  const { red_below, green_from } = config.thresholds.pace_percent;
  return {
    label,
    value: share(pace, paceThresholds(config.thresholds)),
    status: isKnown(pace) ? statusOfPace(pace, config.thresholds) : NO_PLAN,
    evidence: {
      formula: 'won ÷ plan to date',
      ...workings(part.amount, planPart, currency),
      rule: `red below ${red_below} %, yellow from there, green from ${green_from} % (thresholds of cam.yaml)`,
      rows: rangeSentence(range),
      selection: part.selection,
      plan: planWords(plan),
      sources: [...dealSources(basis), ...planSources(basis, review.quarter.year)],
    },
  };
}

function ratioFigure(
  basis: PerformanceBasis,
  part: {
    label: string;
    formula: string;
    above: Known<number>;
    below: Known<number>;
    wrap: (value: Known<number>) => Value;
  },
): Figure {
  return {
    label: part.label,
    value: part.wrap(ratio(part.above, part.below, 'the target is zero')),
    evidence: {
      formula: part.formula,
      ...workings(part.above, part.below, basis.currency),
      plan: planWords(basis.plan),
      sources: [...dealSources(basis), ...planSources(basis, basis.review.quarter.year)],
    },
  };
}

function differenceFigure(basis: PerformanceBasis, planToDate: Known<number>, won: Known<number>): Figure {
  const { currency } = basis;
  return {
    label: 'Gap to plan',
    value: amount(
      whenKnown([planToDate, won], (plan, known) => plan - known),
      currency,
    ),
    evidence: {
      formula: 'plan to date − won',
      workings: sentence('{plan} − {won}', { plan: amount(planToDate, currency), won: amount(won, currency) }),
      plan: planWords(basis.plan),
      sources: [...dealSources(basis), ...planSources(basis, basis.review.quarter.year)],
    },
  };
}

function changeFigure(basis: PerformanceBasis, label: string, now: Known<number>, before: Known<number>): Figure {
  const difference = whenKnown([now, before], (a, b) =>
    b > 0 ? a / b - 1 : missing('nothing booked in the compared period'),
  );
  return {
    label,
    value: change(difference),
    evidence: { formula: 'now ÷ before − 1', ...workings(now, before, basis.currency), sources: dealSources(basis) },
  };
}

function largestDealFigure(basis: PerformanceBasis, { amount: won, selection }: BookingsSpan): Figure {
  const known = selection.counted
    .filter((deal) => isKnown(deal.amount))
    .sort((a, b) => Number(b.amount) - Number(a.amount));
  const largest = known[0];
  const only: Selection | undefined = largest && selectDeals(known, (deal) => (deal === largest ? true : 'smaller'));
  return {
    label: 'Largest deal',
    value: share(largest ? ratio(largest.amount, won, 'nothing is booked') : missing('no won deal this year')),
    evidence: {
      formula: 'largest won deal ÷ won, year to date',
      ...(only && {
        selection: only,
        rows: sentence('the largest of {deals|won deal|won deals}', { deals: count(known.length) }),
      }),
      sources: dealSources(basis),
    },
  };
}

function ratio(above: Known<number>, below: Known<number>, whenZero: string): Known<number> {
  return whenKnown([above, below], (a, b) => (b > 0 ? a / b : missing(whenZero)));
}

function workings(above: Known<number>, below: Known<number>, currency: string): Pick<Evidence, 'workings'> {
  if (!isKnown(above) || !isKnown(below) || below === 0) return {};
  const values = { a: amount(above, currency), b: amount(below, currency), result: text((above / below).toFixed(4)) };
  return { workings: sentence('{a} ÷ {b} = {result}', values) };
}

/** "won deals closed 1 Jul 2025 to 28 Feb 2026". */
function rangeSentence({ from, to }: DateRange): Sentence {
  return sentence('won deals closed {from} to {to}', { from: date(from), to: date(to) });
}

function lastYear({ from, to }: DateRange): DateRange {
  return { from: oneYearEarlier(from), to: sameDayLastYear(to) };
}

/** A month's last day compares with last year's last day of that month, so that 28 February meets a leap year's 29th. */
function sameDayLastYear(to: DateRange['to']): DateRange['to'] {
  const next = addDays(to, 1);
  return next.endsWith('-01') ? addDays(oneYearEarlier(next), -1) : oneYearEarlier(to);
}

/** The first days of the quarter before, as many as this one has run; all of it once this one is complete. */
function sameDaysOfLastQuarter({ review }: PerformanceBasis): DateRange {
  const before = rangeOfQuarter(addQuarters(review.quarter, -1), review.calendar);
  if (review.results === review.quarterRange.to) return before;
  return {
    from: before.from,
    to: earlier(before.to, addDays(before.from, daysBetween(review.quarterRange.from, review.results))),
  };
}

function lastFourQuarters({ review }: PerformanceBasis): DateRange {
  const quarters = completedQuarters(review.results, 4, review.calendar);
  return {
    from: rangeOfQuarter(quarters[0]!, review.calendar).from,
    to: rangeOfQuarter(quarters[3]!, review.calendar).to,
  };
}
