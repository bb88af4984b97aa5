import { addDays, daysBetween } from './calendar.mjs';
import { csv } from './deals-file.mjs';

const COLUMNS = [
  'source',
  'id',
  'created_date',
  'company',
  'stage',
  'stage_date',
  'campaign',
  'lead_source',
  'product',
  'deal_id',
];
const STAGES = ['inquiry', 'mql', 'sal', 'sql', 'won'];
/** Days from the inquiry to each stage, from and to. */
const DAYS_TO_STAGE = { mql: [2, 7], sal: [6, 12], sql: [14, 32] };
/** The days on which a campaign of a quarter without a plan's file began, how long it brought leads, and the inquiries behind a qualified one. */
const EARLIER = { 'FY26-Q1': '2025-09-03', 'FY26-Q2': '2025-11-05' };
const DAYS_OF_EARLIER = 25;
const INQUIRIES = [5, 6];

/** `leads.csv`: what the campaigns of the fiscal year brought. Undefined where none ran in the running quarter. */
export function leadsFile(context) {
  const { figures, marketing = [] } = context;
  const [run, , , planned] = figures.campaigns ?? [0];
  if (!run) return undefined;
  const written = new Set(marketing.map(({ quarter }) => quarter));
  const earlier = Object.entries(EARLIER).filter(([quarter]) => !written.has(quarter));
  const rows = [
    ...earlier.flatMap(([quarter, began]) => leadsOfEarlier({ quarter, began, run, planned }, context)),
    ...marketing.flatMap(({ campaigns }) => campaigns.flatMap((campaign) => leadsOfCampaign(campaign, context))),
  ];
  const sorted = rows.sort((a, b) => (a.created_date < b.created_date ? -1 : a.created_date > b.created_date ? 1 : 0));
  const short = figures.id.slice(0, 3).toUpperCase();
  return csv(
    COLUMNS,
    sorted.map((row, index) => ({ ...row, id: `LEAD-${short}-${index + 1}` })),
  );
}

/** As many leads at each stage as the numbers say; those that were won name their deals. */
function leadsOfCampaign({ id, start, end = start, came, won_amounts: amounts = [] }, context) {
  const { random, asOf } = context;
  if (!came) return [];
  const won = amounts.map((amount) => dealOf(amount, { from: start, ...context }));
  return Array.from({ length: came[0] }, (_, index) => {
    const reached = came.filter((count) => count > index).length - 1;
    const stage = STAGES[reached];
    const created = addDays(start, random.integer(0, daysBetween(start, end)));
    const deal = stage === 'won' ? won[index] : undefined;
    const [low, high] = DAYS_TO_STAGE[stage] ?? [0, 0];
    const since = deal?.close ?? earliest(addDays(created, random.integer(low, high)), asOf);
    return leadRow({ created, since, stage, campaign: id, deal }, context);
  });
}

/** The won deal of an amount that was closed after a campaign began. */
function dealOf(amount, { deals, from, asOf, figures }) {
  const found = deals.filter(
    ({ status, close, amount: its }) => status === 'won' && its === amount && close >= from && close <= asOf,
  );
  if (found.length !== 1) throw new Error(`${figures.id} has ${found.length} won deals of ${amount} since ${from}`);
  return found[0];
}

function leadsOfEarlier({ quarter, began, run, planned }, context) {
  const { random } = context;
  const qualified = random.integer(1, planned);
  return Array.from({ length: qualified * random.integer(...INQUIRIES) }, (_, index) => {
    const created = addDays(began, random.integer(0, DAYS_OF_EARLIER));
    const stage = index < qualified ? random.pick(['mql', 'mql', 'sal', 'sql']) : 'inquiry';
    const since = stage === 'inquiry' ? created : addDays(created, random.integer(2, 14));
    return leadRow({ created, since, stage, campaign: `${quarter}-${(index % run) + 1}` }, context);
  });
}

function leadRow({ created, since, stage, campaign, deal }, { random, accounts, words }) {
  return {
    source: 'marketing',
    created_date: created,
    company: deal?.account ?? random.pick(accounts).name,
    stage,
    stage_date: since,
    campaign,
    lead_source: 'Partner campaign',
    product: random.pick(Object.keys(words.products)),
    deal_id: deal?.id,
  };
}

function earliest(a, b) {
  return a < b ? a : b;
}
