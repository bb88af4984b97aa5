import type { ScreenView } from '../../../app/interview/conversation.ts';
import { inked, rowsOf, type Row, type Space } from './rows.ts';

type SummaryView = Extract<ScreenView, { readonly stage: 'checking' }>;

/** The rows of the summary: what was said, or what changed since last time. */
export function summaryRows({ changes, from, title }: SummaryView, space: Space): readonly Row[] {
  const shown = changes.slice(from).flatMap(({ question, before, now }, index) => {
    const words = before === undefined ? { first: '    ' } : { first: '    now  ' };
    return [
      // The first one shown stays when rows have to go.
      ...rowsOf(question, space, { first: '  ' }).map((row) => (index === 0 ? { ...row, anchor: true as const } : row)),
      ...(before === undefined ? [] : inked(rowsOf(before, space, { first: '    was  ' }), 'dim')),
      ...inked(rowsOf(now, space, words), 'cyan'),
    ];
  });
  const above: readonly Row[] = from > 0 ? [{ text: `  … ${from} above`, ink: 'dim' }] : [];
  return [{ text: `  ${title}`, ink: 'bold' }, ...above, ...shown];
}
