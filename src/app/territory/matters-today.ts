import { formatAmount, type Locale } from '../../units/format.ts';
import { isKnown } from '../../units/missing.ts';
import { daysBetween } from '../../units/plain-date.ts';
import { FRESH_DAYS, type TerritoryStatus } from './status.ts';
import { plural } from '../../units/plural.ts';

/** Something to do today, with the command that starts it. */
export interface Matter {
  readonly what: string;
  /** Without the program's name: `qbr bluefjord`. */
  readonly command: string;
  readonly partner?: string;
}

/** Where and to whom it is said. */
export interface MattersSetting {
  readonly locale: Locale;
  /** A workbook stands in the territory's place: it is filled in by hand, and no command writes into it. */
  readonly isWorkbook: boolean;
}

const MOST = 3;
const SOON_DAYS = 7;

/**
 * The three things that matter today, the most pressing first: files that cannot be used, the longest overdue review, the most money at
 * stake, then what is overdue, stale or near: reviews, actions, data. A partner is named once.
 */
export function mattersToday(status: TerritoryStatus, { locale, isWorkbook }: MattersSetting): readonly Matter[] {
  const bringIn = isWorkbook ? intoWorkbook : intoTerritory;
  const broken = brokenFiles(status);
  if (status.partners === 0) return [...broken, ...(broken.length > 0 ? [] : firstPartner(isWorkbook))];
  if (status.data.withDeals === 0) return [...broken, bringIn('No deals are imported yet', 'deals')];
  const [first, ...others] = overdueReviews(status);
  const [largest, ...smaller] = atStake(status, locale);
  const ranked = [
    ...broken,
    ...(first ? [first] : []),
    ...(largest ? [largest] : []),
    ...others,
    ...lateActions(status),
    ...staleData(status).map((what) => bringIn(what, 'deals')),
    ...nearReviews(status, SOON_DAYS),
    ...smaller,
    ...nearReviews(status, Infinity),
  ];
  const named = new Set<string>();
  const matters = ranked.filter(({ partner }) => partner === undefined || (!named.has(partner) && named.add(partner)));
  if (matters.length > 0) return matters.slice(0, MOST);
  return [EVERY_DECK, ...withoutTargets(status).map((what) => bringIn(what, 'targets'))];
}

const EVERY_DECK: Matter = { what: 'A deck for every partner', command: 'qbr --all' };

/** Where files are broken there may be partners: they are mended before anybody is told to add the first. */
function firstPartner(isWorkbook: boolean): Matter[] {
  if (isWorkbook)
    return [{ what: 'Fill in the sheet Partners: the workbook has no partner yet', command: EVERY_DECK.command }];
  return [
    { what: 'The territory has no partner yet', command: 'partner add NAME' },
    { what: 'Deals of many partners at once', command: 'import FILE.csv --create-partners' },
  ];
}

function intoTerritory(what: string, kind: 'deals' | 'targets'): Matter {
  return { what, command: kind === 'deals' ? 'import FILE.csv' : `import FILE.csv --kind ${kind}` };
}

/** What is missing in a workbook is typed or pasted into it; then its decks can be made. */
function intoWorkbook(what: string, kind: 'deals' | 'targets'): Matter {
  const sheet = kind === 'deals' ? 'Deals' : 'Targets';
  return { what: `${what}: fill in the sheet ${sheet}`, command: EVERY_DECK.command };
}

/** Without any target nobody is behind, and no page can say so. */
function withoutTargets({ data: { withTarget, fiscalYear } }: TerritoryStatus): string[] {
  return withTarget > 0 ? [] : [`No partner has a target for ${fiscalYear}`];
}

function brokenFiles({ data: { errors } }: TerritoryStatus): Matter[] {
  const what = errors === 1 ? 'A problem in your files' : `${errors} problems in your files`;
  return errors === 0 ? [] : [{ what, command: 'check' }];
}

function overdueReviews({ overdue }: TerritoryStatus): Matter[] {
  return overdue.map(({ id, name, days }) => ({
    what: `${name}: review ${plural(-days, 'day')} overdue`,
    command: `qbr ${id}`,
    partner: id,
  }));
}

function atStake({ attention, currency }: TerritoryStatus, locale: Locale): Matter[] {
  return attention.map(({ id, name, attention: { statuses, atStake: stake } }) => {
    const words = statuses.map(({ word }) => word).join(', ');
    const money = isKnown(stake) && stake > 0 ? `, ${formatAmount(stake, currency, { locale })} at stake` : '';
    return { what: `${name}: ${words}${money}`, command: `scorecard performance ${id}`, partner: id };
  });
}

function lateActions({ late }: TerritoryStatus): Matter[] {
  return late.map(({ id, name, count, days }) => ({
    what: `${name}: ${plural(count, 'action')} overdue, the longest ${plural(days, 'day')}`,
    command: `actions ${id}`,
    partner: id,
  }));
}

function staleData({ data: { newestExport }, asOf }: TerritoryStatus): string[] {
  const age = newestExport === undefined ? 0 : daysBetween(newestExport, asOf);
  return age <= FRESH_DAYS ? [] : [`The newest deals are ${age} days old`];
}

function nearReviews({ upcoming }: TerritoryStatus, within: number): Matter[] {
  return upcoming
    .filter(({ days }) => days <= within)
    .map(({ id, name, days }) => ({
      what: `${name}: review ${days === 0 ? 'due now' : `in ${plural(days, 'day')}`}`,
      command: `qbr ${id}`,
      partner: id,
    }));
}
