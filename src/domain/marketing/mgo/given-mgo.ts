import type { MgoName, MgoNumbers } from '../../../schema/mgo.ts';
import { MGO_DRIVERS, MGO_QUANTITIES, MGO_RELATIONS } from './mgo-relations.ts';

const GOALS: readonly MgoName[] = MGO_RELATIONS.map(({ whole }) => whole);

/** What a worksheet starts from: the numbers of its file, with others in their place, less what is to be worked out. */
export interface GivenMgo {
  /** Rates as ratios. */
  readonly numbers: ReadonlyMap<MgoName, number>;
  /** Names of those that were tried out in place of the file's. */
  readonly tried: ReadonlySet<MgoName>;
}

/**
 * The numbers that are given. What is to be worked out is left aside, whatever stands for it; the file's own choice gives way where
 * somebody tries a number out for it: then the revenue is worked out. A goal of the file gives way to one that is tried out.
 * @param tried numbers in place of the file's, rates as ratios
 * @param solve what is to be worked out, where somebody says so
 */
export function givenMgo(
  file: MgoNumbers & { readonly solve?: MgoName | undefined },
  { tried, solve }: { readonly tried: ReadonlyMap<MgoName, number>; readonly solve?: MgoName | undefined },
): GivenMgo {
  const numbers = new Map([...numbersOf(file), ...tried]);
  const own = file.solve === undefined || !tried.has(file.solve) ? file.solve : ('revenue' as const);
  const unknown = solve ?? own;
  if (unknown !== undefined && !(solve === undefined && tried.has(unknown))) numbers.delete(unknown);
  const triesGoal = GOALS.some((name) => tried.has(name) && name !== unknown);
  if (triesGoal && numbers.size > MGO_DRIVERS.length) {
    for (const name of GOALS) if (!tried.has(name)) numbers.delete(name);
  }
  return { numbers, tried: new Set([...tried.keys()].filter((name) => numbers.has(name))) };
}

/** The key of a number in the file: `close_rate_percent`. */
export function keyInFile(name: MgoName): keyof MgoNumbers {
  return (name.endsWith('_rate') ? `${name}_percent` : name) as keyof MgoNumbers;
}

function numbersOf(file: MgoNumbers): ReadonlyMap<MgoName, number> {
  return new Map(
    MGO_QUANTITIES.flatMap(({ name }) => {
      const typed = file[keyInFile(name)];
      return typed === undefined ? [] : [[name, name.endsWith('_rate') ? typed / 100 : typed] as const];
    }),
  );
}
