import { formatFiscalQuarter, formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { isKnown, missing, whenKnown, type Known } from '../../units/missing.ts';
import { daysBetween } from '../../units/plain-date.ts';
import { sentence } from '../../units/sentence.ts';
import { amount, count, share } from '../../units/value.ts';
import { monthOf } from '../../units/year-month.ts';
import { selectDeals, type Selection } from '../deals-at.ts';
import { monthsOfYear, type DateRange } from '../fiscal-calendar.ts';
import type { Figure } from '../figure.ts';
import { NO_DATA, NO_PLAN, paceThresholds, statusOfPace } from '../status.ts';
import type { PerformanceBasis } from './basis.ts';
import type { BookingsSpan } from './bookings.ts';
import { rangeSentence, ratio, spanFigure, workings } from './figure-parts.ts';
import { dealSources, planSources, planWords } from './sources.ts';

/** Bookings against the plan to date, for the year and the quarter. Amounts in the partner's currency. */
export function resultFigures(basis: PerformanceBasis) {
  const { review, plan } = basis;
  const quarter = formatFiscalQuarter(review.quarter);
  const toDate = { from: review.yearRange.from, to: review.results };
  const quarterToDate = { from: review.quarterRange.from, to: review.results };
  const { span: year, ...bookings_ytd } = spanFigure(basis, 'Won, year to date', toDate);
  const { span: inQuarter, ...bookings_quarter } = spanFigure(basis, `Won, ${quarter}`, quarterToDate);
  const noTarget = missing(`no target for ${formatFiscalYear(review.quarter.year)}`);
  const planToDate: Known<number> = plan ? plan.between(toDate) : noTarget;
  const planQuarter: Known<number> = plan ? plan.between(quarterToDate) : noTarget;
  const target: Known<number> = plan ? plan.total : noTarget;
  return {
    bookings_ytd,
    bookings_quarter,
    plan_to_date: plannedFigure(basis, 'Plan to date', planToDate),
    plan_quarter: plannedFigure(basis, `Plan to date, ${quarter}`, planQuarter),
    target: plannedFigure(basis, `Target ${formatFiscalYear(review.quarter.year)}`, target),
    pace: paceFigure(basis, { label: 'Pace', part: year, planPart: planToDate, range: toDate }),
    pace_quarter: paceFigure(basis, {
      label: `Pace, ${quarter}`,
      part: inQuarter,
      planPart: planQuarter,
      range: quarterToDate,
    }),
    attainment: attainmentFigure(basis, year.amount, target),
    gap_to_plan: gapFigure(basis, planToDate, year.amount),
    run_rate: runRateFigure(basis, year.amount),
    largest_deal_share: largestDealFigure(basis, year),
    months_left: {
      label: 'Full months left',
      value: count(
        monthsOfYear(review.quarter.year, review.calendar).filter((month) => month > monthOf(review.results)).length,
      ),
      evidence: { formula: 'full months to the end of the fiscal year', sources: [] },
    },
  } satisfies Record<string, Figure>;
}

function plannedFigure(
  { plan, files, currency, review }: PerformanceBasis,
  label: string,
  value: Known<number>,
): Figure {
  return {
    label,
    value: amount(value, currency),
    evidence: {
      formula:
        plan?.basis === 'days'
          ? "year's target × elapsed days ÷ days of the year"
          : 'monthly plan up to the day, the running month by days',
      plan: planWords(plan),
      sources: planSources({ files }, review.quarter.year),
    },
  };
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
    status: isKnown(pace)
      ? statusOfPace(pace, config.thresholds)
      : isKnown(planPart) && planPart > 0
        ? NO_DATA
        : NO_PLAN,
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

function attainmentFigure(basis: PerformanceBasis, won: Known<number>, target: Known<number>): Figure {
  return {
    label: 'Attainment',
    value: share(ratio(won, target, 'the target is zero')),
    evidence: {
      formula: 'won ÷ target of the whole year',
      ...workings(won, target, basis.currency),
      plan: planWords(basis.plan),
      sources: [...dealSources(basis), ...planSources(basis, basis.review.quarter.year)],
    },
  };
}

function gapFigure(basis: PerformanceBasis, planToDate: Known<number>, won: Known<number>): Figure {
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

function runRateFigure(basis: PerformanceBasis, won: Known<number>): Figure {
  const { review, currency } = basis;
  const days = daysBetween(review.yearRange.from, review.results) + 1;
  const yearDays = daysBetween(review.yearRange.from, review.yearRange.to) + 1;
  return {
    label: 'Run-rate',
    value: amount(
      whenKnown([won], (known) => (known / days) * yearDays),
      currency,
    ),
    evidence: {
      formula: 'won ÷ elapsed days × days of the year; knows no season',
      workings: sentence('{won} ÷ {days} × {yearDays}', {
        won: amount(won, currency),
        days: count(days),
        yearDays: count(yearDays),
      }),
      sources: dealSources(basis),
    },
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
