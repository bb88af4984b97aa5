import type { Screen } from '../command.ts';
import { coloursOf } from './colours.ts';
import { plainSpaces } from './plain-spaces.ts';
import { wrapWords } from './wrap-words.ts';

/** Points below a heading; without a heading they are lines of their own, such as paths. */
export type Points = readonly [heading: string, points: readonly string[]];

/** What became of something, with its sign, then a heading and its points for each part that has any. */
export function pointsText(
  { isGood, sentence }: { readonly isGood: boolean; readonly sentence: string },
  parts: readonly Points[],
  screen: Screen,
): string {
  const { green, red, bold } = coloursOf(screen);
  const sign = isGood ? green(screen.unicode ? '✓' : 'ok') : red(screen.unicode ? '✗' : 'x');
  const point = screen.unicode ? '·' : '-';
  const lines = parts
    .filter(([, points]) => points.length > 0)
    .flatMap(([heading, points]) =>
      heading === ''
        ? points.map((words) => `  ${words}`)
        : ['', `  ${bold(heading)}`, ...points.flatMap((words) => wrapped(words, `  ${point} `, screen))],
    );
  const [first = '', ...rest] = wrapped(sentence, '  ', screen);
  return [`${sign} ${first.trim()}`, ...rest, ...lines].map((text) => `${text}\n`).join('');
}

function wrapped(words: string, lead: string, { width }: Screen): string[] {
  return wrapWords(plainSpaces(words), width - lead.length).map(
    (text, index) => `${index === 0 ? lead : ' '.repeat(lead.length)}${text}`,
  );
}
