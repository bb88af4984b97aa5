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
  const lines = model.lines.map((line) => ({ line, keys: keysOf(line, model) }));
  const values = new Map(model.lines.map(({ key, start }): [string, number[]] => [key, [start ?? 0]]));
  for (let month = 1; month <= model.months; month += 1) {
    for (const { line, keys } of lines) {
      const value = evaluate(line.formula, scopeAt(month, { model, values, keys }));
      if (typeof value !== 'number') throw new Error(`The line ${line.key} gives no number in month ${month}.`);
      values.get(line.key)!.push(value);
    }
  }
  return values;
}

/** What each name of a line's formula stands for. */
function keysOf({ key, group, formula }: ModelLine, { inputs, lines }: MonthModel): ReadonlyMap<string, string> {
  const known = new Set([...inputs.keys(), ...lines.map((line) => line.key)]);
  const isKnown = (candidate: string) => known.has(candidate) || known.has(`${candidate}.1`);
  const keys = new Map<string, string>();
  for (const name of namesIn(formula)) {
    const found = keyOfName(name, group, isKnown);
    if (found === undefined) continue;
    if (!isKnown(found)) throw new Error(`The line ${key} asks for ${found}, which the model does not hold.`);
    keys.set(name, found);
  }
  return keys;
}

interface At {
  readonly model: MonthModel;
  readonly values: MonthValues;
  readonly keys: ReadonlyMap<string, string>;
}

function scopeAt(month: number, { model, values, keys }: At): Scope {
  return {
    value: (name) => {
      if (name === 'month') return month;
      if (name === 'year') return Math.floor((month - 1) / MONTHS_A_YEAR);
      const key = keys.get(name)!;
      return model.inputs.get(key) ?? values.get(key)![month];
    },
    entry: (name, position) => model.inputs.get(`${keys.get(name)!}.${position}`),
    earlier: (name, months) => (month < months ? 0 : values.get(keys.get(name)!)![month - months]),
  };
}
