import { mgoQuantity } from '../../domain/marketing/mgo/mgo-relations.ts';
import type { MgoProblem } from '../../domain/marketing/mgo/solve-mgo.ts';
import type { MgoName } from '../../schema/mgo.ts';
import { Failure } from '../../units/failure.ts';
import { formatValue, type FormatOptions } from '../../units/format.ts';
import { count, preciseShare } from '../../units/value.ts';

const GIVE = 'Write it to channel/mgo.yaml, or say for example --set';

/** Why a worksheet cannot be worked out, in plain words with what to do about it. */
export function mgoFailure(problem: MgoProblem, format: FormatOptions): Failure {
  switch (problem.kind) {
    case 'nothing-unknown':
      return new Failure(
        'data',
        'Nothing is left to work out: every number of the worksheet is given.',
        'Name what to work out, for example --solve close_rate, or take it out of channel/mgo.yaml.',
      );
    case 'too-many-unknown':
      return new Failure(
        'data',
        `One number can be worked out, but these are not known: ${listed(problem.unknown)}.`,
        `${GIVE} ${problem.unknown.slice(1).map(exampleOf).join(',')}.`,
      );
    case 'no-goal':
      return new Failure(
        'data',
        `To work out the ${wordsOf(problem.unknown)}, a goal is needed: ${listed(problem.goals, 'or')}.`,
        `${GIVE} ${exampleOf(problem.goals.at(-1)!)}.`,
      );
    case 'contradiction':
      return contradiction(problem, format);
    case 'divided-by-nothing':
      return new Failure(
        'data',
        `The ${wordsOf(problem.unknown)} cannot be worked out: it would be divided by 0, the ${wordsOf(problem.zero)}.`,
        `Give the ${wordsOf(problem.zero)} a number above 0.`,
      );
    case 'above-whole':
      return new Failure(
        'data',
        `The ${wordsOf(problem.unknown)} would have to be ${formatValue(preciseShare(problem.ratio), format)}: more than there are.`,
        'Lower the goal, or raise one of the other numbers.',
      );
  }
}

function contradiction(
  { relation, product, whole }: MgoProblem & { readonly kind: 'contradiction' },
  format: FormatOptions,
): Failure {
  const parts = relation.parts.map(wordsOf).join(' × ');
  const number = (value: number) => formatValue(count(value), format);
  return new Failure(
    'data',
    `The numbers contradict each other: ${parts} is ${number(product)}, but the ${wordsOf(relation.whole)} are given as ${number(whole)}.`,
    'Leave one of them out, or name with --solve what to work out instead.',
  );
}

function listed(names: readonly MgoName[], last: 'and' | 'or' = 'and'): string {
  const words = names.map(wordsOf);
  return words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)!}`;
}

function wordsOf(name: MgoName): string {
  const { label } = mgoQuantity(name);
  return label.startsWith('MGO') ? label : label.toLowerCase();
}

function exampleOf(name: MgoName): string {
  return `${name}=${mgoQuantity(name).kind === 'share' ? '8%' : '1000'}`;
}
