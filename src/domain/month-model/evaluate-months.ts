import { evaluate } from '../../expression/evaluate.ts';
import type { Scope } from '../../expression/expression.ts';
import { keyOfName } from '../../expression/key-of-name.ts';
import { namesIn } from '../../expression/names-in.ts';
import type { ModelLine, MonthModel } from './month-model.ts';

/** Values of every line by key; index 0 is the start, then month 1, 2 … */
export type MonthValues = ReadonlyMap<string, readonly number[]>;

const MONTHS_A_YEAR = 12;

/**
 * Works out every line of a model, month by month, unrounded as a spreadsheet does.
 * @throws Error when a line asks for what the model does not hold, or gives no number: models are declared by us, not typed by people
 */
export function evaluateMonths(model: MonthModel): MonthValues {
  const values = new Map(model.lines.map(({ key, start }): [string, number[]] => [key, [start ?? 0]]));
  const there = model.known ? new Map([...model.known, ...values]) : values;
  const now = { month: 1 };
  const lines = model.lines.map((line) => ({
    line,
    scope: scopeOf(sourcesOf(line, model, there), now),
    own: values.get(line.key)!,
  }));
  for (; now.month <= model.months; now.month += 1) {
    for (const { line, scope, own } of lines) {
      const value = evaluate(line.formula, scope);
      if (typeof value !== 'number') throw new Error(`The line ${line.key} gives no number in month ${now.month}.`);
      own.push(value);
    }
  }
  return values;
}

/** What a name of a formula stands for: a number of all months, a line, or a list by its key. */
type Source = number | readonly number[] | ((position: number) => number | undefined);

/** What each name of a line's formula stands for, looked up once for all months. */
function sourcesOf(
  { key, group, formula }: ModelLine,
  { inputs }: MonthModel,
  values: MonthValues,
): ReadonlyMap<string, Source> {
  const isList = (candidate: string) => inputs.has(`${candidate}.1`);
  const isKnown = (candidate: string) => inputs.has(candidate) || values.has(candidate) || isList(candidate);
  const sources = new Map<string, Source>();
  for (const name of namesIn(formula)) {
    const found = keyOfName(name, group, isKnown);
    if (found === undefined) continue;
    if (!isKnown(found)) throw new Error(`The line ${key} asks for ${found}, which the model does not hold.`);
    sources.set(name, inputs.get(found) ?? values.get(found) ?? ((position) => inputs.get(`${found}.${position}`)));
  }
  return sources;
}

/** What the names of a line's formula are worth, in whichever month it is. */
function scopeOf(sources: ReadonlyMap<string, Source>, now: { readonly month: number }): Scope {
  return {
    value: (name) => {
      if (name === 'month') return now.month;
      if (name === 'year') return Math.floor((now.month - 1) / MONTHS_A_YEAR);
      const source = sources.get(name);
      return typeof source === 'object' ? source[now.month] : typeof source === 'number' ? source : undefined;
    },
    entry: (name, position) => {
      const source = sources.get(name);
      return typeof source === 'function' ? source(position) : undefined;
    },
    earlier: (name, months) => {
      const source = sources.get(name);
      if (typeof source !== 'object') return undefined;
      return now.month < months ? 0 : source[now.month - months];
    },
  };
}
