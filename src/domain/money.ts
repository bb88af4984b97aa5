import { missing, type Known } from '../units/missing.ts';
import type { PlainDate } from '../units/plain-date.ts';
import type { CamConfig } from '../schema/cam-config.ts';

export type Rates = CamConfig['rates'];

/**
 * An amount in another currency at the stated rate that holds on a day (the newest on or before it; where all are later, the
 * first). The inverse of a stated rate is used where only that is given; without either the amount is unknown.
 */
export function convert(
  amount: number,
  {
    from,
    to,
    on,
    rates,
  }: { readonly from: string; readonly to: string; readonly on: PlainDate; readonly rates: Rates },
): Known<number> {
  if (from === to) return amount;
  const direct = rateInForce(rates, from, to, on);
  if (direct !== undefined) return amount * direct;
  const inverse = rateInForce(rates, to, from, on);
  if (inverse !== undefined) return amount / inverse;
  return missing(`no rate from ${from} to ${to} in cam.yaml`);
}

function rateInForce(rates: Rates, from: string, to: string, on: PlainDate): number | undefined {
  const dated = rates.filter((rate) => rate.from === from && rate.to === to).sort((a, b) => (a.date < b.date ? -1 : 1));
  return (dated.filter((rate) => rate.date <= on).at(-1) ?? dated[0])?.rate;
}
