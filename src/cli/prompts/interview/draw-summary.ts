import type { ScreenView } from '../../../app/interview/conversation.ts';
import { rowsOf, type Row, type Space } from './rows.ts';

type SummaryView = Extract<ScreenView, { readonly stage: 'checking' }>;

/** The rows of the summary: what was said, or what changed since last time. */
export function summaryRows(view: SummaryView, space: Space): readonly Row[] {
  const { changes, from, compared } = view;
  const title = compared ? `${changes.length} changed since last time` : 'What was said';
  const shown = changes.slice(from).flatMap(({ question, before, now }, index) => [
    ...rowsOf(question, space, { first: '  ' }).map((row) => (index === 0 ? { ...row, anchor: true as const } : row)),
    ...(before === undefined
      ? []
      : rowsOf(before, space, { first: '    was  ' }).map((row) => ({ ...row, ink: 'dim' as const }))),
    ...rowsOf(now, space, { first: before === undefined ? '    ' : '    now  ' }).map((row) => ({
      ...row,
      ink: 'cyan' as const,
    })),
  ]);
  const none: Row = { text: compared ? '  Nothing changed since last time.' : '  Nothing was answered.' };
  const above: readonly Row[] = from > 0 ? [{ text: `  … ${from} above`, ink: 'dim' }] : [];
  return changes.length === 0 ? [none] : [{ text: `  ${title}`, ink: 'bold' }, ...above, ...shown];
}
