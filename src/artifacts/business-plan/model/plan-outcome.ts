import type {
  ModelAgreement,
  ModelOutcome,
  ModelTie,
  PeriodLine,
  SolvedQuestion,
} from '../../../document/model-outcome.ts';
import { sentence } from '../../../units/sentence.ts';
import { text } from '../../../units/value.ts';
import type { BusinessPlanResult } from '../compute.ts';
import { planResultRows } from './plan-results.ts';
import { RESULT_LINES } from './result-lines.ts';

const amounts = (line: string, title: string, sign: 1 | -1 = 1): PeriodLine => ({
  kind: 'sum',
  line,
  title,
  sign,
  shows: 'amount',
});
const strong = (line: PeriodLine): PeriodLine => ({ ...line, emphasis: 'strong' });

/** The profit and loss by quarter and year; costs are written with their sign. */
const PERIODS: readonly PeriodLine[] = [
  amounts('product_revenue', 'Product revenue'),
  amounts('services_revenue', 'Services revenue'),
  amounts('recurring_revenue', 'Recurring revenue'),
  strong(amounts('revenue', 'Revenue')),
  amounts('product_profit', 'Product margin'),
  amounts('services_profit', 'Services margin'),
  amounts('recurring_profit', 'Recurring margin'),
  amounts('registration_earned', 'Registration margin'),
  amounts('rebate_earned', 'Rebate'),
  strong(amounts('gross_profit', 'Gross profit')),
  amounts('staff_cost', 'People', -1),
  amounts('marketing_cost', 'Marketing', -1),
  amounts('mdf', 'Marketing paid by the vendor'),
  amounts('invested', 'Investments', -1),
  amounts('overhead', 'Overhead', -1),
  strong(amounts('net', 'Net profit')),
  { kind: 'end', line: 'cumulative', title: 'Cumulative, at the end', sign: 1, shows: 'amount', emphasis: 'strong' },
  { kind: 'ratio', title: 'Gross margin', part: 'gross_profit', whole: 'revenue' },
  { kind: 'ratio', title: 'Net margin', part: 'net', whole: 'revenue' },
  { kind: 'end', line: 'monthly_recurring', title: 'Recurring a month, at the end', sign: 1, shows: 'amount' },
  { kind: 'end', line: 'customers', title: 'Customers served, at the end', sign: 1, shows: 'number' },
  { kind: 'end', line: 'fte', title: 'People, full time, at the end', sign: 1, shows: 'number' },
];

const parts = (...keys: readonly string[]): ModelTie['parts'] =>
  keys.map((key) => (key.startsWith('-') ? { line: key.slice(1), sign: -1 } : { line: key, sign: 1 }));

/** Sums of the whole plan, and the lines that they are made of. */
export const TIES: readonly ModelTie[] = [
  {
    title: 'Revenue is product, services and recurring revenue',
    whole: 'revenue',
    parts: parts('product_revenue', 'services_revenue', 'recurring_revenue'),
  },
  {
    title: 'Gross profit is its margins, registration margin and rebate',
    whole: 'gross_profit',
    parts: parts('product_profit', 'services_profit', 'recurring_profit', 'registration_earned', 'rebate_earned'),
  },
  {
    title: 'Net profit is gross profit less people, marketing, investments and overhead, plus MDF',
    whole: 'net',
    parts: parts('gross_profit', '-staff_cost', '-marketing_cost', 'mdf', '-invested', '-overhead'),
  },
];

/** What a plan comes to, besides its months. */
export function planOutcome(
  result: BusinessPlanResult,
  {
    headline,
    standing,
    notes,
    agreement,
  }: Pick<ModelOutcome, 'headline' | 'standing' | 'notes'> & { readonly agreement: ModelAgreement | undefined },
): ModelOutcome {
  const { base, conservative, stretch, drivers, input } = result;
  const { sources, sensitivity_swing_percent: swing } = input.planAssumptions;
  return {
    headline,
    standing,
    isExample: result.plan === undefined,
    notes,
    ...(agreement && { agreement }),
    caution: 'Illustrative, not a guarantee',
    helpers: new Set(RESULT_LINES.map(({ key }) => key)),
    results: planResultRows([base, conservative, stretch]),
    periods: PERIODS,
    ties: TIES,
    followed: 'cumulative',
    drivers: { swing: swing / 100, rows: drivers.map(({ title, lower, higher }) => ({ title, lower, higher })) },
    questions: solvedQuestions(result),
    sources: Object.entries(sources).map(([name, { text, url }]) => ({
      name,
      text,
      ...(url !== undefined && { url }),
    })),
  };
}

function solvedQuestions({ questions }: BusinessPlanResult): SolvedQuestion[] {
  return questions.map(({ text: words, unit, planned, needed }) => ({
    question: sentence('{question} ({unit}; planned {planned})', { question: text(words), unit: text(unit), planned }),
    answer: needed,
  }));
}
