import stringWidth from 'string-width';
import type { EditedPartner } from '../../app/partner-edit/edit-partner.ts';
import type { FactChange } from '../../app/partner-edit/partner-edit.ts';
import type { CellValue } from '../../app/tables/table.ts';
import { singleLine } from '../../units/clean-text.ts';
import { cutText } from '../../units/cut-text.ts';
import { coloursOf } from './colours.ts';
import { doneLine, warningLines } from './change-text.ts';
import type { Screen } from '../command.ts';
import { wrapWords } from './wrap-words.ts';
import { plural } from '../../units/plural.ts';

const LONGEST_VALUE = 80;
const WIDEST_LEFT = 34;
const MARGIN = 2;
const GAP = 2;

/** What an edit did, or would do: a line a value. */
export function editText(
  { name, changes, files, warnings }: EditedPartner,
  { dryRun, screen }: { readonly dryRun: boolean; readonly screen: Screen },
): string {
  const { dim } = coloursOf(screen);
  if (changes.length === 0) {
    const said = `${name}: nothing changes, the files say that already.`;
    return [`${said}`, ...warningLines(warnings, screen), ''].join('\n');
  }
  const count = plural(changes.length, 'change');
  const head = dryRun ? `${name}: ${count} would be made.` : doneLine(`${name}: ${count}.`, screen);
  return [
    head,
    ...changeLines(changes, screen),
    ...warningLines(warnings, screen),
    ...(dryRun ? ['  Dry run: nothing was written.'] : files.map((file) => dim(`  ${file}`))),
    '',
  ].join('\n');
}

/** What changes, as it is shown before a person says yes. */
export function changeLines(changes: readonly FactChange[], screen: Screen): string[] {
  const { bold } = coloursOf(screen);
  const lefts = changes.map(leftOf);
  const leftWidth = Math.min(WIDEST_LEFT, Math.max(...lefts.map((left) => stringWidth(left))));
  const indent = ' '.repeat(MARGIN + leftWidth + GAP);
  return changes.flatMap((change, index) => {
    const left = lefts[index]!;
    const [first = '', ...rest] = wrapWords(rightOf(change, screen), Math.max(20, screen.width - indent.length));
    const more = rest.map((line) => indent + line);
    const start = ' '.repeat(MARGIN) + bold(left);
    if (stringWidth(left) > leftWidth) return [start, indent + first, ...more];
    return [`${start}${' '.repeat(leftWidth - stringWidth(left) + GAP)}${first}`.trimEnd(), ...more];
  });
}

function leftOf({ kind, what, row, column }: FactChange): string {
  if (what === 'profile') return String(column);
  return singleLine([kind === 'add' ? `+ ${what}` : kind === 'remove' ? `- ${what}` : what, row].join(' '));
}

function rightOf(change: FactChange, screen: Screen): string {
  const arrow = screen.unicode ? '→' : '->';
  if (change.kind === 'set') {
    const { what, column, before, after } = change;
    return `${what === 'profile' ? '' : `${column} `}${wordsOf(before)} ${arrow} ${wordsOf(after)}`;
  }
  return singleLine(change.details ?? '');
}

function wordsOf(value: CellValue | undefined): string {
  if (value === undefined) return '(empty)';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return cutText(singleLine(String(value)), LONGEST_VALUE);
}
