import stringWidth from 'string-width';
import type { Matter } from '../../app/territory/matters-today.ts';
import { FRESH_DAYS, type PlannedReview, type TerritoryStatus } from '../../app/territory/status.ts';
import { cutText } from '../../units/cut-text.ts';
import { formatAmount, formatDate, formatShortDate, type Locale } from '../../units/format.ts';
import { isKnown } from '../../units/missing.ts';
import { daysBetween } from '../../units/plain-date.ts';
import { coloursOf, type Colours } from './colours.ts';
import type { Screen } from '../command.ts';
import { statusSigns } from './status-signs.ts';
import { plural } from '../../units/plural.ts';
import { typedCommand } from './typed-command.ts';

/** What is said beside the standing of the territory, and how. */
export interface StatusSetting {
  readonly matters: readonly Matter[];
  readonly screen: Screen;
  readonly locale: Locale;
}

interface Drawing {
  readonly screen: Screen;
  readonly colours: Colours;
  readonly locale: Locale;
}

const MOST_LINES = 3;

/** The standing of the territory as a person reads it: what is overdue, who is behind, how good the data is, and what to do today. */
export function statusText(status: TerritoryStatus, { matters, screen, locale }: StatusSetting): string {
  const drawing = { screen, colours: coloursOf(screen), locale };
  const blocks = [
    { title: 'Overdue', lines: status.overdue.slice(0, MOST_LINES).map((review) => overdueLine(review, drawing)) },
    {
      title: 'Next four weeks',
      lines: status.upcoming.slice(0, MOST_LINES).map((review) => upcomingLine(review, drawing)),
    },
    { title: 'Behind or short', lines: attentionLines(status, drawing) },
    { title: 'Data', lines: dataLines(status, drawing) },
    { title: 'Today', lines: todayLines(matters, drawing) },
  ];
  const parts = blocks
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => [drawing.colours.bold(title), ...lines].join('\n'));
  return `${[headLine(status, drawing), ...parts].join('\n\n')}\n`.replaceAll('\u00a0', ' ');
}

function headLine({ name, partners, retired, asOf }: TerritoryStatus, { colours, locale }: Drawing): string {
  const others = retired > 0 ? ` and ${retired} retired` : '';
  const facts = `${plural(partners, 'partner')}${others}, as of ${formatDate(asOf, locale)}`;
  return `${colours.bold(name)}   ${colours.dim(facts)}`;
}

function overdueLine({ days, name }: PlannedReview, { screen, colours }: Drawing): string {
  const late = `${statusSigns(screen).bad} ${String(-days).padStart(3)} ${days === -1 ? 'day ' : 'days'}`;
  return `${colours.red(late)}   Quarterly review   ${nameCell(name).trimEnd()}`;
}

function upcomingLine({ days, day, name }: PlannedReview, { screen, colours, locale }: Drawing): string {
  const { watch, unknown } = statusSigns(screen);
  const paint = days <= 7 ? colours.yellow : colours.dim;
  return `${paint(`${days <= 7 ? watch : unknown} ${formatShortDate(day, locale).padStart(6)}`)}     Quarterly review   ${nameCell(name)}`.trimEnd();
}

function attentionLines({ attention, currency }: TerritoryStatus, { screen, colours, locale }: Drawing): string[] {
  const lines = attention.slice(0, MOST_LINES).map(({ name, attention: { statuses, atStake } }) => {
    const words = statuses.map(({ word }) => word).join(', ');
    const stake = isKnown(atStake) && atStake > 0 ? `${formatAmount(atStake, currency, { locale })} at stake` : '';
    return `${colours.red(statusSigns(screen).bad)} ${nameCell(name)}  ${words.padEnd(16)}  ${stake}`.trimEnd();
  });
  return attention.length > MOST_LINES ? [...lines, colours.dim(`  + ${attention.length - MOST_LINES} more`)] : lines;
}

function dataLines({ data, partners, asOf }: TerritoryStatus, { screen, colours, locale }: Drawing): string[] {
  const { green, yellow, red, dim } = colours;
  const { good, watch, bad } = statusSigns(screen);
  const sign = (ok: boolean) => (ok ? green(good) : yellow(watch));
  // Without dated exports nothing can be said against the deals.
  const isFresh = data.newestExport === undefined || daysBetween(data.newestExport, asOf) <= FRESH_DAYS;
  const newest = data.newestExport ? `, data of ${formatShortDate(data.newestExport, locale)}` : '';
  const named = data.missingTarget.slice(0, screen.width < 100 ? 1 : 2);
  const missing = named.map((name) => cutText(name, 24, stringWidth)).join(', ');
  const others = data.missingTarget.length - named.length;
  const more = others > 0 ? ` + ${others} more` : '';
  const loaded = [
    `${sign(data.withDeals === partners && isFresh)} Deals       ${data.dealRows.toLocaleString('en-GB')} rows of ${data.withDeals} of ${partners} partners${newest}`,
    `${sign(data.missingTarget.length === 0)} Targets     ${data.withTarget} of ${partners} partners${missing ? `   ${dim(`missing: ${missing}${more}`)}` : ''}`,
  ];
  return [
    ...(partners === 0 ? [] : loaded),
    `${data.errors > 0 ? red(bad) : sign(data.warnings === 0)} Files       ${filesWords(data, screen)}`,
  ];
}

function filesWords({ errors, warnings }: TerritoryStatus['data'], screen: Screen): string {
  if (errors > 0) return plural(errors, 'problem');
  if (warnings === 0) return 'no problems';
  // A problem stands among what matters today; a warning is told nowhere else.
  return `${plural(warnings, 'warning')}   ${coloursOf(screen).dim(`see ${typedCommand('cam check', screen)}`)}`;
}

function todayLines(matters: readonly Matter[], { screen, colours }: Drawing): string[] {
  return matters.flatMap(({ what, command }, index) => [
    `${index + 1}  ${cutText(what, screen.width - 3, stringWidth)}`,
    `   ${colours.cyan(typedCommand(`cam ${command}`, screen))}`,
  ]);
}

function nameCell(name: string): string {
  const cut = cutText(name, 26, stringWidth);
  return cut + ' '.repeat(Math.max(0, 26 - stringWidth(cut)));
}
