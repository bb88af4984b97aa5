import type { FileReport } from '../../../app/import/import-report.ts';
import type { RestatedDeal, RestatedQuarter } from '../../../app/import/restated-quarters.ts';
import type { StatedTotal } from '../../../app/import/stated-totals.ts';
import { cleanText } from '../../../units/clean-text.ts';
import { cutText } from '../../../units/cut-text.ts';
import { firstFew } from '../../../units/first-few.ts';
import { formatAmount } from '../../../units/format.ts';
import { coloursOf } from '../colours.ts';
import type { Screen } from '../../command.ts';
import { indented, listText, marked, MOST_ENTRIES } from './import-list.ts';
import { counted, FULL, money, quoted } from './import-words.ts';
import { plural } from '../../../units/plural.ts';

const MOST_NAMED = 5;
const MOST_DEALS = 3;

/** What explains the number of rows: the mapping they were read by, lines that are none, repeats, names that are left out. */
export function rowsText(report: FileReport, screen: Screen): string[] {
  const { dim } = coloursOf(screen);
  const sentences = [...mappingSentences(report), ...skippedSentences(report), ...repeatSentences(report)];
  return [...sentences, ...leftOutSentences(report)].flatMap((said) => indented(said, screen)).map(dim);
}

/** The sum of all deals that were taken, and whether the totals the file states tie with its rows. */
export function totalText(report: FileReport, screen: Screen): string {
  const { totals, statedTotals } = report;
  const { bold, green, yellow } = coloursOf(screen);
  const statuses = Object.values(totals.byStatus);
  const deals = statuses.reduce((sum, { rows }) => sum + rows, 0);
  const without = statuses.reduce((sum, one) => sum + one.withoutAmount, 0);
  const open = without > 0 && without < deals ? `, ${counted(without)} without an amount` : '';
  const currency = onlyCurrency(report);
  const own = statedTotals.map((stated) => {
    const ties = stated.difference === 0;
    return marked(ties ? green(screen.unicode ? '✓' : 'ok') : yellow('!'), statedSentence(stated, currency), screen);
  });
  const total = deals === 0 ? '' : `${bold('Total')}  ${money(totals.amount)} in ${plural(deals, 'deal')}${open}\n`;
  return total + own.join('');
}

/** Closed quarters that are other ones now, each with the deals that make the difference. */
export function restatedText({ restated }: FileReport, screen: Screen): string {
  if (restated.length === 0) return '';
  const { yellow, bold } = coloursOf(screen);
  const lines = restated.slice(0, MOST_ENTRIES).flatMap((quarter) => quarterLines(quarter, screen));
  const title = `${yellow('!')} ${bold(`${plural(restated.length, 'closed quarter')} restated: what stood there changed`)}`;
  return listText(title, lines, restated.length, screen);
}

function mappingSentences({ mappings }: FileReport): string[] {
  return mappings.map(({ file, path, newHeaders }) => {
    const fresh = newHeaders.length > 0 ? `; new since it was made: ${newHeaders.map(quoted).join(', ')}` : '';
    return `${file} is read by ${path}${fresh}.`;
  });
}

function skippedSentences({ skipped }: FileReport): string[] {
  if (skipped.length === 0) return [];
  const said = skipped.map(({ why, lines }) => {
    const words = SKIPPED_WORDS[why];
    return words
      ? `${counted(lines.length)} ${words[lines.length === 1 ? 0 : 1]}`
      : `${plural(lines.length, 'line')}: ${why}`;
  });
  return [`No rows: ${said.join(', ')}.`];
}

const SKIPPED_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  'stands above the header': ['line above the header', 'lines above the header'],
  'footer of the report': ['line of the footer', 'lines of the footer'],
  'repeated header': ['repeated header', 'repeated headers'],
  total: ['line of totals', 'lines of totals'],
};

function repeatSentences({ repeats }: FileReport): string[] {
  if (repeats.length === 0) return [];
  const named = repeats.map(({ where, repeats: first }) => `${where} (as ${first})`);
  return [`Said twice and taken once: ${firstFew(named, MOST_NAMED)}.`];
}

function leftOutSentences({ leftOut }: FileReport): string[] {
  if (leftOut.length === 0) return [];
  const named = leftOut.map(({ partner, rows, byCurrency }) => {
    const name = partner === '' ? 'without a partner' : cutText(cleanText(partner), 40);
    return `${name} (${plural(rows, 'row')}, ${money(byCurrency)})`;
  });
  return [`Left out, as the mapping says: ${firstFew(named, MOST_NAMED)}.`];
}

function statedSentence({ where, column, stated, rows, difference }: StatedTotal, currency?: string): string {
  const name = quoted(column);
  const sum = (amount: number) => plain(amount, currency);
  if (difference === 0) return `The file's own total of ${name}, ${sum(stated)}, ties with its rows (${where}).`;
  return `The file's own total of ${name} is ${sum(stated)} (${where}), and its rows sum to ${sum(rows)}: they differ by ${sum(Math.abs(difference))}.`;
}

/** The currency of every amount that was read, taken or not; undefined where there are several, or none. */
function onlyCurrency({ totals, rejected, unmatched, leftOut }: FileReport): string | undefined {
  const sums = [totals.amount, ...[...unmatched, ...leftOut].map(({ byCurrency }) => byCurrency)];
  const refused = rejected.flatMap(({ amount, currency }) => (amount === null ? [] : [currency]));
  const [only, ...others] = new Set([...sums.flatMap((sum) => Object.keys(sum)), ...refused]);
  return others.length === 0 ? only : undefined;
}

/** A sum in its currency, where that is known. */
function plain(amount: number, currency: string | undefined): string {
  return currency === undefined
    ? amount.toLocaleString('en-GB', { maximumFractionDigits: 2 })
    : formatAmount(amount, currency, FULL);
}

function quarterLines(
  { quarter, partner, currency, before, after, difference, deals }: RestatedQuarter,
  screen: Screen,
): string[] {
  const by =
    difference === null ? '' : ` (${difference < 0 ? '-' : '+'}${formatAmount(Math.abs(difference), currency, FULL)})`;
  const sums = `${worth(before, currency)} before, ${worth(after, currency)} now${by}`;
  const shown = deals.slice(0, MOST_DEALS).flatMap((deal) => indented(dealClause(deal, currency), screen, 4));
  const more =
    deals.length > MOST_DEALS ? indented(`+ ${plural(deals.length - MOST_DEALS, 'deal')} more`, screen, 4) : [];
  return [...indented(`${quarter} ${partner}: ${sums}`, screen), ...shown, ...more];
}

function dealClause({ key, name, why, before, after }: RestatedDeal, currency: string): string {
  const called = name === null ? key : `${cutText(name, 40)} (${key})`;
  const change =
    before !== null && after !== null
      ? `, from ${worth(before, currency)} to ${worth(after, currency)}`
      : `, ${worth(after ?? before, currency)}`;
  return `${called}: ${why}${change}`;
}

function worth(amount: number | null, currency: string): string {
  return amount === null ? 'no amount' : formatAmount(amount, currency, FULL);
}
