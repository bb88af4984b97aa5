import { creditDeals, dealKey } from '../../domain/deal-credit.ts';
import { dealsAt, type DealAt } from '../../domain/deals-at.ts';
import {
  fiscalCalendarOf,
  fiscalQuarterOf,
  rangeOfQuarter,
  type FiscalCalendar,
} from '../../domain/fiscal-calendar.ts';
import type { CamConfig } from '../../schema/cam-config.ts';
import type { Deal } from '../../schema/deal.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { isKnown } from '../../units/missing.ts';
import { earlier, type PlainDate } from '../../units/plain-date.ts';
import { whyRestated } from './why-restated.ts';

/** A quarter that was closed already, and whose bookings an import changed. */
export interface RestatedQuarter {
  readonly quarter: string;
  /** Id of the partner. */
  readonly partner: string;
  readonly currency: string;
  /** Bookings as they stood; null where there were some and none had an amount. */
  readonly before: number | null;
  readonly after: number | null;
  /** After less before; null where either is not known. */
  readonly difference: number | null;
  readonly deals: readonly RestatedDeal[];
}

/** A deal that makes the difference. */
export interface RestatedDeal {
  readonly key: string;
  readonly name: string | null;
  readonly why: string;
  /** What it counted before; null where it did not, or had no amount. */
  readonly before: number | null;
  readonly after: number | null;
}

export interface Restating {
  readonly config: CamConfig;
  /** As they stood before the import. */
  readonly before: readonly PartnerFiles[];
  /** As they stand after it, with their deals. */
  readonly after: readonly PartnerFiles[];
  /** The day of the data, of the partners the import touches. */
  readonly dates: ReadonlyMap<string, { readonly date: PlainDate }>;
}

/**
 * Quarters that were over when the partner's data was last brought in, and whose won deals are others now. A quarter that ran then
 * grew, and history that nobody had loaded was not stated before: neither is restated. The largest difference comes first.
 */
export function restatedQuarters(restating: Restating): RestatedQuarter[] {
  const { config, before, after, dates } = restating;
  const [creditedBefore, creditedAfter] = [creditDeals(before, config), creditDeals(after, config)];
  const holders = { before: holdersOf(before), after: holdersOf(after) };
  const known = new Map(before.map((files) => [files.id, files]));
  const restated = after.flatMap(({ id, partner }) => {
    const data = dates.get(id);
    if (!data) return [];
    const standing = known.get(id);
    const setting: PartnerSetting = {
      id,
      currency: partner.currency ?? config.currency,
      config,
      calendar: fiscalCalendarOf(config),
      on: data.date,
      stood: standing && dayItStood(standing),
      since: firstBooking(creditedBefore.get(id) ?? []),
      holders,
    };
    return comparePartner(creditedBefore.get(id) ?? [], creditedAfter.get(id) ?? [], setting);
  });
  return restated.sort((a, b) => weight(b.difference) - weight(a.difference));
}

interface PartnerSetting {
  readonly id: string;
  readonly currency: string;
  readonly config: CamConfig;
  readonly calendar: FiscalCalendar;
  readonly on: PlainDate;
  /** The day the data was of that stood there before. */
  readonly stood: PlainDate | undefined;
  /** Day of the first deal won that was known before. */
  readonly since: PlainDate | undefined;
  readonly holders: { readonly before: ReadonlyMap<string, string>; readonly after: ReadonlyMap<string, string> };
}

function comparePartner(was: readonly Deal[], is: readonly Deal[], setting: PartnerSetting): RestatedQuarter[] {
  const [bookedWas, bookedIs] = [wonByQuarter(was, setting), wonByQuarter(is, setting)];
  const all = { was: byKey(was), is: byKey(is) };
  const quarters = [...new Set([...bookedWas.keys(), ...bookedIs.keys()])].sort();
  return quarters.flatMap((quarter) => {
    const [before, after] = [bookedWas.get(quarter) ?? NO_DEALS, bookedIs.get(quarter) ?? NO_DEALS];
    const keys = [...new Set([...before.keys(), ...after.keys()])];
    const deals = keys
      .filter((key) => amountOf(before.get(key)) !== amountOf(after.get(key)) || before.has(key) !== after.has(key))
      .filter((key) => wasStated(key, before.get(key) ?? after.get(key)!, setting))
      .map((key) => restatedDeal(key, { before, after, all, setting }))
      .sort((a, b) => weight(change(b)) - weight(change(a)));
    if (deals.length === 0) return [];
    const sums = { before: sumOf(before), after: sumOf(after) };
    const difference = sums.before === null || sums.after === null ? null : tidy(sums.after - sums.before);
    return [{ quarter, partner: setting.id, currency: setting.currency, ...sums, difference, deals }];
  });
}

/** What is not known comes first, then what is largest. */
function weight(difference: number | null): number {
  return difference === null ? Number.MAX_VALUE : Math.abs(difference);
}

/** A deal that counted at one time only changed by all it is worth. */
function change({ before, after }: RestatedDeal): number | null {
  return before === null || after === null ? (after ?? before) : after - before;
}

const NO_DEALS: ReadonlyMap<string, DealAt> = new Map();

/** Deals that are won and count, by the quarter they closed in; only quarters that were over by then, and by the data's own day. */
function wonByQuarter(deals: readonly Deal[], setting: PartnerSetting): Map<string, ReadonlyMap<string, DealAt>> {
  const { on, stood, currency, config, calendar } = setting;
  const found = new Map<string, Map<string, DealAt>>();
  const closedBy = stood === undefined ? on : earlier(stood, on);
  const running = rangeOfQuarter(fiscalQuarterOf(closedBy, calendar), calendar).from;
  for (const deal of dealsAt(deals, { on, currency, config })) {
    const closed = deal.deal.close_date;
    if (deal.state !== 'won' || !deal.counts || closed === undefined || closed >= running) continue;
    const quarter = formatFiscalQuarter(fiscalQuarterOf(closed, calendar));
    const inQuarter = found.get(quarter) ?? new Map<string, DealAt>();
    found.set(quarter, inQuarter.set(dealKey(deal.deal), deal));
  }
  return found;
}

/** Whether a difference is one to what stood: not for a deal out of a time, or of a partner, of which nothing was known. */
function wasStated(key: string, { deal }: DealAt, { holders, stood, since }: PartnerSetting): boolean {
  if (holders.before.has(key)) return true;
  return stood !== undefined && since !== undefined && deal.close_date! >= since;
}

interface Comparing {
  readonly before: ReadonlyMap<string, DealAt>;
  readonly after: ReadonlyMap<string, DealAt>;
  readonly all: { readonly was: ReadonlyMap<string, Deal>; readonly is: ReadonlyMap<string, Deal> };
  readonly setting: PartnerSetting;
}

function restatedDeal(key: string, { before, after, all, setting }: Comparing): RestatedDeal {
  const { deal } = (after.get(key) ?? before.get(key))!;
  return {
    key,
    name: deal.name ?? null,
    why: whyRestated({
      ...{ partner: setting.id, calendar: setting.calendar },
      ...{ was: all.was.get(key), is: all.is.get(key), counted: before.has(key), counts: after.has(key) },
      ...{ from: setting.holders.before.get(key), to: setting.holders.after.get(key) },
    }),
    before: amountOf(before.get(key)),
    after: amountOf(after.get(key)),
  };
}

/** The day a partner's data was last brought in: of its newest snapshot, otherwise of the newest thing its deals say has happened. */
function dayItStood({ snapshots, deals }: PartnerFiles): PlainDate | undefined {
  const newest = snapshots.at(-1)?.date;
  if (newest !== undefined) return newest;
  const days = (deals?.rows ?? []).flatMap(({ status, close_date, created_date, last_activity }) => [
    ...(status === 'open' ? [] : [close_date]),
    created_date,
    last_activity,
  ]);
  return latest(days);
}

function firstBooking(deals: readonly Deal[]): PlainDate | undefined {
  const closed = deals.flatMap(({ status, close_date }) => (status === 'open' || !close_date ? [] : [close_date]));
  return closed.sort()[0];
}

function latest(days: readonly (PlainDate | undefined)[]): PlainDate | undefined {
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}

function holdersOf(partners: readonly PartnerFiles[]): Map<string, string> {
  return new Map(partners.flatMap(({ id, deals }) => (deals?.rows ?? []).map((deal) => [dealKey(deal), id] as const)));
}

function byKey(deals: readonly Deal[]): Map<string, Deal> {
  return new Map(deals.map((deal) => [dealKey(deal), deal]));
}

function amountOf(deal: DealAt | undefined): number | null {
  return deal && isKnown(deal.amount) ? deal.amount : null;
}

/** Nothing won is zero; won and without any amount is unknown. */
function sumOf(deals: ReadonlyMap<string, DealAt>): number | null {
  const amounts = [...deals.values()].map(amountOf).filter((amount) => amount !== null);
  if (amounts.length === 0) return deals.size === 0 ? 0 : null;
  return tidy(amounts.reduce((total, amount) => total + amount, 0));
}

/** What binary numbers lose when they are added is below every coin. */
function tidy(amount: number): number {
  return Math.round(amount * 1e4) / 1e4 + 0;
}
