import { nearest } from '../../input/nearest.ts';
import { Failure, type Choices } from '../../units/failure.ts';
import type { FigurePage } from './every-figure.ts';

/**
 * The name of a figure as somebody typed it: `forecast-vs-target` is `forecast_vs_target`.
 * @throws Failure (usage) naming the nearest figure when there is none of that name, or all of them page by page.
 */
export function figureNamed(typed: string, pages: readonly FigurePage[]): string {
  const name = typed.replaceAll('-', '_').toLowerCase();
  if (pages.some(({ figures }) => Object.hasOwn(figures, name))) return name;
  const names = pages.flatMap(({ figures }) => Object.keys(figures));
  const similar = nearest(name, names);
  const message = `There is no figure "${typed}".`;
  if (similar !== undefined) throw new Failure('usage', message, `Did you mean ${similar}?`);
  throw new Failure('usage', message, 'Ask for one of these:', pages.flatMap(choicesOf));
}

/** The names of a page; what there is of each year or campaign is named once. */
function choicesOf({ heading, figures, stems = [] }: FigurePage): Choices[] {
  const alone: string[] = [];
  const ofEach = new Set<string>();
  // The figures of single quarters are left out: there are four of each.
  for (const name of Object.keys(figures).filter((each) => !/_q[1-4]$/.test(each))) {
    const stem = stems.filter((each) => name.startsWith(each)).sort((a, b) => b.length - a.length)[0];
    if (stem === undefined) alone.push(name);
    else ofEach.add(name.slice(stem.length));
  }
  return [
    ...(alone.length > 0 ? [{ heading, names: alone }] : []),
    ...(ofEach.size > 0 ? [{ heading: `${heading}, beginning with ${eitherOf(stems)}`, names: [...ofEach] }] : []),
  ];
}

function eitherOf(stems: readonly string[]): string {
  return [stems.slice(0, -1).join(', '), stems.at(-1)].filter(Boolean).join(' or ');
}
