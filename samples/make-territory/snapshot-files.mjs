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
      ...(listed && { deals: open.map((deal) => dealThen(deal, { ...figures, latest: index === ends.length - 1 })) }),
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

/** The stage of an earlier day is not kept in the deals, so only the newest snapshot names it. */
function dealThen(deal, { currency, latest }) {
  return {
    key: `crm:${deal.id}`,
    status: 'open',
    ...(latest && { stage: deal.stage }),
    amount: deal.amount,
    currency,
    close_date: deal.close,
  };
}
