import stringWidth from 'string-width';
import type { Conversation, ScreenView } from '../../../app/interview/conversation.ts';
import { singleLine } from '../../../units/clean-text.ts';
import { FIELD, fieldCursor, questionRows } from './draw-question.ts';
import { sectionRows } from './draw-sections.ts';
import { summaryRows } from './draw-summary.ts';
import { keyRows } from './key-rows.ts';
import { BLANK, fitRows, paintRows, rowsOf, type Row, type Space } from './rows.ts';

/** A screen as it is written, and where the cursor stands on it while something is typed. */
export interface DrawnScreen {
  readonly lines: readonly string[];
  readonly cursor: { readonly row: number; readonly column: number } | undefined;
}

/** What is drawn of a conversation. */
export interface Shown extends Pick<Conversation, 'title'> {
  readonly view: ScreenView;
  /** Said above the question, once. */
  readonly opening: readonly string[];
  readonly beside: string | undefined;
}

/** One question, the list of sections or the summary on one screen: title, position and time left, what is asked, keys last. */
export function drawInterview(shown: Shown, space: Space): DrawnScreen {
  const { view } = shown;
  const head: readonly Row[] = [
    ...titleRows(singleLine(shown.title), shown.beside, space),
    ...shown.opening
      .flatMap((words) => rowsOf(words, space, { first: '' }))
      .map((row) => ({ ...row, ink: 'cyan' as const })),
    BLANK,
  ];
  const body = [...headingRows(view, space), BLANK, ...bodyRows(view, space)];
  const rows = fitRows({ head, body, foot: [BLANK, ...keyRows(view, space)] }, space);
  const row = rows.findIndex(({ text, anchor }) => anchor === true && text.startsWith(FIELD));
  const column = view.stage === 'asking' ? fieldCursor(view, space) : undefined;
  return { lines: paintRows(rows, space), cursor: column === undefined || row < 0 ? undefined : { row, column } };
}

/** The title left and what stands beside the questions right; below each other where the screen is too narrow, or it has several lines. */
function titleRows(title: string, beside: string | undefined, space: Space): readonly Row[] {
  const room = space.width - 1 - stringWidth(title) - stringWidth(beside ?? '');
  const isOneLine = beside?.includes('\n') !== true;
  if (beside === undefined || (isOneLine && room >= 2))
    return [{ text: title + ' '.repeat(beside ? room : 0) + (beside ?? ''), ink: 'dim' }];
  return [title, ...beside.split('\n')]
    .flatMap((text) => rowsOf(text, space, { first: '' }))
    .map((row) => ({ ...row, ink: 'dim' as const }));
}

function headingRows(view: ScreenView, space: Space): readonly Row[] {
  const [name, place] = headingOf(view);
  const line = `${name}   ${place}`;
  if (stringWidth(line) <= space.width - 1) return [{ text: line, strong: name.length }];
  const strong = rowsOf(name, space, { first: '' }).map((row) => ({ ...row, ink: 'bold' as const }));
  return [...strong, ...rowsOf(place, space, { first: '' }).map((row) => ({ ...row, ink: 'dim' as const }))];
}

function headingOf(view: ScreenView): readonly [string, string] {
  switch (view.stage) {
    case 'asking': {
      const { position, count, minutesLeft } = view.progress;
      return [view.section, `question ${position} of ${count} · ${timeLeft(minutesLeft)}`];
    }
    case 'jumping': {
      const { settled, count, minutesLeft } = view.progress;
      return ['Go to', `${settled} of ${count} settled · ${timeLeft(minutesLeft)}`];
    }
    case 'checking':
      return ['Summary', countsOf(view)];
  }
}

function timeLeft(minutes: number): string {
  if (minutes === 0) return 'less than a minute left';
  return minutes === 1 ? 'about 1 minute left' : `about ${minutes} minutes left`;
}

type SummaryView = Extract<ScreenView, { readonly stage: 'checking' }>;

function countsOf({ answered, skipped, notApplicable, open }: SummaryView): string {
  return [
    `${answered} answered`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(notApplicable > 0 ? [`${notApplicable} not applicable`] : []),
    ...(open > 0 ? [`${open} not reached`] : []),
  ].join(' · ');
}

function bodyRows(view: ScreenView, space: Space): readonly Row[] {
  switch (view.stage) {
    case 'asking':
      return questionRows(view, space);
    case 'jumping':
      return sectionRows(view);
    case 'checking':
      return summaryRows(view, space);
  }
}
