import type { KeyFigure } from '../../document/block.ts';
import type { Document, Edition, Section } from '../../document/document.ts';
import { chooseRule, fillPattern, conditionHolds } from '../../domain/story.ts';
import { formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { formatMonthInFull } from '../../units/format.ts';
import { plainSentence, sentence, type Sentence } from '../../units/sentence.ts';
import { amount, share, text, type Value } from '../../units/value.ts';
import { monthOf } from '../../units/year-month.ts';
import { pageFrame } from '../page-frame.ts';
import { actualsTable } from './actuals/actuals-table.ts';
import { documentModel } from './model/document-model.ts';
import { planOutcome } from './model/plan-outcome.ts';
import { paybackWords, type BusinessPlanResult } from './compute.ts';
import { agreementOf, commitmentsTable, wishesList } from './agreement-blocks.ts';
import { planChanges } from './plan-changes.ts';
import { questionsTable } from './questions-table.ts';
import { cumulativeChart, driversTable, numbersTable, yearsTable } from './plan-blocks.ts';
import { keptSentences, standingSentence } from './standing-words.ts';

const SOURCE = 'illustrative, not a guarantee';

/** The partner's own profit over 36 months, on one page. */
export function businessPlanDocument(result: BusinessPlanResult, edition: Edition): Document {
  const frame = pageFrame(result.input);
  const { values } = result;
  return {
    ...frame,
    period: planYear(result),
    id: 'business-plan',
    title: 'Business plan, 36 months',
    edition,
    sections: [answerSection(result, edition), profitSection(result, edition), numbersSection(result)],
    figures: values,
    model: documentModel(result, planOutcome(result, outcomeWords(result, edition))),
  };
}

function answerSection(result: BusinessPlanResult, edition: Edition): Section {
  const notes = notesOf(result, edition);
  return {
    ...core(result, 'answer', 'Partner profit'),
    layout: 'key-figures',
    top: [{ kind: 'key-figures', figures: keyFigures(result) }],
    main: [{ kind: 'paragraph', text: standingSentence(result) }],
    side: notes.length > 0 ? [{ kind: 'bullets', items: notes }] : [],
  };
}

/** What the plan looks like beside others of its kind; the account manager reads what to do about it, too. */
function notesOf({ values, input, start }: BusinessPlanResult, edition: Edition): Sentence[] {
  const { story } = input.planAssumptions;
  const chosen = (rules: typeof story.notes) =>
    rules
      .filter(({ when }) => conditionHolds(when, { values }))
      .flatMap(({ text }) => fillPattern(text, { values }) ?? []);
  const inside = edition === 'internal' ? [...chosen(story.advice), ...(start ? keptSentences(start) : [])] : [];
  return [...chosen(story.notes), ...inside];
}

function outcomeWords(result: BusinessPlanResult, edition: Edition) {
  return {
    headline: headlineOf(result),
    standing: standingSentence(result),
    notes: notesOf(result, edition),
    agreement: agreementOf(result, edition),
  };
}

function profitSection(result: BusinessPlanResult, edition: Edition): Section {
  return {
    ...core(result, 'profit', 'Profit by month and year'),
    layout: 'main-side',
    main: [
      cumulativeChart(result, edition, result.compared),
      ...actualsTable(result, edition),
      ...questionsTable(result),
      ...commitmentsTable(result, edition),
      ...planChanges(result, edition),
    ],
    side: [yearsTable(result, result.shown), ...wishesList(result, edition)],
  };
}

function numbersSection(result: BusinessPlanResult): Section {
  return {
    ...core(result, 'numbers', 'What it rests on'),
    layout: 'main-side',
    main: [numbersTable(result)],
    side: [driversTable(result)],
  };
}

function core(result: BusinessPlanResult, id: string, name: string) {
  return { id, kicker: { number: '', name }, headline: headlineOf(result), notes: [], source: SOURCE };
}

function headlineOf({ values, input }: BusinessPlanResult): Sentence {
  return chooseRule(input.planAssumptions.story.headlines, { values })?.sentence ?? plainSentence('Business plan');
}

function keyFigures({ values, base, compared, currency }: BusinessPlanResult): KeyFigure[] {
  const { results, scenario } = compared;
  const beside = (value: Value): Sentence => sentence(`${scenario} {value}`, { value });
  return [
    {
      label: sentence('After 36 months'),
      value: values['end']!,
      comparison: beside(amount(results.endCumulative, currency)),
    },
    {
      label: sentence('Payback'),
      value: text(paybackWords(base.results)),
      comparison: beside(text(paybackWords(results))),
    },
    {
      label: sentence('Most money needed'),
      value: values['peak']!,
      comparison: beside(amount(results.peakFunding.amount, currency)),
    },
    {
      label: sentence('Return on it'),
      value: values['return_on_investment']!,
      comparison: beside(share(results.returnOnInvestment)),
    },
    {
      label: sentence('Recurring a month'),
      value: values['ending_recurring']!,
      comparison: beside(amount(results.endingRecurring, currency)),
    },
  ];
}

/** A plan is of a fiscal year: one a partner and year. */
function planYear({ plan, starts, input: { review } }: BusinessPlanResult): Document['period'] {
  const name = formatFiscalYear(plan?.fiscal_year ?? review.quarter.year);
  return { name, words: `36 months from ${formatMonthInFull(monthOf(starts))} ${starts.slice(0, 4)}` };
}
