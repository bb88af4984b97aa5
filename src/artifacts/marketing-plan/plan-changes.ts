import type { Table } from '../../document/block.ts';
import type { Edition } from '../../document/document.ts';
import { NO_BREAK_SPACE } from '../../units/format.ts';
import { parsePlainDate } from '../../units/plain-date.ts';
import { amount, count, shortDate, text, type Value } from '../../units/value.ts';
import { changesTable, type PlaceWords } from '../changes-table.ts';
import type { MarketingPlanResult } from './compute.ts';

/** What was changed in the plan since it was agreed; only the account manager reads who changed it and why. */
export function planChanges(result: MarketingPlanResult, edition: Edition): readonly Table[] {
  const { plan, isProposal, input } = result;
  if (isProposal || edition !== 'internal') return [];
  return changesTable(plan.changes, input.review.asOf, (at) => wordsOfTerm(at, result));
}

/** What the parts of a campaign are called, by their place in it. */
const CAMPAIGN_WORDS: Readonly<Record<string, string>> = {
  title: 'Name',
  goals: 'Goals it serves',
  product_focus: 'Product',
  'audience.size': 'Audience',
  'audience.who': 'Who is asked',
  response_rate_percent: 'Response rate',
  cost_per_lead: 'Cost of one lead',
  funding_share_percent: 'Paid by MDF',
  rates_percent: 'Rates from stage to stage, %',
  days_per_stage: 'Days from stage to stage',
  revenue_per_deal: 'Revenue of a won deal',
  margin_per_deal: 'Margin of a won deal',
  start: 'Starts',
  end: 'Ends',
  first_spend: 'First spend',
  owner: 'Who runs it',
  'follow_up.owner': 'Who calls the leads',
  'follow_up.days': 'Days until a lead is called',
  lead_list: 'Who keeps the leads',
  verify_on: 'Verified on',
};

const PLAN_WORDS: Readonly<Record<string, string>> = {
  currency: 'Currency',
  target_revenue: 'Revenue to be reached',
  budget: 'Budget',
  'reviews.owner': 'Who looks at the pipeline',
  'reviews.dates': 'When the pipeline is looked at',
};

function wordsOfTerm(at: string, result: MarketingPlanResult): PlaceWords<string | number> {
  const { campaigns, currency, input } = result;
  const { goals, tactics } = input.marketingTactics;
  const [list, id = '', ...rest] = at.split('.');
  if (list === 'goals') {
    const goal = goals.find((one) => one.id === id)?.title ?? id;
    return { part: 'Goals', what: goal, show: (value) => text(String(value).replace('-', ' ')) };
  }
  if (list !== 'campaigns') return { part: 'The plan', what: PLAN_WORDS[at] ?? at, show: shownAs(at, currency) };
  const part = campaigns.find(({ campaign }) => campaign.id === id)?.title ?? id;
  if (rest.length === 0) {
    const titleOf = (tactic: string | number) => tactics.find((one) => one.id === tactic)?.title ?? String(tactic);
    return { part, what: 'Tactic', show: (tactic) => text(titleOf(tactic)) };
  }
  const place = rest.join('.');
  // The name of a cost line may hold full stops of its own.
  const what = rest[0] === 'cost_lines' ? `Cost: ${rest.slice(1).join('.')}` : (CAMPAIGN_WORDS[place] ?? place);
  return { part, what, show: shownAs(rest[0]!, currency) };
}

const AMOUNTS: readonly string[] = [
  'target_revenue',
  'budget',
  'cost_lines',
  'cost_per_lead',
  'revenue_per_deal',
  'margin_per_deal',
];

function shownAs(key: string, currency: string): (value: string | number) => Value {
  return (value) => {
    if (typeof value === 'string') {
      const day = parsePlainDate(value);
      return day === undefined ? text(value) : shortDate(day);
    }
    if (AMOUNTS.includes(key)) return amount(value, currency);
    return key.endsWith('_percent') ? text(`${value}${NO_BREAK_SPACE}%`) : count(value);
  };
}
