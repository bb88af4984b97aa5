import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { isKnown, missing, whenKnown, type Known } from '../../units/missing.ts';
import { daysBetween } from '../../units/plain-date.ts';
import { monthOf } from '../../units/year-month.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { count, date, flag, share, text } from '../../units/value.ts';
import { selectDeals, type DealAt, type Selection } from '../deals-at.ts';
import { completedQuarters, rangeOfQuarter, twelveMonthsTo } from '../fiscal-calendar.ts';
import type { Figure } from '../figure.ts';
import type { BookingsSpan } from '../performance/bookings.ts';
import { factsOf } from '../facts/fact-series.ts';
import { isRegistered, type StageBasis } from './stage-basis.ts';

type FigureReader = (basis: StageBasis) => Figure;

/** Figures of the stages that are computed; every other one that the template declares is read from facts of its name. */
const READERS: Readonly<Record<string, FigureReader>> = {
  agreement_signed: agreementSigned,
  onboarding_tasks_done_ratio: tasksDone,
  deals_won_ever: wonEver,
  deals_won_12_months: wonInTwelveMonths,
  quarters_with_bookings_of_last_4: quartersWithBookings,
  targets_agreed: targetsAgreed,
  registered_open_deals: registeredOpen,
  days_since_last_booking: daysSinceLastBooking,
};

/** The figures by which a stage is recognised, by their names in the template. */
export function stageFigures(basis: StageBasis): Readonly<Record<string, Figure>> {
  const names = Object.keys(basis.lifeStages.figures);
  return Object.fromEntries(names.map((name) => [name, (READERS[name] ?? factReader(name))(basis)]));
}

/** Signed, because partners that sell have signed: without a date it is known only for those that have not sold. */
function agreementSigned(basis: StageBasis): Figure {
  const signed = basis.files.partner.agreement_signed;
  const sold = basis.deals === undefined || basis.deals.some(({ state }) => state === 'won');
  return {
    label: 'Agreement signed',
    value: flag(
      signed !== undefined ? signed <= basis.review.asOf : sold ? missing('no agreement date in partner.yaml') : false,
    ),
    evidence: {
      formula: 'the agreement carries a date; without one, no for a partner that has not won a deal yet',
      ...(signed !== undefined && { workings: sentence('signed {day}', { day: date(signed) }) }),
      sources: [fileSentence(basis, 'partner.yaml')],
    },
  };
}

function tasksDone(basis: StageBasis): Figure {
  const { tasks } = basis.files.partner;
  const done = tasks?.filter((task) => task.done !== undefined && task.done <= basis.review.asOf).length ?? 0;
  return {
    label: 'Onboarding tasks done',
    value: share(tasks === undefined ? missing('tasks not loaded') : tasks.length === 0 ? 1 : done / tasks.length),
    evidence: {
      formula: 'tasks done ÷ all tasks, optional ones too',
      ...(tasks && {
        workings: sentence('{done} of {all|task|tasks}', { done: count(done), all: count(tasks.length) }),
      }),
      sources: [fileSentence(basis, 'partner.yaml')],
    },
  };
}

function wonEver(basis: StageBasis): Figure {
  const signed = basis.files.partner.agreement_signed;
  const rows = signed === undefined ? 'won deals' : 'won deals closed from {signed} on';
  return dealFigure(basis, {
    label: 'Deals won since signing',
    formula: 'won deals since the agreement was signed',
    rows: sentence(rows, signed === undefined ? {} : { signed: date(signed) }),
    rule: ({ deal, state }) => {
      if (state !== 'won') return state;
      return signed !== undefined && deal.close_date !== undefined && deal.close_date < signed
        ? 'won before the agreement'
        : true;
    },
  });
}

function wonInTwelveMonths(basis: StageBasis): Figure {
  const { from, to } = twelveMonthsTo(basis.known);
  return dealFigure(basis, {
    label: 'Deals won in 12 months',
    formula: 'won deals of the last twelve months',
    rows: sentence('won deals closed {from} to {to}', { from: date(from), to: date(to) }),
    rule: ({ deal, state }) => {
      if (state !== 'won') return state;
      if (deal.close_date === undefined) return 'won without a close date';
      return deal.close_date < from ? 'won before' : true;
    },
  });
}

function registeredOpen(basis: StageBasis): Figure {
  const figure = dealFigure(basis, {
    label: 'Registered open deals',
    formula: 'open deals with a registration',
    rows: sentence('open deals with a registration on {day}', { day: date(basis.known) }),
    rule: ({ deal, state }) => (state !== 'open' ? state : isRegistered(deal, basis) ? true : 'not registered'),
  });
  if (basis.deals === undefined || basis.registered !== undefined) return figure;
  const { selection: _, rows: __, ...evidence } = figure.evidence;
  return { ...figure, value: count(missing('registrations of deals not loaded')), evidence };
}

function daysSinceLastBooking(basis: StageBasis): Figure {
  const won = basis.deals?.filter(({ state, deal }) => state === 'won' && deal.close_date !== undefined);
  const last = won?.reduce<DealAt | undefined>(
    (newest, deal) => (newest && newest.deal.close_date! >= deal.deal.close_date! ? newest : deal),
    undefined,
  );
  const day = last?.deal.close_date;
  return {
    label: 'Days since the last won deal',
    value: count(
      !won
        ? missing('no deals imported')
        : day === undefined
          ? missing('no deal won yet')
          : daysBetween(day, basis.known),
    ),
    evidence: {
      formula: 'days from the last won deal to the date of the data',
      ...(day !== undefined && {
        workings: sentence('{day} to {known}', { day: date(day), known: date(basis.known) }),
        selection: selectDeals(won!, (deal) => (deal === last ? true : 'won before')),
        rows: sentence('the last of {deals|won deal|won deals}', { deals: count(won!.length) }),
      }),
      sources: [fileSentence(basis, 'deals.csv')],
    },
  };
}

function quartersWithBookings(basis: StageBasis): Figure {
  const quarters = completedQuarters(basis.known, 4, basis.review.calendar).map((quarter) => ({
    name: formatFiscalQuarter(quarter),
    has: hasBookings(basis.bookings.between(rangeOfQuarter(quarter, basis.review.calendar))),
  }));
  const unknown = quarters.find(({ has }) => !isKnown(has));
  const sold = quarters.filter(({ has }) => has === true).map(({ name }) => name);
  const span = sentence('{from} to {to}: bookings in {sold}', {
    from: text(quarters[0]!.name),
    to: text(quarters[3]!.name),
    sold: text(sold.length === 0 ? 'none' : sold.join(', ')),
  });
  return {
    label: 'Quarters with bookings',
    value: count(unknown ? missing(`no bookings loaded for ${unknown.name}`) : sold.length),
    evidence: {
      formula: 'of the last four completed quarters, those with bookings above zero',
      ...(!unknown && { workings: span }),
      sources: [fileSentence(basis, 'deals.csv'), ...(basis.files.facts ? [fileSentence(basis, 'facts.csv')] : [])],
    },
  };
}

/** A won deal whose amount nobody entered was a booking all the same. */
function hasBookings({ amount, selection }: BookingsSpan): Known<boolean> {
  if (selection.counted.length > 0 && !isKnown(amount)) return true;
  return whenKnown([amount], (sum) => sum > 0);
}

/** Nobody but the account manager knows which accounts are agreed: none is until a fact of that name says so. */
function targetsAgreed(basis: StageBasis): Figure {
  const told = newestFact(basis, 'targets_agreed');
  const enter = `cam fact ${basis.files.id} targets_agreed 6 --period ${monthOf(basis.review.asOf)}`;
  return {
    label: 'Target accounts agreed',
    value: count(told ?? 0),
    evidence: {
      formula: 'the newest targets_agreed of facts.csv; none until one is entered',
      sources: [
        told === undefined
          ? sentence('nothing entered yet: {command}', { command: text(enter) })
          : fileSentence(basis, 'facts.csv'),
      ],
    },
  };
}

function factReader(name: string): FigureReader {
  const words = name.replaceAll('_', ' ');
  return (basis) => ({
    label: `${words[0]!.toUpperCase()}${words.slice(1)}`,
    value: count(newestFact(basis, name) ?? missing(`no ${words} loaded`)),
    evidence: { formula: `the newest ${name} of facts.csv`, sources: [fileSentence(basis, 'facts.csv')] },
  });
}

function newestFact({ files, review }: StageBasis, metric: string): number | undefined {
  const known = factsOf(files.facts?.rows ?? [], metric, review.calendar).filter(
    ({ range }) => range.from <= review.asOf,
  );
  return known.at(-1)?.fact.value;
}

function dealFigure(
  basis: StageBasis,
  {
    label,
    formula,
    rows,
    rule,
  }: {
    readonly label: string;
    readonly formula: string;
    readonly rows: Sentence;
    readonly rule: (deal: DealAt) => true | string;
  },
): Figure {
  const selection: Selection | undefined = basis.deals && selectDeals(basis.deals, rule);
  return {
    label,
    value: count(selection ? selection.counted.length : missing('no deals imported')),
    evidence: { formula, ...(selection && { rows, selection }), sources: [fileSentence(basis, 'deals.csv')] },
  };
}

function fileSentence({ files }: StageBasis, name: string): Sentence {
  return sentence('{file}', { file: text(`partners/${files.id}/${name}`) });
}
