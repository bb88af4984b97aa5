/** A value axis in round steps that reaches from the lowest value, or zero, to the highest, or zero. */
export interface RoundSteps {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const MOST_STEPS = 5;
const ROUND = [1, 2, 2.5, 5, 10] as const;

/** The smallest round step with which so many steps hold all values: both ends are multiples of it. */
export function roundSteps(values: readonly number[]): RoundSteps {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  if (low === high) return { min: 0, max: 1, step: 1 };
  const power = 10 ** Math.floor(Math.log10((high - low) / MOST_STEPS));
  const ends = (step: number) => ({ min: Math.floor(low / step) * step, max: Math.ceil(high / step) * step, step });
  const fits = ROUND.map((round) => ends(round * power)).find(
    ({ min, max, step }) => Math.round((max - min) / step) <= MOST_STEPS + 1,
  );
  return fits ?? ends(10 * power);
}
