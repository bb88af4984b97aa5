import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FiscalCalendar } from '../../../../src/domain/fiscal-calendar.ts';
import {
  amountsByQuarter,
  placedInQuarters,
  revenueTiming,
} from '../../../../src/domain/marketing/campaigns/timing.ts';
import { formatFiscalQuarter } from '../../../../src/units/fiscal-quarter.ts';
import { isKnown, missing } from '../../../../src/units/missing.ts';
import { addDays } from '../../../../src/units/plain-date.ts';
import { day, quarter } from '../../given.ts';

/** A July year, named after its end: FY26-Q4 is April to June 2026, FY27-Q1 July to September. */
const JULY: FiscalCalendar = { startMonth: 7, namedAfter: 'end' };

function timingOf(start: string, end: string | undefined, daysToWon: number) {
  const timing = revenueTiming({
    run: { start: day(start), ...(end !== undefined && { end: day(end) }) },
    daysToWon,
    quarter: quarter('FY26-Q4'),
    calendar: JULY,
  });
  if (!isKnown(timing)) throw new Error(timing.missing);
  const { quarters, ...parts } = timing;
  return {
    ...parts,
    quarters: Object.fromEntries(quarters.map((each) => [formatFiscalQuarter(each.quarter), each.share])),
  };
}

describe('when what a tactic wins is won', () => {
  it('a webinar on 20 May with 93 days to the order is won on 21 August: across the year end', () => {
    expect(timingOf('2026-05-20', undefined, 93)).toEqual({
      earlier: 0,
      inQuarter: 0,
      later: 1,
      quarters: { 'FY27-Q1': 1 },
    });
  });

  it('a run from 1 April to 30 June with 46 days is half in the quarter: the leads of its first 45 days', () => {
    // Leads to 15 May are won by 30 June: 45 of 91 days.
    expect(timingOf('2026-04-01', '2026-06-30', 46)).toEqual({
      earlier: 0,
      inQuarter: 45 / 91,
      later: 46 / 91,
      quarters: { 'FY26-Q4': 45 / 91, 'FY27-Q1': 46 / 91 },
    });
  });

  it('the last day of the year is in the quarter, the day after is later', () => {
    expect(timingOf('2026-06-30', undefined, 0).inQuarter).toBe(1);
    expect(timingOf('2026-06-30', undefined, 1).later).toBe(1);
    expect(timingOf('2026-06-29', undefined, 1).inQuarter).toBe(1);
  });

  it('a run that began before the quarter wins some of it before', () => {
    expect(timingOf('2026-03-22', '2026-04-10', 0)).toMatchObject({ earlier: 0.5, inQuarter: 0.5, later: 0 });
  });

  it('a slow one reaches over several quarters', () => {
    const { quarters } = timingOf('2026-04-01', '2026-06-30', 146);
    expect(Object.keys(quarters)).toEqual(['FY27-Q1', 'FY27-Q2']);
  });

  it('half days of a median count as the nearest whole day', () => {
    expect(timingOf('2026-06-30', undefined, 0.4).inQuarter).toBe(1);
    expect(timingOf('2026-06-30', undefined, 0.5).later).toBe(1);
  });

  it('is unknown with unknown days, and for a run that ends before it starts', () => {
    const setting = { quarter: quarter('FY26-Q4'), calendar: JULY };
    const start = day('2026-05-20');
    expect(revenueTiming({ ...setting, run: { start }, daysToWon: missing('no days') })).toEqual(missing('no days'));
    expect(revenueTiming({ ...setting, run: { start, end: day('2026-05-19') }, daysToWon: 1 })).toEqual(
      missing('the run ends before it starts'),
    );
  });

  it('in the quarter and later is all there is, whatever the run', () => {
    const run = fc.record({
      start: fc.integer({ min: 0, max: 90 }),
      days: fc.integer({ min: 0, max: 200 }),
      daysToWon: fc.integer({ min: 0, max: 700 }),
    });
    fc.assert(
      fc.property(run, ({ start, days, daysToWon }) => {
        const first = addDays(day('2026-04-01'), start);
        const { earlier, inQuarter, later, quarters } = timingOf(first, addDays(first, days), daysToWon);
        expect(earlier).toBe(0);
        expect(inQuarter + later).toBeCloseTo(1, 12);
        expect(Object.values(quarters).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        expect(Object.values(quarters).every((share) => share > 0)).toBe(true);
      }),
    );
  });
});

describe('revenue in its quarters', () => {
  const timing = (start: string, end: string | undefined, daysToWon: number) =>
    revenueTiming({
      run: { start: day(start), end: end === undefined ? undefined : day(end) },
      daysToWon,
      quarter: quarter('FY26-Q4'),
      calendar: JULY,
    });

  it('is split by the shares', () => {
    expect(placedInQuarters(9100, timing('2026-04-01', '2026-06-30', 46))).toEqual({
      earlier: 0,
      inQuarter: 4500,
      later: 4600,
    });
    expect(placedInQuarters(missing('no deal size'), timing('2026-04-01', undefined, 1)).later).toEqual(
      missing('no deal size'),
    );
  });

  it('of several tactics adds up by quarter, in order', () => {
    const parts = [
      { total: 100, timing: timing('2026-05-20', undefined, 93) },
      { total: 9100, timing: timing('2026-04-01', '2026-06-30', 46) },
    ];
    const amounts = amountsByQuarter(parts);
    expect(isKnown(amounts) && amounts.map((each) => [formatFiscalQuarter(each.quarter), each.amount])).toEqual([
      ['FY26-Q4', 4500],
      ['FY27-Q1', 4700],
    ]);
    expect(amountsByQuarter([...parts, { total: missing('no price'), timing: parts[0]!.timing }])).toEqual(
      missing('no price'),
    );
    expect(amountsByQuarter([])).toEqual([]);
  });
});
