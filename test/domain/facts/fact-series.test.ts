import { describe, expect, it } from 'vitest';
import { factsOf, factsWithin } from '../../../src/domain/facts/fact-series.ts';
import { fiscalCalendarOf } from '../../../src/domain/fiscal-calendar.ts';
import { day, givenConfig } from '../given.ts';

const calendar = fiscalCalendarOf(givenConfig());
const year = { from: day('2025-07-01'), to: day('2026-06-30') };

/** The periods of facts that count over the fiscal year 2026, as known on a day. */
function counted(known: string, ...periods: readonly string[]): readonly string[] {
  const rows = periods.map((period) => ({ metric: 'services_revenue', period, value: 100 }));
  return factsWithin(factsOf(rows, 'services_revenue', calendar), year, day(known)).map(({ fact }) => fact.period);
}

describe('the facts of a span', () => {
  it('are those of periods that are over and of the one that runs, not of one that is ahead', () => {
    const periods = ['2026-01', '2026-02', '2026-03'];
    expect(counted('2026-01-31', ...periods)).toEqual(['2026-01']);
    expect(counted('2026-02-01', ...periods)).toEqual(['2026-01', '2026-02']);
    expect(counted('2026-02-15', ...periods)).toEqual(['2026-01', '2026-02']);
    expect(counted('2026-02-15', 'FY26-Q3', 'FY26-Q4')).toEqual(['FY26-Q3']);
  });

  it('are not those of a period that only begins or ends in it', () => {
    expect(counted('2026-06-30', '2025-06', '2026-07', 'FY25-Q4', 'FY27-Q1', 'FY26-Q1')).toEqual(['FY26-Q1']);
  });

  it('tell a quarter by its months once one of them has begun, and never add the two', () => {
    expect(counted('2026-02-15', 'FY26-Q3', '2026-02')).toEqual(['2026-02']);
    expect(counted('2026-02-15', 'FY26-Q3', '2026-03')).toEqual(['FY26-Q3']);
  });
});
