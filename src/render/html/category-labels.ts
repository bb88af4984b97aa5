import { at, type Plane } from './axis.ts';
import { escapeHtml } from './escape-html.ts';
import { textWidth } from './text-width.ts';

/** The names of categories under an axis; every second, third … where all would touch. */
export function categoryLabels(names: readonly string[], area: Plane, y: number): string {
  const widest = Math.max(0, ...names.map((name) => textWidth(name, 11))) + 3;
  const every = Math.max(1, Math.ceil(widest / area.band));
  return names
    .map((name, index) =>
      index % every === 0
        ? `<text x="${at(area.x(index))}" y="${at(y)}" text-anchor="middle">${escapeHtml(name)}</text>`
        : '',
    )
    .join('');
}
