import type { CamConfig } from '../schema/cam-config.ts';
import { quote } from './check-values.ts';
import type { PartnerReading } from './load-partner.ts';
import type { Problem } from './problem.ts';

/**
 * Deals in a currency that cannot be turned into their partner's: one warning a partner and currency, at the first such deal. Their
 * amounts count as unknown, so a page would show too little without a word.
 */
export function checkRates(readings: readonly PartnerReading[], { currency, rates }: CamConfig): Problem[] {
  return readings.flatMap((reading) => {
    const to = reading.partner?.value?.currency ?? currency;
    const hasRate = (from: string): boolean =>
      rates.some((rate) => (rate.from === from && rate.to === to) || (rate.from === to && rate.to === from));
    return [...rowsByCurrency(reading)]
      .filter(([from]) => from !== to && !hasRate(from))
      .map(([from, rows]) => ({ ...withoutRate({ reading, rows, from, to }), partner: reading.id }));
  });
}

function rowsByCurrency({ tables: { deals } }: PartnerReading): Map<string, readonly number[]> {
  const found = new Map<string, number[]>();
  deals?.value?.rows.forEach(({ currency, amount, annual_value }, row) => {
    if (currency === undefined || (amount === undefined && annual_value === undefined)) return;
    const rows = found.get(currency) ?? [];
    rows.push(row);
    found.set(currency, rows);
  });
  return found;
}

function withoutRate({
  reading,
  rows,
  from,
  to,
}: {
  readonly reading: PartnerReading;
  readonly rows: readonly number[];
  readonly from: string;
  readonly to: string;
}): Problem {
  const isCode = /^[A-Z]{3}$/.test(from);
  const what = isCode ? `there is no rate from ${from} to ${to}` : `${quote(from)} is no currency`;
  return reading.tables.deals!.problemAt(rows[0]!, 'currency', {
    severity: 'warning',
    message: `${what} (${rows.length} ${rows.length === 1 ? 'deal' : 'deals'}); the amount counts as unknown`,
    written: from,
    remedy: isCode
      ? `Add it to the rates in cam.yaml: { from: ${from}, to: ${to}, rate: …, date: … }`
      : 'A currency is written as its three-letter code, for example USD.',
  });
}
