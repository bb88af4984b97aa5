import type { PartnerFiles } from '../../schema/territory.ts';
import { firstFew } from '../../units/first-few.ts';
import { missing, whenKnown, type Known } from '../../units/missing.ts';
import { earlier, type PlainDate } from '../../units/plain-date.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { count, text } from '../../units/value.ts';
import type { DateRange, FiscalCalendar } from '../fiscal-calendar.ts';
import { convert, type Rates } from '../money.ts';
import { factsOf, factsWithin } from './fact-series.ts';

/** Periods that the source of a figure names. */
const MOST_PERIODS = 6;

/** Which facts of a partner are read, and how. */
export interface FactRequest {
  readonly files: Pick<PartnerFiles, 'id' | 'facts'>;
  readonly metric: string;
  readonly calendar: FiscalCalendar;
  /** The day up to which facts are known. */
  readonly known: PlainDate;
  /** For money: the currency of facts that name none, and the one that is asked for. */
  readonly money?: { readonly from: string; readonly to: string; readonly rates: Rates };
}

/** What facts of one metric say over a span. */
export interface FactReading {
  readonly value: Known<number>;
  /** The periods that were counted, as the file names them. */
  readonly periods: readonly string[];
}

/** The sum of the facts of periods within a span; 0 where the metric has facts, but none of these periods. */
export function sumOfFacts(request: FactRequest, span: DateRange): FactReading {
  const { files, metric, calendar, known } = request;
  const all = factsOf(files.facts?.rows ?? [], metric, calendar);
  const within = factsWithin(all, span, known);
  const amounts = within.map(({ fact, range }) => inCurrency(request, fact, earlier(range.to, known)));
  const sum = amounts.reduce<Known<number>>((total, next) => whenKnown([total, next], (a, b) => a + b), 0);
  return {
    value: all.length === 0 ? notLoaded(metric) : sum,
    periods: within.map(({ fact }) => fact.period),
  };
}

/** The newest fact whose period ends within a span. */
export function newestFact(request: FactRequest, span: DateRange): FactReading {
  const { files, metric, calendar, known } = request;
  const all = factsOf(files.facts?.rows ?? [], metric, calendar);
  const newest = all.filter(({ range }) => range.to >= span.from && range.to <= span.to && range.from <= known).at(-1);
  return {
    value: newest ? inCurrency(request, newest.fact, earlier(newest.range.to, known)) : notLoaded(metric),
    periods: newest ? [newest.fact.period] : [],
  };
}

/** Where facts come from: the file and the periods that were read. */
export function factSources(files: FactRequest['files'], periods: readonly string[]): Sentence[] {
  if (!files.facts) return [sentence('{file}, which is not there', { file: text(`partners/${files.id}/facts.csv`) })];
  const file = text(files.facts.path);
  if (periods.length === 0) return [sentence('{file}', { file })];
  const shown = firstFew(periods, MOST_PERIODS);
  return [sentence('{file}, {rows|row|rows}: {periods}', { file, rows: count(periods.length), periods: text(shown) })];
}

function inCurrency(
  { money }: FactRequest,
  fact: { readonly value: number; readonly currency?: string | undefined },
  on: PlainDate,
): Known<number> {
  if (!money) return fact.value;
  return convert(fact.value, { from: fact.currency ?? money.from, to: money.to, on, rates: money.rates });
}

function notLoaded(metric: string): { readonly missing: string } {
  return missing(`no ${metric.replaceAll('_', ' ')} loaded`);
}
