import stringWidth from 'string-width';
import type { PartnerProfile } from '../../app/partners/partner-profile.ts';
import { formatDate, formatShortDate, type Locale } from '../../units/format.ts';
import { coloursOf } from './colours.ts';
import type { Screen } from '../command.ts';
import { statusSigns } from './status-signs.ts';
import { wrapWords } from './wrap-words.ts';
import { typedCommand } from './typed-command.ts';

const INDENT = '  ';
const OWNER_WORDS: Readonly<Record<string, string>> = { partner: 'partner', vendor: 'you', both: 'both' };

/** The stage with its reason and what to do next. */
export function stageLines({ stage }: PartnerProfile, { screen, locale }: StageTextOptions): string[] {
  const { bold, dim, yellow } = coloursOf(screen);
  const lapsed = stage.lapsedReason ?? 'set by you';
  const flag = stage.lapsed ? [`${yellow(statusSigns(screen).watch)} lapsed: ${lapsed}`] : [];
  const reason = stage.reason.replace('set by the CAM', 'set by you');
  const about = [reason, `goal: ${stage.goal}`].flatMap((words) => wrapped(words, screen, INDENT));
  const actions = stage.nextActions.flatMap(({ do: what, owner, due, resource }) => {
    const who = `${OWNER_WORDS[owner] ?? owner}, by ${formatShortDate(due, locale)}${resource === null ? '' : ` · ${resource}`}`;
    return [...wrapped(what, screen, INDENT), ...wrapped(who, screen, INDENT.repeat(2)).map(dim)];
  });
  return [
    '',
    `${bold('Stage')}   ${stage.title}`,
    ...flag.map((line) => INDENT + line),
    ...about,
    ...(actions.length > 0 ? ['', bold('Do next'), ...actions] : []),
  ];
}

/** The first 90 days of a new partner: checkpoints, then the tasks that are overdue or come next. */
export function onboardingLines({ onboarding, id }: PartnerProfile, { screen, locale }: StageTextOptions): string[] {
  if (!onboarding) return [];
  const { bold, dim, cyan, green, yellow, red } = coloursOf(screen);
  const paint = { good: green, watch: yellow, bad: red, unknown: dim };
  const signs = statusSigns(screen);
  const day = (date: Parameters<typeof formatShortDate>[0]) => formatShortDate(date, locale).padStart(6);
  const mark = ({ meaning, word }: { readonly meaning: keyof typeof paint; readonly word: string }) =>
    paint[meaning](`${signs[meaning]} ${word.padEnd(12)}`);
  const checkpoints = onboarding.checkpoints.map(
    ({ day: number, due, status, tasks, goal }) =>
      `${INDENT}${mark(status)} ${day(due)}  day ${number}: ${tasks.done} of ${tasks.all} tasks done; goal: ${goal}`,
  );
  const tasks = onboarding.phases.flatMap((phase) => phase.tasks);
  const open = tasks.filter(({ done }) => done === undefined).toSorted((a, b) => (a.due < b.due ? -1 : 1));
  const shown = open.slice(0, MOST_TASKS);
  const lines = shown.flatMap(({ status, due, title, owner }) => {
    const words = `${title} (${OWNER_WORDS[owner] ?? owner})`;
    const indent = stringWidth(`${INDENT}x ${''.padEnd(12)} ${day(due)}  `);
    return wrapWords(words, Math.max(20, screen.width - indent)).map((line, index) =>
      index === 0 ? `${INDENT}${mark(status)} ${day(due)}  ${line}` : ' '.repeat(indent) + line,
    );
  });
  const more = open.length - shown.length;
  const signed = `day ${onboarding.day}, signed ${formatDate(onboarding.signed, locale)}`;
  return [
    '',
    `${bold(onboarding.title)}   ${dim(signed)}`,
    ...checkpoints,
    ...lines,
    ...(more > 0 ? [dim(`${INDENT}+ ${more} more`)] : []),
    ...(onboarding.notRecorded > 0
      ? [`${INDENT}write the tasks into partner.yaml: ${cyan(typedCommand(`cam partner onboard ${id}`, screen))}`]
      : []),
  ];
}

const MOST_TASKS = 6;

interface StageTextOptions {
  readonly screen: Screen;
  readonly locale: Locale;
}

function wrapped(words: string, { width }: Screen, indent: string): string[] {
  return wrapWords(words, Math.max(20, width - indent.length)).map((line) => indent + line);
}
