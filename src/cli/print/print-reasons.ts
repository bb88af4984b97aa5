import stringWidth from 'string-width';
import type { HistoryEntry } from '../../app/figures/figure-history.ts';
import type { Reasons } from '../../app/figures/reasons.ts';
import { cutText } from '../../units/cut-text.ts';
import { formatAmount, formatDate, formatSentence, formatValue, type Locale } from '../../units/format.ts';
import { isKnown } from '../../units/missing.ts';
import { monthOf } from '../../units/year-month.ts';
import { coloursOf, type Colours } from './colours.ts';
import type { Screen } from '../command.ts';
import { recordLines, recordsLeftOut } from './print-records.ts';
import { plainSpaces } from './plain-spaces.ts';
import { statusSigns } from './status-signs.ts';
import { wrapWords } from './wrap-words.ts';
import { typedCommand } from './typed-command.ts';

const LABEL_WIDTH = 11;
const MOST_GROUPS = 14;

/** A figure and its reasons: formula with full numbers, rows counted and left out, plan, sources. */
export function printReasons(reasons: Reasons, screen: Screen): string {
  const colours = coloursOf(screen);
  const { figure, locale, history } = reasons;
  const { evidence } = figure;
  const full = { locale, precision: 'full' } as const;
  const sections: [label: string, lines: readonly string[], rule?: string][] = [
    ['Formula', formulaLines(reasons), evidence.rule],
    ['Counted', [...countedLines(reasons), ...recordLines(reasons), ...partLines(reasons)]],
    ['Left out', [...leftOutLines(reasons), ...recordsLeftOut(reasons)]],
    ['Beside', (evidence.beside ?? []).map((words) => formatSentence(words, { locale }))],
    ['Remarks', history.map((entry) => remarkLine(entry, locale))],
    ['Plan', (evidence.plan ?? []).map((words) => formatSentence(words, full))],
    ['Source', evidence.sources.map((words) => formatSentence(words, full))],
  ];
  const body = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([label, lines, rule]) => section(label, { lines, rule }, { screen, colours }));
  const other = typedCommand(`cam why ${reasons.partner.id} ${alsoAsk(reasons)}`, screen);
  const also = `All rows: add --json   Also: ${other}`;
  return plainSpaces([headLine(reasons, screen, colours), ...body, colours.dim(also)].join('\n\n')) + '\n';
}

/** "adj-1: Adjusted by …: $1,290,500 → $1,302,500". */
function remarkLine({ adjustment, internal, effect }: HistoryEntry, locale: Locale): string {
  const full = { locale, precision: 'full' } as const;
  const words = `${adjustment.id}: ${formatSentence(internal, full)}`;
  return effect ? `${words}. ${formatValue(effect.without, full)} → ${formatValue(effect.with, full)}` : words;
}

function headLine({ figure, partner, dates, locale }: Reasons, screen: Screen, colours: Colours): string {
  const { width } = screen;
  const { status, label, value } = figure;
  const paint = { good: colours.green, watch: colours.yellow, bad: colours.red, unknown: colours.dim };
  const chip = status ? `${statusSigns(screen)[status.meaning]} ${status.word}` : '';
  const answer = `${label} ${value.kind === 'missing' ? `unknown: ${value.reason}` : formatValue(value, { locale })}`;
  const whose = `${partner.name}, results to ${formatDate(dates.results, locale)}`;
  const painted = `${colours.bold(answer)}${status ? `  ${paint[status.meaning](chip)}` : ''}`;
  if (stringWidth(`${answer}  ${chip}   ${whose}`) <= width) return `${painted}   ${colours.dim(whose)}`;
  const first = stringWidth(`${answer}  ${chip}`) <= width ? [painted] : wrapWords(`${answer} ${chip}`, width);
  return [...first, colours.dim(cutText(whose, width, stringWidth))].join('\n');
}

function formulaLines({ figure, locale }: Reasons): string[] {
  const { evidence, value } = figure;
  const full = { locale, precision: 'full' } as const;
  const workings = evidence.workings ? [formatSentence(evidence.workings, full)] : [];
  if (value.kind === 'missing') return [evidence.formula, ...workings];
  const [exact, shown] = [formatValue(value, full), formatValue(value, { locale })];
  // The factors of the workings are printed rounded: the result is the unrounded one's.
  const result = exact === shown || workings.some((words) => words.includes(' = ')) ? [] : [`exactly ${exact}`];
  const said = [...workings, ...result];
  return [evidence.formula, ...(said.length > 0 ? [[...said, `shown ${shown}`].join(', ')] : [])];
}

function partLines({ figure, locale }: Reasons): string[] {
  return (figure.evidence.parts ?? []).map((part) => formatSentence(part, { locale, precision: 'full' }));
}

/** Rows and the sum of their known amounts; undefined while none is known. */
interface Group {
  readonly rows: number;
  readonly amount: number | undefined;
}

function countedLines({ figure, currency, locale }: Reasons): string[] {
  const { selection, rows } = figure.evidence;
  if (!selection) return [];
  const groups = new Map<string, Group>();
  for (const { deal, amount } of selection.counted) {
    const month = deal.close_date ? monthOf(deal.close_date) : 'no close date';
    groups.set(
      month,
      together([groups.get(month) ?? NO_ROWS, { rows: 1, amount: isKnown(amount) ? amount : undefined }]),
    );
  }
  const months = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  const before = months.slice(0, -MOST_GROUPS).map(([, group]) => group);
  const line = (label: string, group: Group) =>
    `${label.padEnd(14)}${String(group.rows).padStart(4)} ${group.rows === 1 ? 'row ' : 'rows'}  ${amountCell(group.amount, currency, locale)}`;
  return [
    countedTitle(selection.counted.length, rows ? formatSentence(rows, { locale }) : 'rows'),
    ...(before.length > 0 ? [line('before', together(before))] : []),
    ...months.slice(-MOST_GROUPS).map(([month, group]) => line(month, group)),
    ...(selection.withoutAmount > 0 ? [`${selection.withoutAmount} of them without an amount: unknown, not zero`] : []),
  ];
}

/** "58 won deals closed …", "1 open deal …"; words that begin with "the" have their number in them. */
function countedTitle(count: number, words: string): string {
  if (words.startsWith('the ')) return words;
  return `${count} ${count === 1 ? words.replace(/\b(deal|row)s\b/, '$1') : words}`;
}

const NO_ROWS: Group = { rows: 0, amount: undefined };

function together(groups: readonly Group[]): Group {
  const known = groups.flatMap(({ amount }) => (amount === undefined ? [] : [amount]));
  return {
    rows: groups.reduce((sum, { rows }) => sum + rows, 0),
    amount: known.length === 0 ? undefined : known.reduce((sum, amount) => sum + amount, 0),
  };
}

function leftOutLines({ leftOut, figure, currency, locale }: Reasons): string[] {
  if (!figure.evidence.selection) return [];
  const all = leftOut.reduce((sum, { rows }) => sum + rows, 0);
  const lines = leftOut.map(
    ({ reason, rows, amount }) =>
      `${String(rows).padStart(4)}   ${reason.padEnd(30)} ${amountCell(amount ?? undefined, currency, locale)}`,
  );
  return [`${all} ${all === 1 ? 'row' : 'rows'}`, ...lines];
}

function amountCell(amount: number | undefined, currency: string, locale: Locale): string {
  const words = amount === undefined ? 'unknown' : formatAmount(amount, currency, { locale, precision: 'full' });
  return words.padStart(14);
}

function section(
  label: string,
  { lines, rule }: { readonly lines: readonly string[]; readonly rule: string | undefined },
  { screen, colours }: { readonly screen: Screen; readonly colours: Colours },
): string {
  const width = Math.max(40, screen.width - LABEL_WIDTH);
  // Rows keep their columns; sentences are wrapped.
  const wrapped = lines.flatMap((line) => (/ {2}/.test(line) ? [line] : wrapWords(line, width)));
  const ruled = rule === undefined ? [] : wrapWords(rule, width).map(colours.dim);
  return [...wrapped, ...ruled]
    .map((line, index) => (index === 0 ? colours.bold(label.padEnd(LABEL_WIDTH)) : ' '.repeat(LABEL_WIDTH)) + line)
    .join('\n');
}

function alsoAsk({ id, others }: Reasons): string {
  return ['coverage', 'pace', 'forecast'].find((name) => name !== id && others.includes(name)) ?? others[0]!;
}
