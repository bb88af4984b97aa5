import { missing, type Known } from '../../units/missing.ts';

const MONTHS_A_YEAR = 12;
/** Growth factors a month that are searched: a loss of nine tenths to a tenfold gain. */
const [LEAST, MOST] = [0.1, 10];
const STEPS = 2_000;
const HALVINGS = 200;

/**
 * The rate a year at which money put in and money earned are worth the same; only where there is exactly one.
 * @param flows of the months 0, 1, 2 …; money put in is negative
 * @returns a ratio a year, or unknown with the reason
 */
export function internalRate(flows: readonly number[]): Known<number> {
  if (!flows.some((flow) => flow < 0)) return missing('no money is put in');
  if (!flows.some((flow) => flow > 0)) return missing('no money comes back');
  const roots = growthFactors(flows);
  if (roots.length === 0) return missing('no rate makes the money put in and the money earned equal');
  if (roots.length > 1)
    return missing(`${roots.length} rates would fit, because the money changes direction more than once`);
  return roots[0]! ** MONTHS_A_YEAR - 1;
}

/** Every growth factor a month at which the flows cancel out. */
function growthFactors(flows: readonly number[]): number[] {
  const worth = (factor: number) => flows.reduceRight((later, flow) => later / factor + flow, 0);
  const factorAt = (step: number) => LEAST * (MOST / LEAST) ** (step / STEPS);
  const roots: number[] = [];
  let [low, atLow] = [LEAST, worth(LEAST)];
  for (let step = 1; step <= STEPS; step += 1) {
    const high = factorAt(step);
    const atHigh = worth(high);
    if (atLow === 0) roots.push(low);
    else if (atLow > 0 !== atHigh > 0 && atHigh !== 0) roots.push(rootBetween(low, high, worth));
    [low, atLow] = [high, atHigh];
  }
  return roots;
}

function rootBetween(from: number, to: number, worth: (factor: number) => number): number {
  let [low, high] = [from, to];
  const isRising = worth(high) > 0;
  for (let halving = 0; halving < HALVINGS && high - low > Number.EPSILON; halving += 1) {
    const middle = (low + high) / 2;
    if (worth(middle) > 0 === isRising) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
