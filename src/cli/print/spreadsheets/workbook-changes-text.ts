import stringWidth from 'string-width';
import type { CellValue } from '../../../app/tables/table.ts';
import type { WorkbookChange } from '../../../app/workbook/workbook-changes.ts';
import { singleLine } from '../../../units/clean-text.ts';
import { cutText } from '../../../units/cut-text.ts';
import { plural } from '../../../units/plural.ts';
import type { Screen } from '../../command.ts';
import { textTable } from '../text-table.ts';
import { wrapWords } from '../wrap-words.ts';

const HEADING = ['Sheet', 'Row', 'Column', 'Change'] as const;
const GAP = 2;
const LONGEST_VALUE = 60;
/** Characters of two long texts that are shown before the place where they part. */
const BEFORE_THE_DIFFERENCE = 20;

type Line = readonly [sheet: string, row: string, column: string, words: string];

/**
 * The changes of a workbook, a line each. Where the screen is too narrow for that, each row of the workbook is a heading with its
 * changes below: a change that is cut cannot be approved.
 */
export function workbookChangesText(changes: readonly WorkbookChange[], screen: Screen): string {
  const lines = changes.map((change) => lineOf(change, screen));
  const widths = HEADING.map((title, at) =>
    Math.max(...[title, ...lines.map((line) => line[at]!)].map((text) => stringWidth(text))),
  );
  const width = widths.reduce((sum, column) => sum + column + GAP, -GAP);
  return width <= screen.width ? textTable(HEADING, lines, { screen, flexible: 3 }) : stackedLines(lines, screen);
}

/** A value as it is shown in a line. */
export function valueWords(value: CellValue | undefined): string {
  return cutText(wholeWords(value), LONGEST_VALUE);
}

function lineOf(change: WorkbookChange, { unicode }: Screen): Line {
  const row = [change.partner, change.row].filter(Boolean).join(' ');
  if (change.kind === 'set') {
    const [before, after] = partingWords(wholeWords(change.before), wholeWords(change.after));
    return [change.sheet, row, change.column, `${before} ${unicode ? '→' : '->'} ${after}`];
  }
  return [change.sheet, row, '', change.kind === 'add' ? `new row, ${plural(change.cells, 'value')}` : 'row taken out'];
}

function stackedLines(lines: readonly Line[], { width }: Screen): string {
  let last = '';
  return lines
    .flatMap(([sheet, row, column, words]) => {
      const heading = `${sheet}  ${row}`;
      const said = wrapWords(`${column === '' ? '' : `${column}: `}${words}`, width - 2 * GAP);
      const below = said.map((line, at) => ' '.repeat(at === 0 ? GAP : 2 * GAP) + line);
      const isSame = heading === last;
      last = heading;
      return isSame ? below : [heading, ...below];
    })
    .map((line) => `${line}\n`)
    .join('');
}

/** Two texts cut so that the place where they part is in sight. */
function partingWords(before: string, after: string): readonly [before: string, after: string] {
  if (Math.max(before.length, after.length) <= LONGEST_VALUE) return [before, after];
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const start = same <= LONGEST_VALUE / 2 ? 0 : before.lastIndexOf(' ', same - BEFORE_THE_DIFFERENCE) + 1;
  const shown = (text: string) => cutText(start === 0 ? text : `… ${text.slice(start)}`, LONGEST_VALUE);
  return [shown(before), shown(after)];
}

function wholeWords(value: CellValue | undefined): string {
  if (value === undefined) return '(empty)';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return singleLine(String(value));
}
