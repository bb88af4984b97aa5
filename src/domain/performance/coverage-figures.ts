import { formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { roundHalfUp } from '../../units/format.ts';
import { isKnown, missing, whenKnown, type Known } from '../../units/missing.ts';
import { addDays } from '../../units/plain-date.ts';
import { sentence } from '../../units/sentence.ts';
import { amount, count, date, flag, share, text, times, type Status, type Value } from '../../units/value.ts';
import { selectDeals, sum, type DealAt, type Selection } from '../deals-at.ts';
import type { Figure } from '../figure.ts';
import { NO_DATA, NO_TARGET, paceThresholds, statusOfCoverage, statusOfPace, TARGET_MET } from '../status.ts';
import { quotient } from '../quotient.ts';
import type { PerformanceBasis } from './basis.ts';
import { ratio } from './figure-parts.ts';
import { openRows } from './hygiene-figures.ts';
import { dealSources, planSources, planWords } from './sources.ts';

/** Open pipeline against what is left to book, and where the year leads. Amounts in the partner's currency. */
export function coverageFigures(basis: PerformanceBasis) {
  const { open, coverage, currency } = basis;
  const rest = open?.closingIn(coverage.rest);
  const openRest: Known<number> = rest ? rest.amount : missing('no deals imported');
  const year = formatFiscalYear(coverage.year);
  const target: Known<number> = coverage.plan ? coverage.plan.total : missing(`no target for ${year}`);
  return {
    open_rest_of_year: {
      label: `Open, rest of ${year}`,
      value: amount(openRest, currency),
      evidence: {
        formula: 'open deals closing in the rest of the fiscal year, none past its date',
        ...openRows(basis, rest),
        sources: dealSources(basis),
      },
    },
    coverage_target: {
      label: `Target ${year}`,
      value: amount(target, currency),
      evidence: {
        formula: 'target of the year that the open pipeline works for',
        plan: planWords(coverage.plan),
        sources: planSources(basis, coverage.year),
      },
    },
    remaining_target: {
      label: `Left to book in ${year}`,
      value: amount(coverage.remaining, currency),
      evidence: {
        formula: 'target − won',
        workings: sentence('{target} − {won}', {
          target: amount(target, currency),
          won: amount(coverage.won, currency),
        }),
        plan: planWords(coverage.plan),
        sources: [...dealSources(basis), ...planSources(basis, coverage.year)],
      },
    },
    ...needFigures(basis, rest, openRest),
    ...forecastFigures(basis, openRest, target),
    won_since_results: {
      label: 'Won after the period',
      value: amount(wonBetweenTheDates(basis), currency),
      evidence: {
        formula: 'won deals closed after the results date, up to the pipeline date',
        sources: dealSources(basis),
      },
    },
    crm_weighted: crmWeighted(basis, rest),
  } satisfies Record<string, Figure>;
}

/** Coverage, what is required, and what is missing. Two multiples that differ never print alike. */
function needFigures(basis: PerformanceBasis, rest: Selection | undefined, openRest: Known<number>) {
  const { coverage: cover, winRate, currency, config } = basis;
  const required = winRate.requiredCoverage;
  const coverage = whenKnown([openRest, cover.remaining], (value, left) =>
    left > 0 ? quotient(value, left) : missing('target met'),
  );
  const alike = isKnown(coverage) && coverage < required && roundHalfUp(coverage, 1) === roundHalfUp(required, 1);
  const multiple = (value: Known<number>): Value =>
    alike && isKnown(value) ? { kind: 'times', ratio: value, decimals: 2 } : times(value);
  const values = { open: amount(openRest, currency), left: amount(cover.remaining, currency) };
  return {
    coverage: {
      label: `Coverage, rest of ${formatFiscalYear(cover.year)}`,
      value: multiple(coverage),
      status: coverageStatus(basis, coverage),
      evidence: {
        formula: 'open pipeline closing in the rest of the fiscal year ÷ (target − won)',
        ...(isKnown(coverage) && {
          workings: sentence('{open} ÷ {left} = {result}', { ...values, result: text(coverage.toFixed(4)) }),
        }),
        rule: `covered from ${required.toFixed(2)}x, thin from ${config.thresholds.coverage.thin_from_percent} % of it, short below`,
        ...openRows(basis, rest),
        sources: [...dealSources(basis), ...planSources(basis, cover.year)],
      },
    },
    required_coverage: requiredFigure(basis, multiple(required)),
    pipeline_gap: {
      label: 'Pipeline missing for the need',
      value: amount(
        whenKnown([openRest, cover.remaining], (value, left) => Math.max(0, required * left - value)),
        currency,
      ),
      evidence: {
        formula: 'required coverage × (target − won) − open pipeline of the rest of the year',
        sources: dealSources(basis),
      },
    },
  } satisfies Record<string, Figure>;
}

function coverageStatus({ coverage, winRate, config }: PerformanceBasis, value: Known<number>): Status {
  if (isKnown(coverage.remaining) && coverage.remaining <= 0) return TARGET_MET;
  if (isKnown(value)) return statusOfCoverage(value, winRate.requiredCoverage, config.thresholds);
  return coverage.plan ? NO_DATA : NO_TARGET;
}

function requiredFigure(basis: PerformanceBasis, value: Value): Figure {
  const { winRate, currency, config } = basis;
  const { floor, fallback, minimum_closed_deals } = config.thresholds.coverage;
  return {
    label: 'Required coverage',
    value,
    evidence: {
      formula: `1 ÷ own win rate by value, at least ${floor.toFixed(1)}x; ${fallback.toFixed(1)}x with fewer than ${minimum_closed_deals} closed deals, few losses logged or losses without amounts`,
      workings: sentence('{won} won, {lost} lost in {deals|closed deal|closed deals}: {basis}', {
        won: amount(winRate.wonAmount, currency),
        lost: amount(winRate.lostAmount, currency),
        deals: count(winRate.closed.counted.length),
        basis: text(winRate.basis),
      }),
      rows: sentence('deals closed {from} to {to}', { from: date(winRate.range.from), to: date(winRate.range.to) }),
      selection: winRate.closed,
      sources: dealSources(basis),
    },
  };
}

/** Won + open pipeline of the year × the partner's own win rate by value, and what share of the target that is. */
function forecastFigures(basis: PerformanceBasis, openRest: Known<number>, target: Known<number>) {
  const { coverage, winRate, config, currency } = basis;
  const forecast = whenKnown([coverage.won, openRest], (won, value) => won + value * winRate.forecastRate);
  const judged = ratio(forecast, target, 'the target is zero');
  const own = winRate.basis === 'own win rate' || winRate.basis === 'floor';
  return {
    forecast: {
      label: `Forecast ${formatFiscalYear(coverage.year)}`,
      value: amount(forecast, currency),
      ...(isKnown(judged) && { status: statusOfPace(judged, config.thresholds) }),
      evidence: {
        formula: 'won + open pipeline of the rest of the year × own win rate by value',
        workings: sentence('{won} + {open} × {rate}', {
          won: amount(coverage.won, currency),
          open: amount(openRest, currency),
          rate: text(winRate.forecastRate.toFixed(4)),
        }),
        rule: own ? 'own win rate' : `one over the fallback coverage, because of ${winRate.basis}`,
        sources: dealSources(basis),
      },
    },
    forecast_vs_target: {
      label: 'Forecast against the target',
      value: share(judged, paceThresholds(config.thresholds)),
      evidence: { formula: 'forecast ÷ target', sources: dealSources(basis) },
    },
    own_rate_used: {
      label: 'Own win rate used',
      value: flag(own),
      evidence: {
        formula: 'the own win rate by value stands behind forecast and required coverage',
        workings: sentence('basis: {basis}', { basis: text(winRate.basis) }),
        sources: dealSources(basis),
      },
    },
    forecast_rate: {
      label: 'Share of open value the forecast counts',
      value: share(winRate.forecastRate),
      evidence: {
        formula: 'own win rate by value, or one over the fallback coverage where it cannot be used',
        sources: dealSources(basis),
      },
    },
  } satisfies Record<string, Figure>;
}

/** Deals won between the two dates of a review stand on a line of their own. */
function wonBetweenTheDates({ review, coverage: { bookings } }: PerformanceBasis): Known<number> {
  if (!bookings.loaded) return missing('no deals imported');
  if (review.pipeline <= review.results) return 0;
  return bookings.between({ from: addDays(review.results, 1), to: review.pipeline }).amount;
}

/** Open value at the CRM's own stage odds: shown beside the forecast in the internal edition, never mixed into it. */
function crmWeighted(basis: PerformanceBasis, rest: Selection | undefined): Figure {
  const stageOdds = new Map(basis.config.stages.map(({ name, probability_percent }) => [name, probability_percent]));
  const oddsOf = ({ deal }: DealAt) => deal.probability_percent ?? stageOdds.get(deal.stage ?? '');
  const usable =
    rest && selectDeals(rest.counted, (deal) => (oddsOf(deal) === undefined ? 'no odds for its stage' : true));
  const known = usable?.counted.filter((deal) => isKnown(deal.amount)) ?? [];
  return {
    label: 'Open at the odds of the CRM',
    value: amount(
      known.length > 0
        ? sum(known.map((deal) => (Number(deal.amount) * oddsOf(deal)!) / 100))
        : missing('no stage odds loaded'),
      basis.currency,
    ),
    evidence: { formula: 'Σ amount × probability', ...(usable && { selection: usable }), sources: dealSources(basis) },
  };
}
