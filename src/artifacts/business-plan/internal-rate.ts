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
  const roots = signChanges(flows) === 1 ? onlyGrowthFactor(flows) : growthFactors(flows);
  if (roots.length === 0) return missing('no rate makes the money put in and the money earned equal');
  if (roots.length > 1)
    return missing(`${roots.length} rates would fit, because the money changes direction more than once`);
  return roots[0]! ** MONTHS_A_YEAR - 1;
}

/** How often money put in and money earned take turns. */
function signChanges(flows: readonly number[]): number {
  const signs = flows.map(Math.sign).filter((sign) => sign !== 0);
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
}

/** Where the flows change their sign once, they cancel out at one growth factor at most (the rule of Descartes): nothing is searched. */
function onlyGrowthFactor(flows: readonly number[]): number[] {
  const [atLeast, atMost] = [worthAt(flows, LEAST), worthAt(flows, MOST)];
  if (atLeast === 0) return [LEAST];
  if (atMost === 0 || atLeast > 0 === atMost > 0) return [];
  return [rootBetween(LEAST, MOST, (factor) => worthAt(flows, factor))];
}

/** What the flows are worth at the start, at a growth factor a month. */
function worthAt(flows: readonly number[], factor: number): number {
  let later = 0;
  for (let month = flows.length - 1; month >= 0; month -= 1) later = later / factor + flows[month]!;
  return later;
}

/** Every growth factor a month at which the flows cancel out. */
function growthFactors(flows: readonly number[]): number[] {
  const worth = (factor: number) => worthAt(flows, factor);
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
