import { formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { roundHalfUp } from '../../units/format.ts';
import { isKnown, missing, whenKnown, type Known } from '../../units/missing.ts';
import { sentence } from '../../units/sentence.ts';
import { amount, count, date, share, text, times, type Status, type Value } from '../../units/value.ts';
import { selectDeals, sum, type DealAt, type Selection } from '../deals-at.ts';
import type { Figure } from '../figure.ts';
import { NO_TARGET, paceThresholds, statusOfCoverage, statusOfPace, TARGET_MET } from '../status.ts';
import type { PerformanceBasis } from './performance.ts';
import { dealSources, planSources, planWords } from './sources.ts';

/** Forward-looking figures: open pipeline against what is left to book. Amounts in the partner's currency. */
export function pipelineFigures(basis: PerformanceBasis) {
  const { open, winRate, coverage: cover, currency } = basis;
  const notLoaded = missing('no deals imported');
  const rest = open?.closingIn(cover.rest);
  const openRest: Known<number> = rest ? rest.amount : notLoaded;
  const target: Known<number> = cover.plan
    ? cover.plan.total
    : missing(`no target for ${formatFiscalYear(cover.year)}`);
  const coverage = whenKnown([openRest, cover.remaining], (value, left) =>
    left > 0 ? value / left : missing('target met'),
  );
  const required = winRate.requiredCoverage;
  const alike = isKnown(coverage) && coverage < required && roundHalfUp(coverage, 1) === roundHalfUp(required, 1);
  const multiple = (value: Known<number>): Value =>
    alike && isKnown(value) ? { kind: 'times', ratio: value, decimals: 2 } : times(value);
  const forecast = whenKnown([cover.won, openRest], (won, value) => won + value * winRate.forecastRate);
  const rows = sentence('open deals as of {day}', { day: date(basis.review.pipeline) });
  const selected = (label: string, selection: Known<Selection> | undefined, formula: string): Figure => ({
    label,
    value: amount(selection === undefined ? notLoaded : isKnown(selection) ? selection.amount : selection, currency),
    evidence: { formula, ...evidenceRows(selection, rows), sources: dealSources(basis) },
  });
  const counted = (label: string, selection: Known<Selection> | undefined, formula: string): Figure => ({
    ...selected(label, selection, formula),
    value: count(selection === undefined ? notLoaded : isKnown(selection) ? selection.counted.length : selection),
  });
  return {
    open_pipeline: selected('Open pipeline', open?.all, 'sum of open deals'),
    open_deals: counted('Open deals', open?.all, 'number of open deals'),
    open_rest_of_year: selected(
      `Open, rest of ${formatFiscalYear(cover.year)}`,
      rest,
      'open deals closing in the rest of the fiscal year, none past its date',
    ),
    remaining_target: {
      label: `Left to book in ${formatFiscalYear(cover.year)}`,
      value: amount(cover.remaining, currency),
      evidence: {
        formula: 'target − won',
        workings: sentence('{target} − {won}', { target: amount(target, currency), won: amount(cover.won, currency) }),
        plan: planWords(cover.plan),
        sources: [...dealSources(basis), ...planSources(basis, cover.year)],
      },
    },
    coverage: {
      label: `Coverage, rest of ${formatFiscalYear(cover.year)}`,
      value: multiple(coverage),
      status: coverageStatus(basis, coverage),
      evidence: {
        formula: 'open pipeline closing in the rest of the fiscal year ÷ (target − won)',
        ...(isKnown(coverage) && {
          workings: sentence('{open} ÷ {left} = {result}', {
            open: amount(openRest, currency),
            left: amount(cover.remaining, currency),
            result: text(coverage.toFixed(4)),
          }),
        }),
        rule: `covered from ${required.toFixed(2)}x, thin from ${basis.config.thresholds.coverage.thin_from_percent} % of it, short below`,
        ...evidenceRows(rest, rows),
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
    forecast: forecastFigure(basis, forecast, openRest, target),
    forecast_vs_target: {
      label: 'Forecast against the target',
      value: share(
        whenKnown([forecast, target], (value, goal) => (goal > 0 ? value / goal : missing('the target is zero'))),
        paceThresholds(basis.config.thresholds),
      ),
      evidence: { formula: 'forecast ÷ target', sources: dealSources(basis) },
    },
    forecast_rate: {
      label: 'Share of open value the forecast counts',
      value: share(winRate.forecastRate),
      evidence: { formula: 'own win rate by value, or one third where it cannot be used', sources: dealSources(basis) },
    },
    won_since_results: {
      label: 'Won after the period',
      value: amount(wonBetweenTheDates(basis), currency),
      evidence: {
        formula: 'won deals closed after the results date, up to the pipeline date',
        sources: dealSources(basis),
      },
    },
    crm_weighted: crmWeighted(basis, rest),
    overdue_deals: counted('Past their close date', open?.overdue, 'open deals whose close date has passed'),
    overdue_amount: selected('Past their close date, value', open?.overdue, 'open deals whose close date has passed'),
    no_next_step_deals: counted('Without a next step', open?.withoutNextStep, 'open deals with an empty next step'),
    stale_amount: selected('Quiet deals, value', open?.quiet, quietFormula(basis)),
    stale_deals: counted('Quiet deals', open?.quiet, quietFormula(basis)),
    stale_share: staleShare(basis, rows),
    no_close_date_deals: counted('Without a close date', open?.withoutCloseDate, 'open deals without a close date'),
  } satisfies Record<string, Figure>;
}

function coverageStatus({ coverage, winRate, config }: PerformanceBasis, value: Known<number>): Status {
  if (isKnown(coverage.remaining) && coverage.remaining <= 0) return TARGET_MET;
  if (isKnown(value)) return statusOfCoverage(value, winRate.requiredCoverage, config.thresholds);
  return coverage.plan ? { meaning: 'unknown', word: 'no data' } : NO_TARGET;
}

function requiredFigure(basis: PerformanceBasis, value: Value): Figure {
  const { winRate, currency, config } = basis;
  const { floor, fallback, minimum_closed_deals } = config.thresholds.coverage;
  return {
    label: 'Required coverage',
    value,
    evidence: {
      formula: `1 ÷ own win rate by value, at least ${floor.toFixed(1)}x; ${fallback.toFixed(1)}x with fewer than ${minimum_closed_deals} closed deals or few losses logged`,
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

function forecastFigure(
  basis: PerformanceBasis,
  forecast: Known<number>,
  open: Known<number>,
  target: Known<number>,
): Figure {
  const { currency, coverage, winRate, config } = basis;
  const judged = whenKnown([forecast, target], (value, goal) =>
    goal > 0 ? value / goal : missing('the target is zero'),
  );
  return {
    label: `Forecast ${formatFiscalYear(coverage.year)}`,
    value: amount(forecast, currency),
    ...(isKnown(judged) && { status: statusOfPace(judged, config.thresholds) }),
    evidence: {
      formula: 'won + open pipeline of the rest of the year × own win rate by value',
      workings: sentence('{won} + {open} × {rate}', {
        won: amount(coverage.won, currency),
        open: amount(open, currency),
        rate: text(winRate.forecastRate.toFixed(4)),
      }),
      rule:
        winRate.basis === 'own win rate' || winRate.basis === 'floor'
          ? 'own win rate'
          : `one third, because of ${winRate.basis}`,
      sources: dealSources(basis),
    },
  };
}

/** Deals won between the two dates of a review stand on a line of their own. */
function wonBetweenTheDates({ review, coverage, bookings }: PerformanceBasis): Known<number> {
  if (review.pipeline <= review.results) return 0;
  if (review.quarterRange.to < coverage.rest.from && review.yearRange.to < coverage.rest.from) return coverage.won;
  const toResults = bookings.between({ from: review.yearRange.from, to: review.results }).amount;
  return whenKnown([coverage.won, toResults], (all, before) => all - before);
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

function staleShare(basis: PerformanceBasis, rows: ReturnType<typeof sentence>): Figure {
  const { open } = basis;
  const ratio: Known<number> = !open
    ? missing('no deals imported')
    : whenKnown([open.all.amount, isKnown(open.quiet) ? open.quiet.amount : open.quiet], (all, quiet) =>
        all > 0 ? quiet / all : missing('no open deal'),
      );
  return {
    label: 'Quiet share of the pipeline',
    value: share(ratio),
    evidence: {
      formula: `${quietFormula(basis)} ÷ open pipeline`,
      ...evidenceRows(open?.quiet, rows),
      sources: dealSources(basis),
    },
  };
}

function quietFormula({ config }: PerformanceBasis): string {
  return `open deals without activity for more than ${config.thresholds.quiet_days} days`;
}

function evidenceRows(selection: Known<Selection> | undefined, rows: ReturnType<typeof sentence>) {
  return selection !== undefined && isKnown(selection) ? { selection, rows } : {};
}
