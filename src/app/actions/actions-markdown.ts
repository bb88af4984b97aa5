import { escapeMarkdown } from '../../render/markdown/escape-markdown.ts';
import { formatDate, type Locale } from '../../units/format.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import type { PartnerActions } from './action-list.ts';

/** What is open as tables, one a partner. */
export function actionsMarkdown(
  partners: readonly PartnerActions[],
  { locale, asOf, vendor }: { readonly locale: Locale; readonly asOf: PlainDate; readonly vendor: string },
): string {
  const tables = partners
    .filter(({ open }) => open.length > 0)
    .map(({ name, shortName, open }) => {
      const rows = open.map(({ due, daysLate = 0, what, side, owner, id }) =>
        row([
          due === undefined ? '' : formatDate(due, locale),
          daysLate > 0 ? `overdue, ${daysLate} d` : 'open',
          what,
          side === undefined ? '' : { partner: shortName, vendor, both: 'both' }[side],
          owner ?? '',
          id,
        ]),
      );
      return [`## ${escapeMarkdown(name)}`, '', row(HEAD), row(HEAD.map(() => '---')), ...rows].join('\n');
    });
  const body = tables.length === 0 ? ['Nothing is open.'] : tables;
  return `${[`# Actions as of ${formatDate(asOf, locale)}`, ...body].join('\n\n')}\n`;
}

const HEAD = ['Due', 'Status', 'What', 'Side', 'Owner', 'Id'];

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => escapeMarkdown(cell)).join(' | ')} |`;
}
