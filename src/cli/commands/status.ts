import stringWidth from 'string-width';
import { territoryStatus, type PlannedReview, type TerritoryStatus } from '../../app/status.ts';
import { cutText } from '../../units/cut-text.ts';
import { formatAmount, formatDate, formatShortDate, type Locale } from '../../units/format.ts';
import { daysBetween, type PlainDate } from '../../units/plain-date.ts';
import { isKnown } from '../../units/missing.ts';
import { coloursOf, type Colours } from '../colours.ts';
import { EXIT, type Command, type Screen } from '../command.ts';
import { workspaceOf } from '../page-options.ts';
import { statusSigns } from '../status-signs.ts';

const MOST_LINES = 3;

/** `cam`: how the territory stands, and the next command for what matters most. */
export const run: Command = async (line) => {
  const workspace = await workspaceOf(line);
  const status = territoryStatus(workspace);
  return {
    exitCode: EXIT.done,
    text: printStatus(status, line.screen, workspace.territory.config.locale),
    data: status,
  };
};

function printStatus(status: TerritoryStatus, screen: Screen, locale: Locale): string {
  const colours = coloursOf(screen);
  const { bold, dim } = colours;
  const head = `${bold(status.name)}   ${dim(`${counted(status.partners, 'partner')}${status.retired > 0 ? ` and ${status.retired} retired` : ''}, as of ${formatDate(status.asOf, locale)}`)}`;
  const parts = [
    head,
    block(
      'Overdue',
      status.overdue.slice(0, MOST_LINES).map((review) => overdueLine(review, screen, colours)),
      bold,
    ),
    block(
      'Next four weeks',
      status.upcoming.slice(0, MOST_LINES).map((review) => upcomingLine(review, { screen, colours, locale })),
      bold,
    ),
    block('Behind or short', attentionLines(status, screen, locale, colours), bold),
    block('Data', dataLines(status, screen, locale, colours), bold),
    nextLine(status, colours),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`.replaceAll('\u00a0', ' ');
}

function block(title: string, lines: readonly string[], bold: Colours['bold']): string {
  return lines.length === 0 ? '' : [bold(title), ...lines].join('\n');
}

function overdueLine({ days, name, id }: PlannedReview, screen: Screen, { red, cyan }: Colours): string {
  const late = `${statusSigns(screen).bad} ${String(-days).padStart(3)} ${days === -1 ? 'day ' : 'days'}`;
  const what = `   Quarterly review   ${nameCell(name)}`;
  const command = `cam qbr ${id}`;
  // On a narrow screen the line "Next" names the command; half a command helps nobody.
  const fits = stringWidth(`${late}${what}  ${command}`) <= screen.width;
  return `${red(late)}${fits ? `${what}  ${cyan(command)}` : what.trimEnd()}`;
}

function upcomingLine(
  { days, day, name }: PlannedReview,
  { screen, colours, locale }: { screen: Screen; colours: Colours; locale: Locale },
): string {
  const { watch, unknown } = statusSigns(screen);
  const paint = days <= 7 ? colours.yellow : colours.dim;
  return `${paint(`${days <= 7 ? watch : unknown} ${formatShortDate(day, locale).padStart(6)}`)}     Quarterly review   ${nameCell(name)}`.trimEnd();
}

function attentionLines(
  { attention, currency }: TerritoryStatus,
  screen: Screen,
  locale: Locale,
  { red, dim }: Colours,
): string[] {
  const lines = attention.slice(0, MOST_LINES).map(({ name, attention: { statuses, atStake } }) => {
    const words = statuses.map(({ word }) => word).join(', ');
    const stake = isKnown(atStake) && atStake > 0 ? `${formatAmount(atStake, currency, { locale })} at stake` : '';
    return `${red(statusSigns(screen).bad)} ${nameCell(name)}  ${words.padEnd(16)}  ${stake}`.trimEnd();
  });
  return attention.length > MOST_LINES ? [...lines, dim(`  + ${attention.length - MOST_LINES} more`)] : lines;
}

function dataLines(
  { data, partners, asOf }: TerritoryStatus,
  screen: Screen,
  locale: Locale,
  { green, yellow, red, dim }: Colours,
): string[] {
  const { good, watch, bad } = statusSigns(screen);
  const sign = (ok: boolean) => (ok ? green(good) : yellow(watch));
  const newest = data.newestExport ? `, data of ${formatShortDate(data.newestExport, locale)}` : '';
  const named = data.missingTarget.slice(0, screen.width < 100 ? 1 : 2);
  const missing = named.map((name) => cutText(name, 24, stringWidth)).join(', ');
  const others = data.missingTarget.length - named.length;
  const more = others > 0 ? ` + ${others} more` : '';
  const files =
    data.errors > 0
      ? `${counted(data.errors, 'problem')}   ${dim('cam check')}`
      : data.warnings > 0
        ? counted(data.warnings, 'warning')
        : 'no problems';
  return [
    `${sign(data.withDeals === partners && isFresh(data.newestExport, asOf))} Deals       ${data.dealRows.toLocaleString('en-GB')} rows of ${data.withDeals} of ${partners} partners${newest}`,
    `${sign(data.missingTarget.length === 0)} Targets     ${data.withTarget} of ${partners} partners${missing ? `   ${dim(`missing: ${missing}${more}`)}` : ''}`,
    `${data.errors > 0 ? red(bad) : sign(data.warnings === 0)} Files       ${files}`,
  ];
}

/** Data of the last two weeks; without dated exports nothing can be said against it. */
function isFresh(newest: PlainDate | undefined, asOf: PlainDate): boolean {
  return newest === undefined || daysBetween(newest, asOf) <= 14;
}

/** One command: the overdue review, the partner with most at stake, or the first import. */
function nextLine(
  { overdue, attention, upcoming, data, partners }: TerritoryStatus,
  { bold, cyan, dim }: Colours,
): string {
  const [command, why] =
    partners === 0
      ? ['cam partner add NAME', 'the territory has no partner yet']
      : data.withDeals === 0
        ? ['cam import FILE.csv', 'no deals are imported yet']
        : overdue[0]
          ? [`cam qbr ${overdue[0].id}`, `${counted(-overdue[0].days, 'day')} overdue`]
          : attention[0]
            ? [`cam scorecard performance ${attention[0].id}`, 'most money at stake']
            : upcoming[0]
              ? [`cam qbr ${upcoming[0].id}`, 'the next review']
              : ['cam qbr --all', 'a deck for every partner'];
  return `${bold('Next')}  ${cyan(command)}   ${dim(why)}`;
}

function nameCell(name: string): string {
  const cut = cutText(name, 26, stringWidth);
  return cut + ' '.repeat(Math.max(0, 26 - stringWidth(cut)));
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
