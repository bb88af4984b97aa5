import stringWidth from 'string-width';
import type { PortfolioScores } from '../../app/capability/portfolio-scores.ts';
import { cutMiddle } from '../../units/cut-text.ts';
import type { Status } from '../../units/value.ts';
import { coloursOf, type Colours, type Paint } from './colours.ts';
import type { Screen } from '../command.ts';
import { statusSigns } from './status-signs.ts';

const WIDEST_NAME = 34;
const NARROWEST_NAME = 12;
/** Where there is room for so much, names are hardly ever cut. */
const NAME = 20;
const CELL = 5;

/** Partners by category, best first: symbol and score in every cell, the middle of all at the end, those without a score last. */
export function capabilityHeatMap({ categories, rows, medians }: PortfolioScores, screen: Screen): string {
  const colours = coloursOf(screen);
  const titles = [...categories.map(shortTitle), 'Overall', 'Change'];
  const widths = titles.map((title) => Math.max(CELL, stringWidth(title)));
  const columns = widths.reduce((sum, width) => sum + width, 0);
  // A narrow screen gives the names the second blank between its columns.
  const gap = screen.width - columns - 2 * widths.length < NAME ? 1 : 2;
  const room = screen.width - columns - gap * widths.length;
  const longest = Math.max(7, ...rows.map(({ name }) => stringWidth(name)));
  const nameWidth = Math.max(NARROWEST_NAME, Math.min(WIDEST_NAME, longest, room));
  const line = (name: string, cells: readonly string[]) =>
    `${fit(name, nameWidth)}${cells.map((cell) => ' '.repeat(gap) + cell).join('')}`.trimEnd();
  const scoreCell = (score: number | undefined, status: Status | undefined, width: number) => {
    if (score === undefined || !status) return colours.dim('–'.padStart(width));
    const sign = statusSigns(screen)[status.meaning];
    return paintOf(status, colours)(`${sign} ${String(score).padStart(3)}`.padStart(width));
  };
  const body = rows.map(({ name, scores, change }) =>
    line(name, [
      ...scores.map(({ score, status }, index) => scoreCell(score, status, widths[index]!)),
      colours.dim((change === undefined ? '' : signed(change)).padStart(widths.at(-1)!)),
    ]),
  );
  const middle = medians.map((median, index) =>
    (median === undefined ? '–' : String(Math.round(median))).padStart(widths[index]!),
  );
  const head = colours.dim(
    line(
      'Capability',
      titles.map((title, index) => title.padStart(widths[index]!)),
    ),
  );
  return ['', head, ...body, colours.dim(line('Median of all', middle)), '', colours.dim(legendOf(screen)), ''].join(
    '\n',
  );
}

function legendOf(screen: Screen): string {
  const { good, watch, bad } = statusSigns(screen);
  return `${good} strong  ${watch} medium  ${bad} weak  – not scored · change: same questions`;
}

/** The first words of a category's title, as far as a column is wide. */
function shortTitle(title: string): string {
  const [first = '', second = ''] = title.split(' ');
  return stringWidth(first) < 4 && second !== '' ? `${first} ${second}`.slice(0, 12) : first.slice(0, 12);
}

function fit(name: string, width: number): string {
  const shown = stringWidth(name) <= width ? name : cutMiddle(name, width, stringWidth);
  return shown + ' '.repeat(Math.max(0, width - stringWidth(shown)));
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0';
}

function paintOf({ meaning }: Status, { green, yellow, red, dim }: Colours): Paint {
  return { good: green, watch: yellow, bad: red, unknown: dim }[meaning];
}
