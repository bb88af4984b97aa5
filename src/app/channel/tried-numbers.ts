import { keyInFile } from '../../domain/marketing/mgo/given-mgo.ts';
import { nearest } from '../../input/nearest.ts';
import { MGO_NAMES, type MgoName } from '../../schema/mgo.ts';
import { Failure } from '../../units/failure.ts';

const LARGEST = 1e12;
const EXAMPLE = 'Write it as contacts=1500,close_rate=8%.';

/**
 * Numbers of the worksheet as they were typed: `contacts=1500,close_rate=8%`, rates as ratios.
 * @throws Failure (usage) for what is no pair, a name the worksheet does not have, and what cannot be its number
 */
export function triedNumbers(typed: string): ReadonlyMap<MgoName, number> {
  return new Map(
    typed.split(',').map((pair): [MgoName, number] => {
      const [name = '', written = '', ...rest] = pair.split('=').map((part) => part.trim());
      if (name === '' || written === '' || rest.length > 0) {
        throw new Failure('usage', `--set: "${pair.trim()}" is no pair.`, EXAMPLE);
      }
      const found = mgoNameOf(name, '--set');
      return [found, numberOf(found, written)];
    }),
  );
}

/**
 * The number of the worksheet that is called so.
 * @throws Failure (usage) for any other name
 */
export function mgoNameOf(typed: string, flag: '--set' | '--solve'): MgoName {
  const plain = typed.toLowerCase().replaceAll('-', '_');
  const found = MGO_NAMES.find((name) => name === plain || keyInFile(name) === plain);
  if (found) return found;
  const similar = nearest(plain, MGO_NAMES);
  const remedy = similar === undefined ? `It has: ${MGO_NAMES.join(', ')}.` : `Did you mean ${similar}?`;
  throw new Failure('usage', `${flag}: the worksheet has no number "${typed}".`, remedy);
}

function numberOf(name: MgoName, written: string): number {
  const isRate = name.endsWith('_rate');
  const match = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(written);
  const value = match ? Number(match[1]) : NaN;
  if (!Number.isFinite(value) || value > LARGEST || (match![2] === '%' && !isRate)) {
    throw new Failure(
      'usage',
      `--set: "${written}" is no number for ${name}.`,
      'Write it plainly: 1500, or 8% for a rate.',
    );
  }
  if (!isRate) return value;
  // 0.08 could be 8 % or less than a tenth of one.
  if (match![2] !== '%')
    throw new Failure('usage', `--set: ${name} is a rate, and "${written}" has no %.`, `Write it as ${name}=8%.`);
  if (value > 100) throw new Failure('usage', `--set: ${name} cannot be above 100%.`, EXAMPLE);
  return value / 100;
}
