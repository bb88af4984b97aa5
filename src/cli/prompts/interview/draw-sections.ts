import stringWidth from 'string-width';
import type { ScreenView } from '../../../app/interview/conversation.ts';
import type { Row } from './rows.ts';

/** The rows of the list of sections, the summary last. */
export function sectionRows({
  sections,
  active,
  toSummary,
}: Extract<ScreenView, { readonly stage: 'jumping' }>): readonly Row[] {
  const widest = Math.max(...sections.map(({ title }) => stringWidth(title)), stringWidth(toSummary));
  const lines = sections.map(({ title, settled, count }) => [title, `${settled} of ${count}`] as const);
  return [...lines, [toSummary, ''] as const].map(([title, count], index) => {
    const key = index < 9 ? String(index + 1) : ' ';
    const padding = ' '.repeat(widest - stringWidth(title));
    const text = `${index === active ? '› ' : '  '}${key}  ${title}${padding}  ${count}`.trimEnd();
    return index === active ? { text: `${text}  `, ink: 'active' as const, anchor: true as const } : { text };
  });
}
