import type { Reasons } from '../app/reasons.ts';
import { formatAmount, formatDate, formatSentence, formatValue } from '../units/format.ts';
import { isKnown } from '../units/missing.ts';
import type { Meaning } from '../units/value.ts';
import { monthOf } from '../units/year-month.ts';
import { coloursOf, type Colours } from './colours.ts';
import type { Screen } from './command.ts';
import { wrapWords } from './wrap-words.ts';

const LABEL_WIDTH = 11;
const MOST_GROUPS = 14;
const SYMBOLS: Readonly<Record<Meaning, readonly [string, string]>> = {
  good: ['▲', '^'],
  watch: ['●', 'o'],
  bad: ['▼', 'v'],
  unknown: ['○', '?'],
};

/** A figure and its reasons: formula with full numbers, rows counted and left out, plan, sources. */
export function printReasons(reasons: Reasons, screen: Screen): string {
  const colours = coloursOf(screen);
  const { figure, locale } = reasons;
  const { evidence } = figure;
  const full = { locale, precision: 'full' } as const;
  const sections: [string, readonly string[]][] = [
    ['Formula', formulaLines(reasons, colours)],
    ['Counted', countedLines(reasons)],
    ['Left out', leftOutLines(reasons)],
    ['Plan', (evidence.plan ?? []).map((words) => formatSentence(words, full))],
    ['Source', evidence.sources.map((words) => formatSentence(words, full))],
  ];
  const body = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([label, lines]) => section(label, lines, { screen, colours }));
  const also = `All rows: add --json   Also: cam why ${reasons.partner.id} ${alsoAsk(reasons)}`;
  return spaces([headLine(reasons, screen, colours), ...body, colours.dim(also)].join('\n\n')) + '\n';
}

/** The counted rows as a Markdown table, for an e-mail to whoever doubts the figure. */
export function reasonsMarkdown({ figure, locale, currency, partner }: Reasons): string {
  const rows = (figure.evidence.selection?.counted ?? []).map(({ deal, amount }) =>
    [
      `${deal.source}:${deal.id}`,
      deal.account ?? '',
      deal.name ?? '',
      deal.close_date ?? '',
      isKnown(amount) ? formatAmount(amount, currency, { locale, precision: 'full' }) : 'n/a',
    ]
      .map((cell) => cell.replaceAll('|', '\\|'))
      .join(' | '),
  );
  const head = `# ${partner.name}: ${figure.label} ${formatValue(figure.value, { locale, precision: 'full' })}\n\n${figure.evidence.formula}\n`;
  return rows.length === 0
    ? head
    : `${head}\n| Deal | Account | Name | Close | Amount |\n| --- | --- | --- | --- | ---: |\n${rows.map((row) => `| ${row} |`).join('\n')}\n`;
}

function headLine({ figure, partner, dates, locale }: Reasons, { unicode }: Screen, colours: Colours): string {
  const { status } = figure;
  const paint = { good: colours.green, watch: colours.yellow, bad: colours.red, unknown: colours.dim };
  const chip = status ? `  ${paint[status.meaning](`${SYMBOLS[status.meaning][unicode ? 0 : 1]} ${status.word}`)}` : '';
  const value =
    figure.value.kind === 'missing' ? `unknown: ${figure.value.reason}` : formatValue(figure.value, { locale });
  return `${colours.bold(`${figure.label} ${value}`)}${chip}   ${colours.dim(`${partner.name}, results to ${formatDate(dates.results, locale)}`)}`;
}

function formulaLines({ figure, locale }: Reasons, { dim }: Colours): string[] {
  const { formula, workings, rule } = figure.evidence;
  const full = { locale, precision: 'full' } as const;
  const shown = figure.value.kind === 'missing' ? '' : `, shown ${formatValue(figure.value, { locale })}`;
  return [formula, ...(workings ? [`${formatSentence(workings, full)}${shown}`] : []), ...(rule ? [dim(rule)] : [])];
}

function countedLines({ figure, currency, locale }: Reasons): string[] {
  const { selection, rows } = figure.evidence;
  if (!selection) return [];
  const title = rows ? formatSentence(rows, { locale }) : 'rows';
  const groups = new Map<string, { rows: number; amount: number }>();
  for (const { deal, amount } of selection.counted) {
    const month = deal.close_date ? monthOf(deal.close_date) : 'no close date';
    const group = groups.get(month) ?? { rows: 0, amount: 0 };
    groups.set(month, { rows: group.rows + 1, amount: group.amount + (isKnown(amount) ? amount : 0) });
  }
  const lines = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  const shown = lines.slice(-MOST_GROUPS);
  const before = lines.slice(0, -MOST_GROUPS);
  const line = (label: string, count: number, amount: number) =>
    `${label.padEnd(14)}${String(count).padStart(4)} ${count === 1 ? 'row ' : 'rows'}  ${formatAmount(amount, currency, { locale, precision: 'full' }).padStart(14)}`;
  return [
    `${selection.counted.length} ${title}`,
    ...(before.length > 0 ? [line('before', total(before).rows, total(before).amount)] : []),
    ...shown.map(([month, { rows, amount }]) => line(month, rows, amount)),
    ...(selection.withoutAmount > 0 ? [`${selection.withoutAmount} of them without an amount: unknown, not zero`] : []),
  ];
}

function total(groups: readonly (readonly [string, { readonly rows: number; readonly amount: number }])[]) {
  return groups.reduce((sum, [, { rows, amount }]) => ({ rows: sum.rows + rows, amount: sum.amount + amount }), {
    rows: 0,
    amount: 0,
  });
}

function leftOutLines({ leftOut, figure, currency, locale }: Reasons): string[] {
  if (!figure.evidence.selection) return [];
  const all = leftOut.reduce((sum, { rows }) => sum + rows, 0);
  const lines = leftOut.map(
    ({ reason, rows, amount }) =>
      `${String(rows).padStart(4)}   ${reason.padEnd(30)} ${formatAmount(amount, currency, { locale, precision: 'full' }).padStart(14)}`,
  );
  return [`${all} ${all === 1 ? 'row' : 'rows'}`, ...lines];
}

function section(
  label: string,
  lines: readonly string[],
  { screen, colours }: { readonly screen: Screen; readonly colours: Colours },
): string {
  const width = Math.max(40, screen.width - LABEL_WIDTH);
  // Rows keep their columns; sentences are wrapped.
  const wrapped = lines.flatMap((line) =>
    / {2}/.test(line) || line.includes('\u001b') ? [line] : wrapWords(line, width),
  );
  return wrapped
    .map((line, index) => (index === 0 ? colours.bold(label.padEnd(LABEL_WIDTH)) : ' '.repeat(LABEL_WIDTH)) + line)
    .join('\n');
}

function alsoAsk({ id, others }: Reasons): string {
  return ['coverage', 'pace', 'forecast'].find((name) => name !== id && others.includes(name)) ?? others[0]!;
}

function spaces(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
