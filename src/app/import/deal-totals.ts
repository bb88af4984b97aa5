import { fiscalCalendarOf, fiscalQuarterOf } from '../../domain/fiscal-calendar.ts';
import type { CamConfig } from '../../schema/cam-config.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import type { TakenDeal } from './deals/put-deals.ts';
import type { ImportTotals } from './import-report.ts';
import { MoneySum, type MoneyTotal } from './money-sum.ts';

/** Adds up deals by everything a CRM's own report adds them up by. */
export class DealTotals {
  private readonly all = new MoneySum();
  private readonly byCurrency = new Map<string, MoneySum>();
  private readonly byStatus = new Map<string, MoneySum>();
  private readonly byStage = new Map<string, MoneySum>();
  private readonly byPartner = new Map<string, MoneySum>();
  private readonly byQuarter = new Map<string, MoneySum>();

  constructor(private readonly config: CamConfig) {}

  /** @param currency the currency of a deal that names none */
  add({ deal, partnerId, label }: TakenDeal, currency: string): void {
    const quarter =
      deal.close_date === undefined
        ? 'no close date'
        : formatFiscalQuarter(fiscalQuarterOf(deal.close_date, fiscalCalendarOf(this.config)));
    const sums = [
      this.all,
      ...(deal.amount === undefined ? [] : [sumIn(this.byCurrency, deal.currency ?? currency)]),
      sumIn(this.byStatus, deal.status),
      sumIn(this.byStage, label ?? deal.stage ?? deal.status),
      sumIn(this.byPartner, partnerId),
      sumIn(this.byQuarter, quarter),
    ];
    for (const sum of sums) sum.add(deal.amount, deal.currency ?? currency);
  }

  totals(): ImportTotals {
    return {
      amount: this.all.total().byCurrency,
      byCurrency: totalsOf(this.byCurrency, (a, b) => (a < b ? -1 : 1)),
      byStatus: totalsOf(this.byStatus),
      byStage: totalsOf(this.byStage),
      byPartner: totalsOf(this.byPartner),
      byQuarter: totalsOf(this.byQuarter, (a, b) => (a < b ? -1 : 1)),
    };
  }
}

function sumIn(sums: Map<string, MoneySum>, key: string): MoneySum {
  const sum = sums.get(key) ?? new MoneySum();
  sums.set(key, sum);
  return sum;
}

function totalsOf(
  sums: ReadonlyMap<string, MoneySum>,
  order?: (a: string, b: string) => number,
): Readonly<Record<string, MoneyTotal>> {
  const entries = Array.from(sums, ([key, sum]): [string, MoneyTotal] => [key, sum.total()]);
  // fromEntries makes own keys of all names: a stage may be called "__proto__".
  return Object.fromEntries(order ? entries.sort(([a], [b]) => order(a, b)) : entries);
}
