import { addDays } from './calendar.mjs';
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
];
/** Inquiries behind one qualified lead, about one in six. */
const INQUIRIES = [5, 6];
const QUALIFIED = ['mql', 'mql', 'sal', 'sql'];
/** The days on which campaigns of the quarters began; those of the running one brought the qualified leads that are stated. */
const CAMPAIGNS = [
  { quarter: 'FY26-Q1', began: '2025-09-03' },
  { quarter: 'FY26-Q2', began: '2025-11-05' },
  { quarter: 'FY26-Q3', began: '2026-01-11' },
];
const DAYS_OF_A_CAMPAIGN = 25;

/** `leads.csv`: what the campaigns of the fiscal year brought. Undefined where none ran in the running quarter. */
export function leadsFile(context) {
  const { figures, random } = context;
  const [run, , qualified, planned] = figures.campaigns ?? [0];
  if (!run) return undefined;
  const rows = CAMPAIGNS.flatMap((campaign, index) => {
    const isRunning = index === CAMPAIGNS.length - 1;
    return leadsOf(campaign, { ...context, run, qualified: isRunning ? qualified : random.integer(1, planned) });
  });
  const sorted = rows.sort((a, b) => (a.created_date < b.created_date ? -1 : a.created_date > b.created_date ? 1 : 0));
  const short = figures.id.slice(0, 3).toUpperCase();
  return csv(
    COLUMNS,
    sorted.map((row, index) => ({ ...row, id: `LEAD-${short}-${index + 1}` })),
  );
}

function leadsOf({ quarter, began }, { run, qualified, accounts, words, random }) {
  return Array.from({ length: qualified * random.integer(...INQUIRIES) }, (_, index) => {
    const created = addDays(began, random.integer(0, DAYS_OF_A_CAMPAIGN));
    const isQualified = index < qualified;
    return {
      source: 'marketing',
      created_date: created,
      company: random.pick(accounts).name,
      stage: isQualified ? random.pick(QUALIFIED) : 'inquiry',
      stage_date: isQualified ? addDays(created, random.integer(2, 14)) : created,
      campaign: `${quarter}-${(index % run) + 1}`,
      lead_source: 'Partner campaign',
      product: random.pick(Object.keys(words.products)),
    };
  });
}
