import { evaluate } from '../../../expression/evaluate.ts';
import { parseExpression } from '../../../expression/parse.ts';
import type { MgoName } from '../../../schema/mgo.ts';
import { MGO_DRIVERS, MGO_QUANTITIES, MGO_RELATIONS, type MgoRelation } from './mgo-relations.ts';

/** Every number of the worksheet, rates as ratios. */
export type MgoValues = Readonly<Record<MgoName, number>>;

/** A worksheet whose numbers are all known. */
export interface MgoSolution {
  readonly values: MgoValues;
  /** How each number that was not given follows from others, in the order in which it was worked out: `revenue / average_deal`. */
  readonly formulas: ReadonlyMap<MgoName, string>;
  /** The number the worksheet was asked for: the first driver that was not given, the revenue where all were. */
  readonly solved: MgoName;
}

/** Why a worksheet cannot be worked out. */
export type MgoProblem =
  /** Everything is given: there is nothing to work out. */
  | { readonly kind: 'nothing-unknown' }
  /** Too little is given: these drivers stay unknown. */
  | { readonly kind: 'too-many-unknown'; readonly unknown: readonly MgoName[] }
  /** Only a goal is missing: a number that follows from the unknown one. */
  | { readonly kind: 'no-goal'; readonly unknown: MgoName; readonly goals: readonly MgoName[] }
  /** Two given numbers contradict each other: the product of the parts is not the whole. */
  | { readonly kind: 'contradiction'; readonly relation: MgoRelation; readonly product: number; readonly whole: number }
  | { readonly kind: 'divided-by-nothing'; readonly unknown: MgoName; readonly zero: MgoName }
  | { readonly kind: 'above-whole'; readonly unknown: MgoName; readonly ratio: number };

/** Given numbers agree when they differ only as typed ones do. */
const SAME = 1e-9;

/**
 * Works out every number of the worksheet from those that are given, exactly and unrounded: each unknown one is a product or a quotient
 * of others.
 * @param given rates as ratios
 */
export function solveMgo(given: ReadonlyMap<MgoName, number>): MgoSolution | MgoProblem {
  // As many as there are drivers decide all the others.
  if (given.size > MGO_DRIVERS.length) return { kind: 'nothing-unknown' };
  const values = new Map(given);
  const formulas = new Map<MgoName, string>();
  const open = new Set(MGO_RELATIONS);
  for (let step = nextStep(open, values); step; step = nextStep(open, values)) {
    open.delete(step.relation);
    const problem = take(step, { values, formulas });
    if (problem) return problem;
  }
  const unknown = MGO_DRIVERS.filter((name) => !values.has(name));
  if (unknown.length > 0) return tooLittle(unknown, given);
  const rate = [...formulas.keys()].find((name) => name.endsWith('_rate') && values.get(name)! > 1 + SAME);
  if (rate !== undefined) return { kind: 'above-whole', unknown: rate, ratio: values.get(rate)! };
  const solved = MGO_DRIVERS.find((name) => formulas.has(name)) ?? 'revenue';
  return { values: Object.fromEntries(values) as MgoValues, formulas, solved };
}

/** How a number follows from the others of a relation: `deals / close_rate`, `mgos * close_rate`. */
function mgoFormula({ whole, parts }: MgoRelation, unknown: MgoName): string {
  if (unknown === whole) return parts.join(' * ');
  const others = parts.filter((name) => name !== unknown);
  return `${whole} / ${others.length > 1 ? `(${others.join(' * ')})` : others[0]!}`;
}

interface Step {
  readonly relation: MgoRelation;
  /** Undefined where all of it is known: then it has to fit. */
  readonly unknown: MgoName | undefined;
}

/** The next relation of which at most one number is unknown. */
function nextStep(open: ReadonlySet<MgoRelation>, values: ReadonlyMap<MgoName, number>): Step | undefined {
  for (const relation of open) {
    const unknown = [relation.whole, ...relation.parts].filter((name) => !values.has(name));
    if (unknown.length <= 1) return { relation, unknown: unknown[0] };
  }
  return undefined;
}

function take(
  { relation, unknown }: Step,
  { values, formulas }: { readonly values: Map<MgoName, number>; readonly formulas: Map<MgoName, string> },
): MgoProblem | undefined {
  const product = () => relation.parts.reduce((all, name) => all * values.get(name)!, 1);
  if (unknown === undefined) {
    const whole = values.get(relation.whole)!;
    const isSame = Math.abs(product() - whole) <= SAME * Math.max(1, whole);
    return isSame ? undefined : { kind: 'contradiction', relation, product: product(), whole };
  }
  const formula = mgoFormula(relation, unknown);
  const value = evaluate(parseExpression(formula), { value: (name) => values.get(name as MgoName) });
  if (typeof value !== 'number') {
    const zero = relation.parts.find((name) => values.get(name) === 0)!;
    return { kind: 'divided-by-nothing', unknown, zero };
  }
  values.set(unknown, value);
  formulas.set(unknown, formula);
  return undefined;
}

function tooLittle(unknown: readonly MgoName[], given: ReadonlyMap<MgoName, number>): MgoProblem {
  const [first] = unknown;
  const order = MGO_QUANTITIES.map(({ name }) => name);
  const goals = MGO_RELATIONS.map(({ whole }) => whole).filter((name) => order.indexOf(name) > order.indexOf(first!));
  const hasGoal = goals.some((name) => given.has(name));
  return unknown.length === 1 && !hasGoal
    ? { kind: 'no-goal', unknown: first!, goals }
    : { kind: 'too-many-unknown', unknown };
}
