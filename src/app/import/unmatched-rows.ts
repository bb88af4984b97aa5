import type { Deal } from '../../schema/deal.ts';
import type { UnmatchedEntry } from './import-report.ts';
import { MoneySum } from './money-sum.ts';

/** Rows whose partner is not known, gathered by the name they give. */
export class UnmatchedRows {
  private readonly byName = new Map<string, { why: string; sum: MoneySum }>();

  constructor(private readonly territoryCurrency: string) {}

  add({ unmatched, why }: { readonly unmatched: string; readonly why: string }, fields: Partial<Deal>): void {
    const rows = this.byName.get(unmatched) ?? { why, sum: new MoneySum() };
    this.byName.set(unmatched, rows);
    rows.sum.add(fields.amount, fields.currency ?? this.territoryCurrency);
  }

  entries(): UnmatchedEntry[] {
    const entries = Array.from(this.byName, ([partner, { why, sum }]) => {
      const { rows, amount, byCurrency } = sum.total();
      return { partner, rows, amount, byCurrency, why };
    });
    return entries.sort((a, b) => b.rows - a.rows || (a.partner < b.partner ? -1 : 1));
  }
}
