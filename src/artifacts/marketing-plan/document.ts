import type { KeyFigure } from '../../document/block.ts';
import type { Document, Edition, Section } from '../../document/document.ts';
import { chooseRule, conditionHolds, fillPattern } from '../../domain/story.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { plainSentence, sentence, type Sentence } from '../../units/sentence.ts';
import type { Value } from '../../units/value.ts';
import { figuresOf } from '../edition-figures.ts';
import { pageFrame, quarterWords } from '../page-frame.ts';
import { calendarBlocks, fillsOwnSheet } from './calendar-blocks.ts';
import type { MarketingPlanResult } from './compute.ts';
import { INTERNAL_MARKETING_FIGURES } from './marketing-values.ts';
import {
  goalsTable,
  marksBlocks,
  needsBlocks,
  rateSentence,
  returnTable,
  standingSentence,
} from './standing-blocks.ts';
import { askedLaterNotes, fundsTable } from './fund-blocks.ts';
import { planChanges } from './plan-changes.ts';
import { ratesAgainstPlan } from './rates-against-plan.ts';
import { actualKeyFigures, hasBegun, verdictTable, waterfallChart } from './result-blocks.ts';
import { passedOnTable, ratesInShort, ratesTable, tacticsTable, worthSentence } from './tactic-blocks.ts';
import { planCalculation } from './workbook/plan-calculation.ts';

/** More than this nobody acts on before a meeting; the library gives them in the order of their weight. */
const MOST_ADVICE = 3;

/** The marketing plan of a quarter, on one page. */
export function marketingPlanDocument(result: MarketingPlanResult, edition: Edition): Document {
  const { input, quarter, range, values, campaigns } = result;
  return {
    ...pageFrame(input),
    period: { name: formatFiscalQuarter(quarter), words: quarterWords(range) },
    id: 'marketing-plan',
    title: 'Quarterly marketing plan',
    edition,
    sections: [
      answerSection(result, edition),
      ...(campaigns.length > 0
        ? [tacticsSection(result), ...resultsSection(result), returnSection(result, edition), calendarSection(result)]
        : []),
      standingSection(result, edition),
      ...changesSection(result, edition),
      ...(campaigns.length > 0 ? [ratesSection(result)] : []),
    ],
    ...(campaigns.length > 0 && { calculation: planCalculation(result, headlineOf(result), edition) }),
    figures: figuresOf(values, edition, INTERNAL_MARKETING_FIGURES),
  };
}

function answerSection(result: MarketingPlanResult, edition: Edition): Section {
  const notes = edition === 'internal' ? adviceOf(result) : [];
  return {
    ...core(result, 'answer', 'Marketing plan'),
    layout: 'key-figures',
    top: result.campaigns.length > 0 ? [{ kind: 'key-figures', figures: mainFigures(result) }] : [],
    // Over the whole width: beside it they would take lines that the tables need.
    main: [
      {
        kind: 'paragraph',
        text: joined([standingSentence(result), ...worthSentence(result), ...rateSentence(result)]),
      },
      ...(notes.length > 0 ? [{ kind: 'bullets' as const, items: notes }] : []),
    ],
    side: [],
  };
}

/** What came of the plan; what was planned, as long as nothing of it is known of all campaigns. */
function mainFigures(result: MarketingPlanResult): KeyFigure[] {
  const actual = hasBegun(result) ? actualKeyFigures(result) : [];
  return actual.some(({ value }) => value.kind !== 'missing') ? actual : keyFigures(result);
}

/** Sentences after each other, with the figures of all. */
function joined(sentences: readonly Sentence[]): Sentence {
  return sentence(
    sentences.map(({ pattern }) => pattern).join(' '),
    Object.assign({}, ...sentences.map(({ values }) => values)) as Sentence['values'],
  );
}

function adviceOf({ values, input }: MarketingPlanResult): Sentence[] {
  return input.marketingTactics.story.advice
    .filter(({ when }) => conditionHolds(when, { values }))
    .flatMap(({ text }) => fillPattern(text, { values }) ?? [])
    .slice(0, MOST_ADVICE);
}

function tacticsSection(result: MarketingPlanResult): Section {
  return { ...core(result, 'tactics', 'Tactics'), layout: 'table', main: [tacticsTable(result)] };
}

/** What came of the campaigns that have begun; none before one has. */
function resultsSection(result: MarketingPlanResult): Section[] {
  if (!hasBegun(result)) return [];
  return [{ ...core(result, 'results', 'What came of it'), layout: 'table', main: [verdictTable(result)] }];
}

function returnSection(result: MarketingPlanResult, edition: Edition): Section {
  return {
    ...core(result, 'waterfall', 'Lead waterfall and return'),
    layout: 'main-side',
    main: [
      waterfallChart(result),
      hasBegun(result)
        ? ratesAgainstPlan(result.input.marketingTactics.waterfall, result.verified.rates)
        : passedOnTable(result),
      ...needsBlocks(result),
    ],
    side: [returnTable(result, edition)],
  };
}

function standingSection(result: MarketingPlanResult, edition: Edition): Section {
  // Where what came of it, or advice, needs the room, the marks take a line.
  const isShort = hasBegun(result) || edition === 'internal';
  const funds = [...fundsTable(result), ...(edition === 'internal' ? askedLaterNotes(result) : [])];
  return {
    ...core(result, 'marks', 'Is it complete?'),
    layout: 'main-side',
    ...(isShort
      ? {
          main: [...marksBlocks(result, { isShort }), ...funds],
          side: goalsTable(result),
        }
      : { main: marksBlocks(result, { isShort }), side: [...goalsTable(result), ...funds] }),
  };
}

/** What was changed since it was agreed; none where nothing was. */
function changesSection(result: MarketingPlanResult, edition: Edition): Section[] {
  const main = planChanges(result, edition);
  return main.length === 0
    ? []
    : [{ ...core(result, 'changes', 'Changed since it was agreed'), layout: 'table', main }];
}

function calendarSection(result: MarketingPlanResult): Section {
  return {
    ...core(result, 'calendar', 'Thirteen weeks'),
    ...(fillsOwnSheet(result) && { ownSheet: true }),
    layout: 'table',
    main: calendarBlocks(result),
  };
}

function ratesSection(result: MarketingPlanResult): Section {
  return {
    ...core(result, 'rates', 'What it rests on'),
    layout: 'table',
    main: [ratesTable(result), ratesInShort(result)],
  };
}

function core(result: MarketingPlanResult, id: string, name: string) {
  return {
    id,
    kicker: { number: '', name },
    headline: headlineOf(result),
    notes: [],
    source: sourcesOf(result),
  };
}

function sourcesOf({ isProposal, input: { files } }: MarketingPlanResult): string {
  return [
    ...(isProposal ? [] : ['marketing plan']),
    'tactic library',
    ...((files.leads?.rows.length ?? 0) > 0 ? ['own leads'] : []),
  ].join(', ');
}

function headlineOf({ values, input }: MarketingPlanResult): Sentence {
  const { headlines } = input.marketingTactics.story;
  return chooseRule(headlines, { values })?.sentence ?? plainSentence('Quarterly marketing plan');
}

function keyFigures({ values }: MarketingPlanResult): KeyFigure[] {
  const beside = (words: string, name: string): Sentence => sentence(words, { value: valueOf(values, name) });
  return [
    {
      label: sentence('Own return'),
      value: valueOf(values, 'partner_roi'),
      comparison: beside('conservative {value}', 'partner_roi_conservative'),
    },
    { label: sentence('Spend'), value: valueOf(values, 'spend'), comparison: beside('{value} of it MDF', 'mdf') },
    {
      label: sentence('Qualified leads'),
      value: valueOf(values, 'qualified'),
      comparison: beside('conservative {value}', 'qualified_conservative'),
    },
    {
      label: sentence('Won deals'),
      value: valueOf(values, 'won'),
      comparison: beside('conservative {value}', 'won_conservative'),
    },
    {
      label: sentence('Revenue'),
      value: valueOf(values, 'revenue'),
      comparison: beside('{value} in the quarter', 'revenue_in_quarter'),
    },
  ];
}

function valueOf(values: Readonly<Record<string, Value>>, name: string): Value {
  return values[name] ?? { kind: 'none' };
}
