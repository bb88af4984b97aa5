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

const MOST = 3;
const SOON_DAYS = 7;

/**
 * The three things that matter today, the most pressing first: files that cannot be used, the longest overdue review, the most money at
 * stake, then what is overdue, stale or near: reviews, actions, data. A partner is named once.
 */
export function mattersToday(status: TerritoryStatus, locale: Locale): readonly Matter[] {
  const broken = brokenFiles(status);
  if (status.partners === 0) return [...broken, ...firstPartner(broken)];
  if (status.data.withDeals === 0)
    return [...broken, { what: 'No deals are imported yet', command: 'import FILE.csv' }];
  const [first, ...others] = overdueReviews(status);
  const [largest, ...smaller] = atStake(status, locale);
  const ranked = [
    ...broken,
    ...(first ? [first] : []),
    ...(largest ? [largest] : []),
    ...others,
    ...lateActions(status),
    ...staleData(status),
    ...nearReviews(status, SOON_DAYS),
    ...smaller,
    ...nearReviews(status, Infinity),
  ];
  const named = new Set<string>();
  const matters = ranked.filter(({ partner }) => partner === undefined || (!named.has(partner) && named.add(partner)));
  if (matters.length > 0) return matters.slice(0, MOST);
  return [{ what: 'A deck for every partner', command: 'qbr --all' }, ...withoutTargets(status)];
}

/** Where files are broken there may be partners: they are mended first. */
function firstPartner(broken: readonly Matter[]): Matter[] {
  return broken.length > 0
    ? []
    : [
        { what: 'The territory has no partner yet', command: 'partner add NAME' },
        { what: 'Deals of many partners at once', command: 'import FILE.csv --create-partners' },
      ];
}

/** Without any target nobody is behind, and no page can say so. */
function withoutTargets({ data: { withTarget, fiscalYear } }: TerritoryStatus): Matter[] {
  const what = `No partner has a target for ${fiscalYear}`;
  return withTarget > 0 ? [] : [{ what, command: 'import FILE.csv --kind targets' }];
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

function staleData({ data: { newestExport }, asOf }: TerritoryStatus): Matter[] {
  const age = newestExport === undefined ? 0 : daysBetween(newestExport, asOf);
  return age <= FRESH_DAYS ? [] : [{ what: `The newest deals are ${age} days old`, command: 'import FILE.csv' }];
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
