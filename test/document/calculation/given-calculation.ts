import type { Calculation, CalculationEntry, CalculationSheet } from '../../../src/document/calculation/calculation.ts';
import { parseExpression } from '../../../src/expression/parse.ts';
import { missing, type Known } from '../../../src/units/missing.ts';
import { plainSentence } from '../../../src/units/sentence.ts';

/** A cell somebody types into. */
export const typed = (value: Known<number | string>, source?: string): CalculationEntry => ({
  typed: value,
  ...(source !== undefined && { source }),
});

export const formula = (text: string) => ({ formula: parseExpression(text) });

/** Two tactics with what they cost and bring, and an answer in front; what the event answers is not known unless told. */
export function givenCalculation(eventRate: Known<number> = missing('nobody has run one yet')): Calculation {
  return {
    currency: 'USD',
    caution: 'Illustrative, not a guarantee',
    headline: plainSentence('Two tactics cost {10,000 dollars} & bring 80 "leads"'),
    sheets: [frontSheet, tacticsSheet(eventRate)],
    checks: [
      {
        title: 'The costs add up',
        difference: parseExpression('tactics.total.cost - tactics.webinar.cost - tactics.event.cost'),
      },
    ],
    definitions: [{ name: 'Lead', words: 'a person who answered', where: 'house' }],
  };
}

const frontSheet: CalculationSheet = {
  key: 'front',
  title: 'Summary',
  holds: 'the answer',
  intro: 'What it comes to',
  label: 'Result',
  columns: [{ key: 'all', title: 'All tactics', entries: new Map(), isNamed: true }],
  rows: [
    { key: 'spend', label: 'Spend', kind: 'amount', ...formula('tactics.cost'), emphasis: 'strong' },
    { key: 'leads', label: 'Leads', kind: 'count', ...formula('tactics.leads') },
    { key: 'webinar_leads', label: 'Leads of the webinar', kind: 'count', ...formula('tactics.webinar.leads') },
    { key: 'cost_per_lead', label: 'Cost per lead', kind: 'amount', ...formula('spend / leads') },
  ],
};

const tacticsSheet = (eventRate: Known<number>): CalculationSheet => ({
  key: 'tactics',
  title: 'Tactics & rates',
  holds: 'what is assumed',
  intro: 'Blue numbers are typed in',
  label: 'Number',
  columns: [
    {
      key: 'webinar',
      title: 'Webinar on "backup"',
      entries: new Map([
        ['audience', typed(1_000, 'list of the partner')],
        ['rate', typed(0.08, 'own history')],
        ['cost', typed(4_000)],
        ['starts', typed('2026-04-15')],
        ['owner', typed('=Mara <Quellin>')],
      ]),
    },
    {
      key: 'event',
      title: 'Breakfast',
      entries: new Map([
        ['audience', typed(60, 'list of the partner')],
        ['rate', typed(eventRate, 'house default')],
        ['cost', typed(6_000)],
        ['starts', typed('2026-05-06')],
        ['owner', typed('Otto')],
      ]),
    },
  ],
  total: { title: 'Total' },
  rows: [
    { key: 'owner', label: 'Owner', kind: 'text', heading: 'Who and when' },
    { key: 'starts', label: 'Starts', kind: 'date', heading: 'Who and when' },
    { key: 'audience', label: 'Audience', kind: 'count', unit: 'people', heading: 'Numbers', total: 'sum' },
    { key: 'rate', label: 'Response rate', kind: 'share', unit: 'of the audience', heading: 'Numbers' },
    { key: 'cost', label: 'Cost', kind: 'amount', unit: 'USD', heading: 'Numbers', total: 'sum' },
    { key: 'leads', label: 'Leads', kind: 'count', heading: 'Numbers', total: 'sum', ...formula('audience * rate') },
    {
      key: 'each',
      label: 'Cost per lead',
      kind: 'amount',
      heading: 'Numbers',
      total: 'formula',
      ...formula('cost / leads'),
    },
  ],
  charts: [
    { title: 'Cost', description: 'Cost of each tactic', rows: ['cost', 'leads'], columns: ['webinar', 'event'] },
  ],
});
