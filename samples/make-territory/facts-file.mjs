import { csv } from './deals-file.mjs';

/** Share of the fiscal year to date that its running quarter has brought. */
const RUNNING_QUARTER = 0.24;

/**
 * `facts.csv`: figures that no deal carries, in the partner's currency. Undefined when none was loaded.
 */
export function factsFile(figures, numbers) {
  const { partner_profit_ytd: profit, services_revenue: services, planned, csat, currency } = figures;
  const agreed = figures.business_plan_agreed;
  const rows = [
    ...(services ? toDate('services_revenue', services[1], services[0]) : []),
    ...(csat ? [{ metric: 'csat_score', period: numbers.csat_measured, value: csat, source: 'customer survey' }] : []),
    ...(known(profit?.planned) ? toDate('partner_profit_planned', profit.planned) : []),
    ...(known(profit?.actual) ? toDate('partner_profit_actual', profit.actual) : []),
    ...(agreed ? [{ metric: 'business_plan_agreed', period: 'FY26', value: 1, source: `signed on ${agreed}` }] : []),
    ...(planned ? plannedRows(planned) : []),
  ];
  if (rows.length === 0) return undefined;
  const money = (row) => !['csat_score', 'business_plan_agreed'].includes(row.metric);
  return csv(
    ['metric', 'period', 'value', 'currency', 'source'],
    rows.map((row) => ({ ...row, currency: money(row) ? currency : '' })),
  );
}

/** Quarters and months of the fiscal year to date, and the half-year before it where the last four quarters are known. */
function toDate(metric, yearToDate, lastFourQuarters) {
  const source = metric.endsWith('_planned') ? 'business plan' : 'partner report';
  const running = hundreds(yearToDate * RUNNING_QUARTER);
  const [first, second] = halves(yearToDate - running);
  const [january, february] = halves(running);
  const rows = [
    ['FY26-Q1', first],
    ['FY26-Q2', second],
    ['2026-01', january],
    ['2026-02', february],
  ];
  if (lastFourQuarters !== undefined) {
    const [third, fourth] = halves(lastFourQuarters - first - second);
    rows.unshift(['FY25-Q3', third], ['FY25-Q4', fourth]);
  }
  return rows.map(([period, value]) => ({ metric, period, value, source }));
}

function plannedRows([fresh, renewal, registered]) {
  const metrics = {
    planned_product_new: fresh,
    planned_product_renewal: renewal,
    planned_product_registered_new: registered,
  };
  return Object.entries(metrics).flatMap(([metric, year]) => {
    const shares = [0.3, 0.22, 0.26].map((share) => hundreds(year * share));
    const values = [...shares, year - shares.reduce((sum, share) => sum + share, 0)];
    const periods = ['FY26-Q4', 'FY27-Q1', 'FY27-Q2', 'FY27-Q3'];
    return periods.map((period, i) => ({ metric, period, value: values[i], source: 'business plan' }));
  });
}

function halves(total) {
  const first = hundreds(total * 0.47);
  return [first, total - first];
}

function hundreds(value) {
  return Math.round(value / 100) * 100;
}

function known(value) {
  return value !== null && value !== undefined;
}
