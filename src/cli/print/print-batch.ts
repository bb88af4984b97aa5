import { relative } from 'node:path';
import stringWidth from 'string-width';
import type { BatchResult } from '../../app/pages/produce.ts';
import { singleLine } from '../../units/clean-text.ts';
import { cutText } from '../../units/cut-text.ts';
import { formatAmount, type Locale } from '../../units/format.ts';
import { isKnown } from '../../units/missing.ts';
import { plural } from '../../units/plural.ts';
import { coloursOf, type Colours } from './colours.ts';
import type { Screen } from '../command.ts';
import { statusSigns } from './status-signs.ts';
import { wrapWords } from './wrap-words.ts';

type Page = BatchResult['pages'][number];

/** Partners named at the end, those with most money at stake first. */
const MOST_NAMED = 5;

export interface BatchPrinting {
  readonly screen: Screen;
  readonly locale: Locale;
  /** Currency of the territory. */
  readonly currency: string;
  /** Folder of the files, for people to open. */
  readonly out: string;
  readonly currentFolder: string;
  /** Words for one file: "deck". */
  readonly noun: string;
  /** Nothing was written: the table says what would be. */
  readonly dryRun: boolean;
  /** Partners that --all leaves out. */
  readonly retired: readonly string[];
}

/** The closing table of a batch: what was made, what is still open, what failed, and which files to look at before sending. */
export function printBatch({ pages, failed }: BatchResult, printing: BatchPrinting): string {
  const { screen } = printing;
  const colours = coloursOf(screen);
  const symbols = statusSigns(screen);
  const widest = Math.max(7, ...[...pages, ...failed].map(({ partner }) => stringWidth(partner)));
  const nameWidth = Math.min(widest, Math.max(20, screen.width - 46));
  const line = (sign: string, partner: string, words: string) => `${sign} ${pad(partner, nameWidth)}  ${words}`;
  const rows = [
    ...pages.map((page) =>
      isOpen(page)
        ? line(colours.yellow(symbols.watch), page.partner, openWords(page))
        : line(colours.green(symbols.good), page.partner, 'done'),
    ),
    ...failed.flatMap(({ partner, message }) => [
      line(colours.red(symbols.bad), partner, 'failed'),
      ...wrapWords(singleLine(message), screen.width - 2).map((words) => `  ${words}`),
    ]),
  ];
  return [
    '',
    ...rows,
    '',
    countLine(pages, failed, printing, colours),
    ...(printing.dryRun ? ['Dry run: nothing was written.'] : []),
    ...retiredLines(printing, colours),
    ...lookLines(pages, printing, colours),
    '',
  ].join('\n');
}

function retiredLines({ retired, screen }: BatchPrinting, { dim }: Colours): string[] {
  if (retired.length === 0) return [];
  return wrapWords(`Retired and left out: ${retired.join(', ')}`, screen.width).map(dim);
}

function isOpen({ openInputs, files }: Page): boolean {
  return openInputs.length > 0 || files.some(({ decision }) => decision === 'edited-by-hand');
}

function openWords({ openInputs, files }: Page): string {
  const kept = files.filter(({ decision }) => decision === 'edited-by-hand').length;
  const words = [
    ...(kept > 0 ? ['kept: edited by hand (--force)'] : ['done']),
    ...(openInputs.length > 0 ? [`${plural(openInputs.length, 'input')} open`] : []),
  ];
  return words.join(', ');
}

function countLine(
  pages: readonly Page[],
  failed: BatchResult['failed'],
  { out, currentFolder, noun, dryRun }: BatchPrinting,
  { bold, dim }: Colours,
): string {
  const open = pages.filter(isOpen).length;
  const counts = [
    `${pages.length - open} done`,
    ...(open > 0 ? [`${open} with open inputs`] : []),
    ...(failed.length > 0 ? [`${failed.length} failed`] : []),
  ];
  // One file is opened next: its whole path saves looking for it.
  const [only] = pages.length === 1 && pages[0]!.files.length === 1 ? pages[0]!.files : [];
  const where = relative(currentFolder, only?.path ?? out) || '.';
  const written = plural(pages.length, noun);
  return `${bold(written)} ${dryRun ? 'would be ' : ''}in ${where}  ${dim(counts.join(', '))}`;
}

/** The pages whose figures ask for a look, by the money today's pipeline does not cover. */
function lookLines(
  pages: readonly Page[],
  { screen, locale, currency }: BatchPrinting,
  { bold, dim }: Colours,
): string[] {
  const asking = pages
    .filter(({ attention }) => attention.statuses.some(({ meaning }) => meaning === 'bad'))
    .toSorted((a, b) => stakeOf(b) - stakeOf(a));
  if (asking.length === 0) return [];
  const named = asking.slice(0, MOST_NAMED).map(({ name, attention }) => {
    const stake =
      isKnown(attention.atStake) && attention.atStake > 0
        ? `${formatAmount(attention.atStake, currency, { locale })} at stake`
        : '';
    const words = [...attention.statuses.map(({ word }) => word), stake].filter(Boolean).join(', ');
    return `  ${pad(cutText(name, Math.max(20, screen.width - 42), stringWidth), Math.min(38, screen.width - 42))}  ${words}`;
  });
  const more = asking.length > MOST_NAMED ? [dim(`  + ${asking.length - MOST_NAMED} more`)] : [];
  return ['', bold('Look at these before you send them'), ...named, ...more];
}

function stakeOf({ attention }: Page): number {
  return isKnown(attention.atStake) ? attention.atStake : -1;
}

function pad(text: string, width: number): string {
  const cut = cutText(text, width, stringWidth);
  return cut + ' '.repeat(Math.max(0, width - stringWidth(cut)));
}
