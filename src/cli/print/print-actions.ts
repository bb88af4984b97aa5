import stringWidth from 'string-width';
import type { PartnerActions } from '../../app/actions/action-list.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { formatDate, formatShortDate, type Locale } from '../../units/format.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { coloursOf } from './colours.ts';
import type { Screen } from '../command.ts';
import { plainSpaces } from './plain-spaces.ts';
import { statusSigns } from './status-signs.ts';
import { wrapWords } from './wrap-words.ts';
import { typedCommand } from './typed-command.ts';

/** How a list of actions is printed. */
export interface ActionListOptions {
  readonly locale: Locale;
  readonly asOf: PlainDate;
  /** The vendor's name on pages. */
  readonly vendor: string;
  /** One partner was asked for: its proposals are shown too. */
  readonly single: boolean;
  /** A workbook stands in the territory's place: no command that changes it is named. */
  readonly isWorkbook?: boolean;
}

type Line = PartnerActions['open'][number];

/** What is open by partner, the longest overdue first, each with who sees to it and its id. */
export function printActions(
  partners: readonly PartnerActions[],
  { screen, ...options }: ActionListOptions & { readonly screen: Screen },
): string {
  const { bold, dim, red, cyan } = coloursOf(screen);
  const lines = partners.flatMap(({ open }) => open);
  const late = lines.filter(isLate).length;
  const proposed = partners.reduce((sum, { proposals }) => sum + proposals.length, 0);
  const counts = [
    `${lines.length} open`,
    ...(late > 0 ? [red(`${late} overdue`)] : []),
    ...(proposed > 0 ? [`${proposed} proposed`] : []),
  ];
  const date = screen.width < 72 ? '' : `   ${dim(`as of ${formatDate(options.asOf, options.locale)}`)}`;
  const head = `${bold('Actions')}   ${counts.join(', ')}${date}`;
  const blocks = partners.flatMap((partner) => partnerBlock(partner, { ...options, screen }));
  const only = partners.length === 1 ? partners[0]!.id : 'ID';
  const next =
    lines.length > 0 && !options.isWorkbook
      ? [`${bold('Next')}  ${cyan(typedCommand(`cam actions ${only} --done PART-OF-ITS-ID`, screen))}`]
      : [];
  return plainSpaces(`${[head, ...blocks, ...next].join('\n\n')}\n`);
}

function partnerBlock(
  { name, shortName, id, open, proposals }: PartnerActions,
  options: ActionListOptions & { readonly screen: Screen },
): string[] {
  const { bold, dim, cyan } = coloursOf(options.screen);
  if (open.length === 0 && (proposals.length === 0 || !options.single))
    return options.single ? ['Nothing is open.'] : [];
  const title = stringWidth(`${name}   ${id}`) <= options.screen.width ? `${bold(name)}   ${dim(id)}` : bold(shortName);
  const proposed = options.single
    ? [
        ...(proposals.length > 0 ? [`${bold('Proposed')} ${dim('by the newest assessment, promised by nobody')}`] : []),
        ...proposals.flatMap((proposal) => proposalLines(proposal, options)),
        ...(proposals.length > 0 && !options.isWorkbook
          ? [`  ${cyan(typedCommand(`cam actions ${id} --accept all`, options.screen))}`]
          : []),
      ]
    : [];
  const lines = open.flatMap((line) => openLineText(line, { ...options, partner: shortName }));
  return [[title, ...lines].join('\n'), ...(proposed.length > 0 ? [proposed.join('\n')] : [])];
}

function openLineText(
  line: Line,
  { screen, locale, vendor, partner }: ActionListOptions & { readonly screen: Screen; readonly partner: string },
): string[] {
  const { red, yellow, dim } = coloursOf(screen);
  const { bad, watch, unknown } = statusSigns(screen);
  const { due, daysLate, side, owner, id, kind, made, resource } = line;
  const day = due === undefined ? 'no day' : formatShortDate(due, locale);
  const isNear = daysLate !== undefined && daysLate > -8;
  const mark = isLate(line)
    ? red(`${bad} ${day.padStart(6)}`)
    : (isNear ? yellow : dim)(`${isNear ? watch : unknown} ${day.padStart(6)}`);
  const late = isLate(line) ? `${daysLate} ${daysLate === 1 ? 'day' : 'days'} overdue` : undefined;
  const sideWords = side === undefined ? undefined : { partner, vendor, both: `${partner} and ${vendor}` }[side];
  const from = kind === 'task' ? 'task' : made ? `review ${formatFiscalQuarter(made)}` : undefined;
  const about = [late, sideWords, owner, from, resource, id].filter((part) => part !== undefined).join(' · ');
  return [
    ...hanging(line.what, screen.width).map((text, index) => (index === 0 ? `${mark}  ${text}` : INDENT + text)),
    ...hanging(about, screen.width).map((text) => INDENT + dim(text)),
  ];
}

function proposalLines(
  { what, side, owner, due, resource, title, score, goal, topic }: PartnerActions['proposals'][number],
  { screen, locale }: ActionListOptions & { readonly screen: Screen },
): string[] {
  const { dim } = coloursOf(screen);
  const { unknown } = statusSigns(screen);
  const who = side === 'both' ? `${owner}, jointly` : owner;
  const about = [`${title} ${score}, goal ${goal}`, who, resource, topic]
    .filter((part) => part !== undefined)
    .join(' · ');
  return [
    ...hanging(what, screen.width).map((text, index) =>
      index === 0 ? `${dim(`${unknown} ${formatShortDate(due, locale).padStart(6)}`)}  ${text}` : INDENT + text,
    ),
    ...hanging(about, screen.width).map((text) => INDENT + dim(text)),
  ];
}

const INDENT = ' '.repeat(10);

function isLate({ daysLate }: Line): boolean {
  return daysLate !== undefined && daysLate > 0;
}

function hanging(words: string, width: number): string[] {
  return wrapWords(words, Math.max(24, width - INDENT.length));
}
