import { addDays } from './calendar.mjs';

const STAGES = ['Qualify', 'Validate', 'Propose', 'Negotiate'];

/**
 * `snapshots/<day>.json`: the figures as each export showed them. The two newest also list their open deals, where the deals
 * add up to the pipeline that was recorded.
 */
export function snapshotFiles(deals, { figures, numbers, ends, unexplained }) {
  return ends.flatMap((date, index) => {
    const total = figures.pipeline_snapshots[index];
    if (total === null) return [];
    const open = deals.filter((deal) => deal.created <= date && (deal.status === 'open' || deal.close > date));
    const exact = !unexplained.includes(date);
    const listed = exact && index >= ends.length - 2;
    const snapshot = {
      schemaVersion: 1,
      date,
      currency: figures.currency,
      sources: [{ file: `pipeline-${date}.csv`, rows: open.length + closedBy(deals, date) }],
      open: { amount: total, deals: exact ? open.length : likelyCount(total, deals), withoutAmount: 0 },
      bookings: bookingsTo(date, { figures, numbers }),
      ...(listed && {
        deals: index === ends.length - 1 ? open.map((deal) => dealNow(deal, figures)) : dealsThen(open, figures),
      }),
    };
    return [[`snapshots/${date}.json`, `${JSON.stringify(snapshot, null, 2)}\n`]];
  });
}

function closedBy(deals, date) {
  return deals.filter((deal) => deal.status !== 'open' && deal.close <= date).length;
}

function likelyCount(total, deals) {
  const average = deals.reduce((sum, deal) => sum + deal.amount, 0) / deals.length;
  return total === 0 ? 0 : Math.max(1, Math.round(total / average));
}

/** Full months up to the date, from the month in which the partner signed. */
function bookingsTo(date, { figures, numbers }) {
  return numbers.months
    .map((month, index) => ({
      month,
      amount: figures.monthly_bookings[index],
      deals: figures.monthly_won_deals[index],
    }))
    .filter(({ month }) => month <= date.slice(0, 7) && month >= figures.agreement_signed.slice(0, 7));
}

function dealNow(deal, { currency }) {
  return {
    key: `crm:${deal.id}`,
    status: 'open',
    stage: deal.stage,
    amount: deal.amount,
    currency,
    close_date: deal.close,
  };
}

/**
 * The open deals as the export before showed them: those that were put off since closed earlier, those that moved on stood a stage
 * earlier, and the largest has grown by what another one, lost since where there is one, was thought to be worth more. A deal closed
 * since is listed without a stage.
 */
function dealsThen(open, figures) {
  const still = open.filter(({ status }) => status === 'open').sort((a, b) => b.amount - a.amount);
  const [grown, second] = still;
  const shrunk = open.find(({ status }) => status === 'lost') ?? second;
  const shift = grown && shrunk ? Math.round((grown.amount * 0.08) / 100) * 100 : 0;
  return open.map((deal) => {
    const { stage, ...then } = dealNow(deal, figures);
    const amount = deal.amount - (deal === grown ? shift : deal === shrunk ? -shift : 0);
    if (deal.status !== 'open') return { ...then, amount };
    const close_date = deal.close_date_moves > 0 ? addDays(deal.close, -35 * deal.close_date_moves) : deal.close;
    return { ...then, stage: stageThen(stage, deal.id), amount, close_date };
  });
}

/** Half of the deals moved on by a stage. */
function stageThen(stage, id) {
  const place = STAGES.indexOf(stage);
  return Number(id.slice(-1)) % 2 === 0 && place > 0 ? STAGES[place - 1] : stage;
}
