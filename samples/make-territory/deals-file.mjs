const COLUMNS = [
  'source',
  'id',
  'name',
  'account',
  'partner_role',
  'amount',
  'currency',
  'stage',
  'status',
  'forecast_category',
  'probability_percent',
  'close_date',
  'created_date',
  'owner',
  'type',
  'product',
  'next_step',
  'last_activity',
  'lead_source',
  'registration_id',
  'close_date_moves',
];

/** Numbers the deals of the whole territory in the order of their creation, as one CRM would have done. */
export function numberDeals(deals, random) {
  const all = [...deals].sort((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : 0));
  let id = 10_400;
  let registration = 2_100;
  for (const deal of all) {
    deal.id = `OPP-${(id += random.integer(1, 5))}`;
    if (deal.registered) deal.registration_id = `REG-${(registration += random.integer(1, 4))}`;
  }
}

/** `deals.csv` in the canonical columns; `notLoaded` are left out altogether. */
export function dealsFile(deals, { currency, notLoaded = [] }) {
  const columns = COLUMNS.filter((column) => !notLoaded.includes(column));
  const rows = [...deals].sort((a, b) => (a.id < b.id ? -1 : 1)).map((deal) => rowOf(deal, currency));
  return csv(columns, rows);
}

/** RFC 4180 with line feeds: a cell is quoted when it holds a comma, a quote or a line break. */
export function csv(columns, rows) {
  const line = (cells) => `${cells.map(cell).join(',')}\n`;
  return line(columns) + rows.map((row) => line(columns.map((column) => row[column]))).join('');
}

function rowOf(deal, currency) {
  return { ...deal, source: 'crm', currency, close_date: deal.close, created_date: deal.created };
}

function cell(value = '') {
  const text = String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
