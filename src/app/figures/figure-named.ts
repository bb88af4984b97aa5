import { nearest } from '../../input/nearest.ts';
import { Failure } from '../../units/failure.ts';

/**
 * The name of a figure as somebody typed it: `forecast-vs-target` is `forecast_vs_target`.
 * @throws Failure (usage) naming the nearest figure when there is none of that name.
 */
export function figureNamed(typed: string, figures: Readonly<Record<string, unknown>>): string {
  const name = typed.replaceAll('-', '_').toLowerCase();
  if (Object.hasOwn(figures, name)) return name;
  const names = Object.keys(figures);
  const ofTheYear = names.filter((each) => !/_q[1-4]$/.test(each));
  const similar = nearest(name, names);
  const remedy = similar === undefined ? `Ask for one of: ${ofTheYear.join(', ')}` : `Did you mean ${similar}?`;
  throw new Failure('usage', `There is no figure "${typed}".`, remedy);
}
