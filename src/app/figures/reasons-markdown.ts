import { escapeMarkdown } from '../../render/markdown/escape-markdown.ts';
import { formatAmount, formatSentence, formatValue } from '../../units/format.ts';
import { isKnown } from '../../units/missing.ts';
import type { Reasons } from './reasons.ts';

/** A figure with the rows that were counted as a Markdown table, for an e-mail to whoever doubts it. */
export function reasonsMarkdown({ figure, locale, currency, partner, history }: Reasons): string {
  const full = { locale, precision: 'full' } as const;
  const value = figure.value.kind === 'missing' ? `unknown: ${figure.value.reason}` : formatValue(figure.value, full);
  const rows = (figure.evidence.selection?.counted ?? []).map(({ deal, amount }) => [
    `${deal.source}:${deal.id}`,
    deal.account ?? '',
    deal.name ?? '',
    deal.close_date ?? '',
    isKnown(amount) ? formatAmount(amount, currency, full) : 'unknown',
  ]);
  const said = history.flatMap(({ forPartner }) => (forPartner ? [formatSentence(forPartner, full)] : []));
  const head = [
    `# ${escapeMarkdown(`${partner.name}: ${figure.label} ${value}`)}\n`,
    `${escapeMarkdown(figure.evidence.formula)}\n`,
    ...said.map((words) => `${escapeMarkdown(words)}\n`),
  ].join('\n');
  const { records, parts } = figure.evidence;
  if (parts) return `${head}\n${parts.map((part) => `- ${escapeMarkdown(formatSentence(part, full))}\n`).join('')}`;
  if (records) return `${head}\n${records.counted.map((name) => `- ${escapeMarkdown(name)}\n`).join('')}`;
  if (rows.length === 0) return head;
  const lines = rows.map((cells) => `| ${cells.map(escapeMarkdown).join(' | ')} |`);
  return `${head}\n| Deal | Account | Name | Close | Amount |\n| --- | --- | --- | --- | ---: |\n${lines.join('\n')}\n`;
}
