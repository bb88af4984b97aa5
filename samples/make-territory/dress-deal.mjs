import { addDays, daysBetween, workdayBetween, spokenDate } from './calendar.mjs';

const PROBABILITY = { Qualify: 10, Validate: 25, Propose: 50, Negotiate: 75, 'Closed won': 100, 'Closed lost': 0 };
const FORECAST = { Qualify: 'pipeline', Validate: 'pipeline', Propose: 'best-case', Negotiate: 'commit' };
const STAGES = {
  overdue: { Validate: 3, Propose: 5, Negotiate: 2 },
  'rest_of_FY26-Q3': { Propose: 4, Negotiate: 6 },
  'FY26-Q4': { Qualify: 1, Validate: 4, Propose: 4, Negotiate: 1 },
  later: { Qualify: 6, Validate: 4 },
};

/** Gives the partner's bare deals everything a CRM would hold of them: names, people, stage, activity. */
export function dressDeals(deals, context) {
  nameLargest(deals, context.words.largest_deals ?? []);
  const usedNames = new Set(deals.filter((deal) => deal.name).map((deal) => `${deal.account}/${deal.name}`));
  const unplanned = withoutNextStep(deals, context);
  return deals.map((deal) => {
    const type = deal.type ?? typeOf(context, deal);
    const role = context.random.chance(context.words.sourced_percent / 100) ? 'sourced' : context.otherRole;
    const stage = stageOf(context.random, deal);
    return {
      ...deal,
      ...(deal.name ? {} : nameDeal(deal, type, usedNames, context)),
      type,
      stage,
      partner_role: role,
      owner: context.random.pick(context.sellers),
      lead_source: type === 'new' ? context.random.pick(context.allWords.lead_sources[role]) : 'Existing customer',
      probability_percent: PROBABILITY[stage],
      forecast_category: FORECAST[stage] ?? (deal.status === 'won' ? 'closed' : 'omitted'),
      last_activity: lastActivity(deal, context),
      next_step: nextStep(deal, { type, stage, unplanned, context }),
      close_date_moves: movesOf(context.random, deal),
    };
  });
}

/** The largest moving deals of the next quarter are those the story speaks of. */
function nameLargest(deals, stories) {
  const moving = deals.filter((deal) => deal.bucket === 'FY26-Q4' && !deal.quiet);
  const largest = moving.sort((a, b) => b.amount - a.amount).slice(0, stories.length);
  largest.forEach((deal, index) => Object.assign(deal, stories[index]));
}

function typeOf({ random, figures, words }, deal) {
  if (Object.keys(words.products).every((product) => product !== 'Care') && !figures.planned) return 'new';
  const [fresh, renewal] = figures.planned ?? [65, 35];
  // A lost deal is seldom a renewal: those are won, or never asked for.
  const renewals = (deal.status === 'lost' ? 0.4 : 1) * (renewal / (fresh + renewal));
  return random.chance(renewals) ? 'renewal' : random.chance(0.3) ? 'expansion' : 'new';
}

function stageOf(random, deal) {
  if (deal.status !== 'open') return deal.status === 'won' ? 'Closed won' : 'Closed lost';
  return deal.stage ?? random.weighted(STAGES[deal.bucket]);
}

function nameDeal(deal, type, usedNames, { random, accounts, words, allWords }) {
  const weights = Object.entries(words.products).filter(([product]) => allWords.products[product].kinds.includes(type));
  for (let attempt = 0; ; attempt++) {
    // A few customers buy often: the square of a chance prefers the first of the list.
    const account = accounts[Math.floor(random.next() ** 1.7 * accounts.length)];
    const product = random.weighted(Object.fromEntries(weights));
    const name = fill(random.pick(allWords.deal_names[type]), { deal, product, account, random, allWords });
    const key = `${account.name}/${name}`;
    if (usedNames.has(key) && attempt < 40) continue;
    usedNames.add(key);
    return { account: account.name, product, name };
  }
}

function fill(pattern, { deal, product, account, random, allWords }) {
  const { units, scopes } = allWords.verticals[account.vertical];
  const number = Math.max(2, Math.round(deal.amount / allWords.products[product].unit_price));
  return pattern
    .replace('{product}', product)
    .replace('{units}', `${number} ${random.pick(units)}`)
    .replace('{scope}', random.pick(scopes))
    .replace('{year}', deal.close.slice(0, 4));
}

/** Deals without a next step: the quiet and overdue ones first. */
function withoutNextStep(deals, { random, figures }) {
  const order = (deal) => (deal.bucket === 'overdue' ? 0 : deal.quiet ? 1 : 2);
  const open = random.shuffled(deals.filter((deal) => deal.status === 'open' && !deal.fixed));
  return new Set(open.sort((a, b) => order(a) - order(b)).slice(0, figures.open_pipeline.without_next_step));
}

function nextStep(deal, { type, stage, unplanned, context: { random, asOf, allWords } }) {
  if (deal.status !== 'open') return '';
  if (deal.next_step !== undefined) return deal.next_step;
  if (unplanned.has(deal)) return '';
  const latest = addDays(asOf, 23);
  const until = deal.bucket !== 'overdue' && deal.close < latest ? deal.close : latest;
  const date = spokenDate(workdayBetween(random, addDays(asOf, 2), until));
  return random.pick(allWords.next_steps[type === 'renewal' ? 'renewal' : stage]).replace('{date}', date);
}

/** Open deals moved within the last 60 days, quiet ones did not; closed ones were last touched when they closed. */
function lastActivity(deal, { random, asOf }) {
  if (deal.status !== 'open') return deal.close;
  const newest = addDays(asOf, deal.quiet ? -66 : -1);
  const oldest = addDays(asOf, deal.quiet ? -120 : -45);
  return deal.created >= newest
    ? newest
    : workdayBetween(random, oldest < deal.created ? deal.created : oldest, newest);
}

function movesOf(random, deal) {
  if (deal.bucket === 'overdue') return random.integer(2, 4);
  if (deal.quiet) return random.integer(1, 3);
  const age = daysBetween(deal.created, deal.close);
  return age > 150 && random.chance(0.5) ? random.integer(1, 2) : random.chance(0.12) ? 1 : 0;
}
