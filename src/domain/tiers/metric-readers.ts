import type { BusinessPlan } from '../../schema/business-plan-file.ts';
import type { Partner } from '../../schema/partner.ts';
import { formatFiscalQuarter, formatFiscalYear, parseFiscalYear } from '../../units/fiscal-quarter.ts';
import { missing, whenKnown, type Known } from '../../units/missing.ts';
import { earlier, type PlainDate } from '../../units/plain-date.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { date, text } from '../../units/value.ts';
import type { Selection } from '../deals-at.ts';
import { fiscalQuarterOf, type DateRange } from '../fiscal-calendar.ts';
import { factSources, newestFact, sumOfFacts, type FactRequest } from '../facts/read-facts.ts';
import { convert } from '../money.ts';
import { declaredMetric, readDeclared } from './declared-metric.ts';
import type { TierBasis } from './tier-basis.ts';

/** What a metric stands at. Yes is 1, no is 0; amounts are in the program's currency, shares are ratios. */
export interface MetricReading {
  /** What counts on the last day of the span, as far as it is known today. */
  readonly value: Known<number>;
  /** Whether it grows through the span (bookings) or is a state of the day (certifications). */
  readonly grows: boolean;
  /** What is dated before the end of the span and not done yet: reviews with a date. */
  readonly dated?: number;
  readonly formula: string;
  readonly selection?: Selection;
  readonly sources: readonly Sentence[];
}

/** Reads a metric over a span of days; a metric of the day looks at the span's last day. */
type MetricReader = (basis: TierBasis, span: DateRange, metric: string) => MetricReading;

/** Metrics that are read from fields of their own; the others ask a table, as metrics.yaml declares, or are facts of their name. */
const READERS: Readonly<Record<string, MetricReader>> = {
  net_bookings: readBookings,
  sales_certified_people: (basis, span) => readCertified(basis, span.to, 'sales'),
  technical_certified_people: (basis, span) => readCertified(basis, span.to, 'technical'),
  business_plan_agreed: readPlanAgreed,
  qbrs_held: readReviewsHeld,
  agreement_signed: readAgreement,
  onboarding_tasks_ratio: readTasks,
};

/** Units whose facts add up; those of the others are states, the newest of which holds. */
const ADDED_UNITS: readonly string[] = ['amount', 'count'];

/** Reads a metric of the program over a span. */
export function readMetric(basis: TierBasis, metric: string, span: DateRange): MetricReading {
  const reader = READERS[metric];
  if (reader) return reader(basis, span, metric);
  const declared = declaredMetric(basis.metrics, metric);
  if (declared) {
    const reading = readDeclared(basis, declared, span);
    return declared.unit === 'amount' ? { ...reading, value: inProgramCurrency(reading.value, basis) } : reading;
  }
  const unit = basis.tiers.metrics[metric]?.unit ?? 'count';
  return ADDED_UNITS.includes(unit) ? readSumOfFacts(basis, span, metric) : readNewestFact(basis, span, metric);
}

function readBookings(basis: TierBasis, { from, to }: DateRange): MetricReading {
  const { bookings, known } = basis;
  const span = known < from ? undefined : bookings.between({ from, to: earlier(to, known) });
  const none: Known<number> = bookings.loaded ? 0 : missing('no deals imported');
  return {
    value: inProgramCurrency(span?.amount ?? none, basis),
    grows: true,
    formula: 'sum of won deals by close date',
    ...(span && { selection: span.selection }),
    sources: [fileSentence(basis, 'deals.csv')],
  };
}

function inProgramCurrency(amount: Known<number>, { tiers, config, currency, known }: TierBasis): Known<number> {
  return whenKnown([amount], (sum) =>
    convert(sum, { from: currency, to: tiers.currency, on: known, rates: config.rates }),
  );
}

function readSumOfFacts(basis: TierBasis, span: DateRange, metric: string): MetricReading {
  const { value, periods } = sumOfFacts(factRequest(basis, metric), span);
  return {
    value,
    grows: true,
    formula: `sum of the facts ${metric} of the periods`,
    sources: factSources(basis.files, periods),
  };
}

function readNewestFact(basis: TierBasis, span: DateRange, metric: string): MetricReading {
  const { value, periods } = newestFact(factRequest(basis, metric), span);
  return {
    value,
    grows: false,
    formula: `the newest ${metric} of the span`,
    sources: factSources(basis.files, periods),
  };
}

function factRequest(basis: TierBasis, metric: string): FactRequest {
  const { files, calendar, known, tiers, config, currency } = basis;
  const isMoney = tiers.metrics[metric]?.unit === 'amount';
  const money = { from: currency, to: tiers.currency, rates: config.rates };
  return { files, metric, calendar, known, ...(isMoney && { money }) };
}

/** People, not certificates: one who holds two of a kind counts once. */
function readCertified(basis: TierBasis, day: PlainDate, role: 'sales' | 'technical'): MetricReading {
  const { certifications } = basis.files.partner;
  const holders = certifications && new Set(validOn(certifications, day, basis.asOf, role).map(({ holder }) => holder));
  return {
    value: holders?.size ?? missing('certifications not loaded'),
    grows: false,
    formula: `people with a ${role} certification valid on the day`,
    sources: [fileSentence(basis, 'partner.yaml')],
  };
}

/** Certifications issued by today that are still valid on a day. */
export function validOn(
  certifications: NonNullable<Partner['certifications']>,
  day: PlainDate,
  today: PlainDate,
  role: 'sales' | 'technical',
): NonNullable<Partner['certifications']> {
  return certifications.filter(
    (one) =>
      one.role === role &&
      (one.issued === undefined || one.issued <= today) &&
      (one.expires === undefined || one.expires >= day),
  );
}

/** The plan of the year says by its date whether it is agreed by now; of one that is kept elsewhere a fact tells. Without either, none is. */
function readPlanAgreed({ files, calendar, asOf }: TierBasis, { from, to }: DateRange, metric: string): MetricReading {
  const years = [from, to].map((day) => fiscalQuarterOf(day, calendar).year);
  const dated = (files.businessPlans ?? []).filter(({ fiscal_year: year, agreed }) => agreed && years.includes(year));
  const plan = dated.find(({ agreed }) => agreed!.on <= asOf);
  const fact = (files.facts?.rows ?? []).find(({ metric: name, period, value }) => {
    const year = parseFiscalYear(period);
    const isTold = year !== undefined && years.includes(year) && !dated.some((one) => one.fiscal_year === year);
    return name === metric && value > 0 && isTold;
  });
  return {
    value: plan || fact ? 1 : 0,
    grows: false,
    formula: 'a business plan of the fiscal year agreed by both sides',
    sources: plan ? [planSentence(files.id, plan)] : factSources(files, fact ? [fact.period] : []),
  };
}

function planSentence(id: string, { fiscal_year: year, agreed }: BusinessPlan): Sentence {
  const file = `partners/${id}/business-plans/${formatFiscalYear(year)}.yaml`;
  return sentence('{file}, agreed on {day}', { file: text(file), day: date(agreed!.on) });
}

function readReviewsHeld(basis: TierBasis, { from, to }: DateRange): MetricReading {
  const { files, calendar, asOf } = basis;
  const quarterOf = (day: PlainDate) => formatFiscalQuarter(fiscalQuarterOf(day, calendar));
  const reviews = files.partner.meetings.filter(({ kind }) => kind === 'qbr');
  const held = new Set<string>();
  const dated = new Set<string>();
  for (const { held: wasHeld, date, planned_week: week } of reviews) {
    const day = date ?? week;
    if (day === undefined || day < from || day > to) continue;
    if (wasHeld && day <= asOf) held.add(quarterOf(day));
    else if (!wasHeld && day > asOf) dated.add(quarterOf(day));
  }
  return {
    value: files.partner.meetings.length === 0 ? missing('no meetings on record') : held.size,
    grows: true,
    dated: [...dated].filter((quarter) => !held.has(quarter)).length,
    formula: 'quarters in which a review was held',
    sources: [fileSentence(basis, 'partner.yaml')],
  };
}

function readAgreement(basis: TierBasis): MetricReading {
  const signed = basis.files.partner.agreement_signed;
  return {
    value: signed === undefined ? missing('no agreement date') : Number(signed <= basis.asOf),
    grows: false,
    formula: 'the agreement is signed',
    sources: [fileSentence(basis, 'partner.yaml')],
  };
}

function readTasks(basis: TierBasis): MetricReading {
  const { tasks } = basis.files.partner;
  const done = tasks?.filter((task) => task.done !== undefined && task.done <= basis.asOf).length ?? 0;
  return {
    value: tasks === undefined ? missing('tasks not loaded') : tasks.length === 0 ? 1 : done / tasks.length,
    grows: false,
    formula: 'tasks done ÷ all tasks',
    sources: [fileSentence(basis, 'partner.yaml')],
  };
}

function fileSentence({ files }: TierBasis, name: string): Sentence {
  return sentence('{file}', { file: text(`partners/${files.id}/${name}`) });
}
