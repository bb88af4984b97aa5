/** A sum of money in one or several currencies that says what it does not know. Currencies are never added to one another. */
export interface MoneyTotal {
  readonly rows: number;
  /** The sum; null when no row has an amount, or when rows have several currencies. */
  readonly amount: number | null;
  readonly withoutAmount: number;
  /** The sum of each currency, in the order of their codes. */
  readonly byCurrency: Readonly<Record<string, number>>;
}

interface RunningSum {
  sum: number;
  /** What rounding has lost so far. */
  lost: number;
}

/** Collects amounts; what binary rounding loses is carried along, so that a total ties to the cent with the one a CRM prints. */
export class MoneySum {
  private rows = 0;
  private withoutAmount = 0;
  private readonly sums = new Map<string, RunningSum>();

  add(amount: number | undefined, currency: string): void {
    this.rows += 1;
    if (amount === undefined) {
      this.withoutAmount += 1;
      return;
    }
    const running = this.sums.get(currency) ?? { sum: 0, lost: 0 };
    this.sums.set(currency, running);
    // Neumaier's variant of Kahan's summation.
    const next = running.sum + amount;
    running.lost +=
      Math.abs(running.sum) >= Math.abs(amount) ? running.sum - next + amount : amount - next + running.sum;
    running.sum = next;
  }

  total(): MoneyTotal {
    const sums = Array.from(this.sums, ([currency, { sum, lost }]): [string, number] => [currency, sum + lost + 0]);
    sums.sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      rows: this.rows,
      amount: sums.length === 1 ? sums[0]![1] : null,
      withoutAmount: this.withoutAmount,
      byCurrency: Object.fromEntries(sums),
    };
  }
}
