import type { MetricFigureName } from '../../schema/metric-figures.ts';
import { isKnown, missing, whenKnown } from '../../units/missing.ts';
import { sentence } from '../../units/sentence.ts';
import { date, text } from '../../units/value.ts';
import { lastDay, monthOf } from '../../units/year-month.ts';
import { factSources, newestFact, sumOfFacts, type FactRequest } from '../facts/read-facts.ts';
import { twelveMonthsTo, type DateRange } from '../fiscal-calendar.ts';
import { convert } from '../money.ts';
import type { FigureName } from '../performance/performance.ts';
import { readMetric } from '../tiers/metric-readers.ts';
import type { MetricBasis } from './metric-basis.ts';
import type { MetricSpan } from './metric-spans.ts';
import { numberOf } from './metric-value.ts';
import { readTable } from './read-table.ts';
import type { MetricSource, SourceReading } from './source-reading.ts';

/** Reads a source for a period; what was not loaded is unknown with its reason. */
export function readSource(basis: MetricBasis, source: MetricSource, span: MetricSpan): SourceReading {
  const { figure, fact, program, from } = source.read;
  if (figure !== undefined) return readFigure(basis, figure, span);
  if (fact !== undefined) return readFact(basis, { ...source, fact }, span);
  if (program !== undefined) return readProgram(basis, { ...source, program }, span);
  return readTable(basis, { query: { ...source.read, from: from! }, grain: source.grain }, span);
}

/** Figures of the year whose quarter has one of its own; the others are read as they stood at the end of the quarter. */
const FIGURES_OF_QUARTER: Partial<Readonly<Record<MetricFigureName, FigureName>>> = {
  bookings_ytd: 'bookings_quarter',
  plan_to_date: 'plan_quarter',
  pace: 'pace_quarter',
  average_deal: 'average_deal_quarter',
  win_rate: 'win_rate_quarter',
  days_to_close: 'days_to_close_quarter',
  registered_share: 'registered_share_quarter',
};

function readFigure(basis: MetricBasis, name: MetricFigureName, span: MetricSpan): SourceReading {
  const ofQuarter = span.kind === 'quarter' ? FIGURES_OF_QUARTER[name] : undefined;
  const { value, status, evidence } = basis.figureIn(span, ofQuarter ?? name);
  return { number: numberOf(value), shown: value, ...(status && { status }), evidence: () => evidence };
}

function readFact(
  basis: MetricBasis,
  { fact, unit, grain }: MetricSource & { readonly fact: string },
  span: MetricSpan,
): SourceReading {
  const { files, calendar, currency, config } = basis.source;
  const { asOf } = basis.input.review;
  const request: FactRequest = {
    files,
    metric: fact,
    calendar,
    known: asOf,
    ...(unit === 'amount' && { money: { from: currency, to: currency, rates: config.rates } }),
  };
  const days = grain === 'state' ? twelveMonthsTo(span.day.others) : daysOfFacts(basis, span);
  const { value, periods } = grain === 'flow' ? sumOfFacts(request, days) : newestFact(request, days);
  const none = missing(`no ${fact.replaceAll('_', ' ')} for the period`);
  return {
    number: isKnown(value) && periods.length === 0 ? none : value,
    evidence: () => ({
      formula: grain === 'flow' ? `sum of the facts ${fact} of the period` : `the newest fact ${fact}`,
      sources: factSources(files, periods),
    }),
  };
}

/** Facts know no days: a running period takes those that have begun, a compared one those of as many months. */
function daysOfFacts({ input: { review } }: MetricBasis, { range, whole, isPast }: MetricSpan): DateRange {
  if (!isPast) return { from: range.from, to: whole.to };
  const isMonthEnd = review.results === lastDay(monthOf(review.results));
  return isMonthEnd ? { from: range.from, to: lastDay(monthOf(range.to)) } : range;
}

function readProgram(
  basis: MetricBasis,
  { program, unit, grain }: MetricSource & { readonly program: string },
  span: MetricSpan,
): SourceReading {
  const on = basis.programOn(span);
  const days = grain === 'state' ? { from: span.whole.from, to: span.day.others } : span.range;
  const { value, formula, selection, sources } = readMetric(on, program, days);
  const { currency, config } = basis.source;
  const inPartners = whenKnown([value], (known) =>
    unit === 'amount'
      ? convert(known, { from: on.tiers.currency, to: currency, on: days.to, rates: config.rates })
      : known,
  );
  return {
    number: inPartners,
    evidence: () => ({
      formula: `${formula}, as the program counts it`,
      rows: sentence('{metric}, {from} to {to}', {
        metric: text(program.replaceAll('_', ' ')),
        from: date(days.from),
        to: date(days.to),
      }),
      ...(selection && { selection }),
      sources,
    }),
  };
}
