import { at, type Plane } from './axis.ts';
import { escapeHtml } from './escape-html.ts';
import { cutText } from '../../units/cut-text.ts';
import { singleLine } from '../../units/clean-text.ts';
import { textWidth } from './text-width.ts';

/** The names of categories under an axis; every second, third … where all would touch. None begins left of the drawing. */
export function categoryLabels(names: readonly string[], area: Plane, y: number): string {
  const widest = Math.max(0, ...names.map(measure)) + 3;
  const every = Math.max(1, Math.ceil(widest / area.band));
  return names
    .map((name, index) =>
      index % every === 0
        ? `<text x="${at(Math.max(area.x(index), measure(name) / 2))}" y="${at(y)}" text-anchor="middle">${escapeHtml(name)}</text>`
        : '',
    )
    .join('');
}

const TYPE = 11;

/** Each name on one line or two of this width; undefined where one of them would lose more than its end. */
export function wrappedLabels(names: readonly string[], width: number): string[][] | undefined {
  const wrapped = names.map((name) => wrapName(singleLine(name), width));
  return wrapped.every((lines) => lines !== undefined) ? wrapped : undefined;
}

function wrapName(name: string, width: number): string[] | undefined {
  if (measure(name) <= width) return [name];
  const words = name.split(' ');
  const taken = words.findIndex((_, index) => measure(words.slice(0, index + 1).join(' ')) > width);
  if (taken < 1) return undefined;
  const rest = words.slice(taken).join(' ');
  const second = cutText(rest, width, measure);
  return second.length < rest.length / 2 ? undefined : [words.slice(0, taken).join(' '), second];
}

function measure(text: string): number {
  return textWidth(text, TYPE);
}
