import { isKnown, missing, type Known } from '../units/missing.ts';
import type { PlainDate } from '../units/plain-date.ts';
import type { CamConfig } from '../schema/cam-config.ts';

export type Rates = CamConfig['rates'];

/** Between which currencies, and on which day. */
interface Exchange {
  readonly from: string;
  readonly to: string;
  readonly on: PlainDate;
  readonly rates: Rates;
}

/**
 * An amount in another currency at the stated rate that holds on a day (the newest on or before it; where all are later, the
 * first). The inverse of a stated rate is used where only that is given; without either the amount is unknown.
 */
export function convert(amount: number, exchange: Exchange): Known<number> {
  if (exchange.from === exchange.to) return amount;
  const stated = statedRate(exchange);
  if (!isKnown(stated)) return stated;
  return stated.from === exchange.from ? amount * stated.rate : amount / stated.rate;
}

/** The line of `cam.yaml` that an exchange is made at; the other way round where only that is stated. */
export function statedRate({ from, to, on, rates }: Exchange): Known<Rates[number]> {
  return (
    rateInForce(rates, from, to, on) ??
    rateInForce(rates, to, from, on) ??
    missing(`no rate from ${from} to ${to} in cam.yaml`)
  );
}

function rateInForce(rates: Rates, from: string, to: string, on: PlainDate): Rates[number] | undefined {
  const dated = rates.filter((rate) => rate.from === from && rate.to === to).sort((a, b) => (a.date < b.date ? -1 : 1));
  return dated.filter((rate) => rate.date <= on).at(-1) ?? dated[0];
}
