import { addKnown, missing, whenKnown, type Known } from '../../../units/missing.ts';

/** A lead waterfall: its stages in their order (inquiry, mql, … won; any number) and the rate of every step between two of them. */
export interface Waterfall {
  readonly stages: readonly string[];
  /** One a step, ratios from 0 to 1: the first leads from the first stage to the second. */
  readonly rates: readonly Known<number>[];
}

/** How many leads come to a stage; fractions are kept, pages round. */
export interface StageCount {
  readonly stage: string;
  readonly count: Known<number>;
}

/** How many people a tactic speaks to and what share of them answers, or what is spent and what one answer costs. */
export type Reach =
  | { readonly audience: Known<number>; readonly responseRate: Known<number> }
  | { readonly budget: Known<number>; readonly costPerLead: Known<number> };

/**
 * The inquiries a tactic brings: audience × response rate, or budget ÷ cost per lead.
 * @returns a count with its fraction; unknown where a part is, or where a lead is said to cost nothing
 */
export function inquiriesOf(reach: Reach): Known<number> {
  if ('audience' in reach) return whenKnown([reach.audience, reach.responseRate], (people, rate) => people * rate);
  return whenKnown([reach.budget, reach.costPerLead], (budget, cost) =>
    cost > 0 ? budget / cost : missing('a lead costs nothing'),
  );
}

/**
 * Each stage from the one before it: stage(k) = stage(k − 1) × rate(k). A stage behind an unknown rate is unknown for that rate's reason;
 * behind an empty stage it is 0 whatever the rate.
 * @param inquiries leads at the first stage
 */
export function forwardWaterfall(inquiries: Known<number>, { stages, rates }: Waterfall): StageCount[] {
  let count = inquiries;
  return stages.map((stage, index) => {
    if (index > 0) count = passOn(count, rateOfStep(rates, index - 1));
    return { stage, count };
  });
}

function passOn(count: Known<number>, rate: Known<number>): Known<number> {
  return count === 0 ? 0 : whenKnown([count, rate], (leads, share) => leads * share);
}

/** The share of leads at one stage that comes to a later one: the product of the steps between them. */
export function rateBetween({ stages, rates }: Waterfall, from: string, to: string): Known<number> {
  const steps = rates.slice(stages.indexOf(from), stages.indexOf(to));
  return steps.reduce<Known<number>>((product, rate) => whenKnown([product, rate], (a, b) => a * b), 1);
}

/** The count at a stage; unknown where the waterfall has no such stage. */
export function countAt(counts: readonly StageCount[], stage: string): Known<number> {
  return counts.find((each) => each.stage === stage)?.count ?? missing(`the waterfall has no stage ${stage}`);
}

/** Several waterfalls of the same stages, added. A stage that is unknown in one of them is unknown in the sum. */
export function addWaterfalls(waterfalls: readonly (readonly StageCount[])[], stages: readonly string[]): StageCount[] {
  return stages.map((stage) => ({ stage, count: addKnown(waterfalls.map((counts) => countAt(counts, stage))) }));
}

function rateOfStep(rates: readonly Known<number>[], step: number): Known<number> {
  return rates[step] ?? missing('no rate for this step');
}
