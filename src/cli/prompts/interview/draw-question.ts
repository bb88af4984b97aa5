import stringWidth from 'string-width';
import type { ScreenView } from '../../../app/interview/conversation.ts';
import { BLANK, inked, rowsOf, type Row, type Space } from './rows.ts';

type QuestionView = Extract<ScreenView, { readonly stage: 'asking' }>;

/** The rows of one question: its words, what can be answered, what the last key did not do. */
export function questionRows(view: QuestionView, space: Space): readonly Row[] {
  const widest = Math.max(0, ...view.lines.map(({ key }) => stringWidth(key)), view.notApplicable?.key.length ?? 0);
  return [
    ...inked(rowsOf(view.text, space, { first: '  ' }), 'bold'),
    ...view.details.flatMap((detail) => inked(rowsOf(detail, space, { first: '  ' }), 'dim')),
    ...(view.why === undefined ? [] : inked(rowsOf(`Why it matters: ${view.why}`, space, { first: '  ' }), 'cyan')),
    BLANK,
    ...view.lines.flatMap((line) => lineRows(line, { space, widest })),
    ...(view.field ? [fieldRow(view.field, space)] : []),
    ...(view.notApplicable ? [BLANK, ...otherRows(view.notApplicable, { space, widest })] : []),
    ...(view.skipped ? inked(rowsOf('Skipped so far; Enter leaves it so.', space, { first: '  ' }), 'dim') : []),
    ...(view.notice === undefined ? [] : [BLANK, ...inked(rowsOf(view.notice, space, { first: '  ' }), 'yellow')]),
  ];
}

/** Where the cursor stands in the field, in cells from the left. */
export function fieldCursor(view: QuestionView, space: Space): number | undefined {
  return view.field && stringWidth(FIELD + visibleBefore(view.field.before, space));
}

/** The field's row begins like this, so that it is found again among the others. */
export const FIELD = '  › ';

interface Placing {
  readonly space: Space;
  /** Width of the widest key. */
  readonly widest: number;
}

function lineRows(line: QuestionView['lines'][number], { space, widest }: Placing): readonly Row[] {
  const box = line.ticked === undefined ? '' : line.ticked ? '[x] ' : '[ ] ';
  const first = `${line.active ? '› ' : '  '}${line.key.padEnd(widest)}  ${box}`;
  const text = line.before === undefined ? line.text : `${line.text} · ${line.before}`;
  const rows = rowsOf(text, space, { first });
  if (!line.active) return rows;
  const wide = Math.max(...rows.map((row) => stringWidth(row.text))) + 2;
  return rows.map((row) => ({ text: padded(row.text, Math.min(wide, space.width)), ink: 'active', anchor: true }));
}

function otherRows(
  { key, text, chosen }: NonNullable<QuestionView['notApplicable']>,
  { space, widest }: Placing,
): readonly Row[] {
  const rows = rowsOf(text, space, { first: `${chosen ? '› ' : '  '}${key.padEnd(widest)}  ` });
  return inked(rows, chosen ? 'active' : 'dim');
}

function fieldRow({ before, after, unit, hint }: NonNullable<QuestionView['field']>, space: Space): Row {
  const start = FIELD + visibleBefore(before, space);
  const behind = [after, unit, hint && `(${hint})`].filter((part) => part !== undefined && part !== '').join('  ');
  return { text: `${start}${behind === after ? after : ` ${behind}`.slice(after === '' ? 0 : 1)}`, anchor: true };
}

/** The end of a long text stays in sight, where it is being written. */
function visibleBefore(before: string, { width }: Space): string {
  const characters = Array.from(before);
  const room = Math.max(10, width - FIELD.length - 12);
  return stringWidth(before) <= room ? before : `…${characters.slice(-room).join('')}`;
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
