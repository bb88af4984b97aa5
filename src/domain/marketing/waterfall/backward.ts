import { missing, whenKnown, type Known } from '../../../units/missing.ts';
import type { Waterfall } from './waterfall.ts';

/** What has to be reached: a revenue with its average deal, or a number of deals. */
export type WaterfallTarget =
  { readonly revenue: Known<number>; readonly averageDeal: Known<number> } | { readonly deals: Known<number> };

/** How many of something a target needs, with its fraction; pages show it rounded up. */
export interface Need {
  /** A stage of the waterfall, or `contacts`. */
  readonly of: string;
  readonly total: Known<number>;
  readonly perQuarter: Known<number>;
  readonly perMonth: Known<number>;
  readonly perWeek: Known<number>;
}

const MONTHS_A_QUARTER = 3;
const WEEKS_A_QUARTER = 13;

/**
 * What a target needs at every stage, from the last to the first, and how many people have to be spoken to:
 * deals = revenue ÷ average deal, each need = the next need ÷ its rate, contacts = inquiries ÷ response rate.
 * A rate of 0 % makes what stands before it unknown, with that reason: no number of leads would do.
 * @param setting.quarters over how many quarters the target spreads, 1 unless given
 */
export function backwardWaterfall(
  target: WaterfallTarget,
  { stages, rates }: Waterfall,
  { responseRate, quarters = 1 }: { readonly responseRate?: Known<number>; readonly quarters?: number } = {},
): Need[] {
  let total = dealsOf(target);
  const needs = [needOf(stages.at(-1)!, total, quarters)];
  for (let step = stages.length - 2; step >= 0; step -= 1) {
    total = before(
      total,
      rates[step] ?? missing('no rate for this step'),
      `from ${stages[step]!} to ${stages[step + 1]!}`,
    );
    needs.push(needOf(stages[step]!, total, quarters));
  }
  if (responseRate === undefined) return needs;
  return [...needs, needOf('contacts', before(total, responseRate, 'of those spoken to'), quarters)];
}

/**
 * A need as it is shown: the next whole number up. What lies above a whole number by no more than the noise of a few divisions of doubles
 * (a trillionth of itself) is that whole number, so that 0.3 ÷ 0.1 needs 3 and not 4.
 */
export function roundUp(need: number): number {
  const nearest = Math.round(need);
  return Math.abs(need - nearest) <= Math.abs(nearest) * DIVISION_NOISE ? nearest + 0 : Math.ceil(need) + 0;
}

const DIVISION_NOISE = 1e-12;

function dealsOf(target: WaterfallTarget): Known<number> {
  if ('deals' in target) return target.deals;
  return whenKnown([target.revenue, target.averageDeal], (revenue, deal) =>
    deal > 0 ? revenue / deal : missing('the average deal is worth nothing'),
  );
}

function before(need: Known<number>, rate: Known<number>, step: string): Known<number> {
  return whenKnown([need, rate], (next, share) => {
    if (next === 0) return 0;
    return share > 0 ? next / share : missing(`the rate ${step} is 0 %`);
  });
}

function needOf(of: string, total: Known<number>, quarters: number): Need {
  const split = (parts: number) => whenKnown([total], (need) => need / parts);
  return {
    of,
    total,
    perQuarter: split(quarters),
    perMonth: split(quarters * MONTHS_A_QUARTER),
    perWeek: split(quarters * WEEKS_A_QUARTER),
  };
}
