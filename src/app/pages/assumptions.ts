import type { TiersTemplate } from '../../schema/tiers.ts';
import { Failure } from '../../units/failure.ts';
import { nearest } from '../../input/nearest.ts';

/**
 * What somebody wants to try, as it was typed: `bookings=600000,technical_certs=3`; yes and no are written so or as 1 and 0.
 * @throws Failure (usage) for what is no pair, for a metric the program does not have, for a value that is no number
 */
export function readAssumptions(typed: string, { metrics }: TiersTemplate): ReadonlyMap<string, number> {
  const names = Object.entries(metrics).flatMap(([name, { short }]) => (short === undefined ? [name] : [name, short]));
  return new Map(
    typed.split(',').map((pair): [string, number] => {
      const [name = '', written = '', ...rest] = pair.split('=').map((part) => part.trim());
      if (name === '' || written === '' || rest.length > 0) {
        throw new Failure(
          'usage',
          `--assume: "${pair.trim()}" is no pair.`,
          'Write it as bookings=600000,sales_certs=3.',
        );
      }
      if (!names.includes(name)) throw unknownMetric(name, names);
      return [name, numberOf(name, written)];
    }),
  );
}

function unknownMetric(name: string, names: readonly string[]): Failure {
  const similar = nearest(name, names);
  const remedy = similar === undefined ? `It has: ${names.join(', ')}.` : `Did you mean ${similar}?`;
  return new Failure('usage', `--assume: the program has no metric "${name}".`, remedy);
}

function numberOf(name: string, written: string): number {
  if (written === 'yes' || written === 'no') return Number(written === 'yes');
  const value = /^\d+(\.\d+)?$/.test(written) ? Number(written) : NaN;
  if (Number.isFinite(value)) return value;
  throw new Failure('usage', `--assume: "${written}" is no number for ${name}.`, 'Write it plainly: 600000 or 0.5.');
}
