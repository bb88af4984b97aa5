import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/schema/snapshot.ts';
import type { YearMonth } from '../../../src/units/year-month.ts';
import { day, performanceOf, plain, won } from '../given.ts';

/** What an export said of the months then. */
function exported(date: string, months: Readonly<Record<string, number>>, currency = 'USD'): Snapshot {
  return {
    schemaVersion: 1,
    date: day(date),
    currency,
    sources: [],
    open: { amount: 0, deals: 0, withoutAmount: 0 },
    bookings: Object.entries(months).map(([month, amount]) => ({ month: month as YearMonth, amount, deals: 1 })),
  };
}

const deals = [won('2025-07-10', 100), won('2025-12-20', 250), won('2026-01-15', 70)];
const restated = (snapshots: readonly Snapshot[], exports = ['2026-02-28']) =>
  plain(performanceOf({ deals, snapshots, exports }).figures.restated.value);

describe('closed months that the CRM changed', () => {
  it('are named with the amount by which they differ from what the export before said', () => {
    // Then: July 100, December 200. Now: July 100, December 250.
    expect(restated([exported('2026-01-14', { '2025-07': 100, '2025-12': 200 })])).toBe(50);
  });

  it('count a deal that has gone as less', () => {
    expect(restated([exported('2026-01-14', { '2025-07': 100, '2025-11': 40, '2025-12': 250 })])).toBe(-40);
  });

  it('are nothing when the export before said the same', () => {
    expect(restated([exported('2026-01-14', { '2025-07': 100, '2025-12': 250 })])).toBe(0);
  });

  it('leave out the month that was still running then', () => {
    // January was open on the 14th: its 70 is growth and no restatement.
    expect(restated([exported('2026-01-14', { '2025-07': 100, '2025-12': 250, '2026-01': 10 })])).toBe(0);
  });

  it('are compared with the latest export strictly before the data of the page', () => {
    const older = exported('2025-10-01', { '2025-07': 90 });
    const newer = exported('2026-01-14', { '2025-07': 100, '2025-12': 200 });
    const own = exported('2026-02-28', { '2025-07': 1, '2025-12': 1 });
    expect(restated([older, newer, own])).toBe(50);
  });

  it('are unknown without an earlier export, or with one in another currency', () => {
    expect(restated([])).toBe('missing: no earlier export on record');
    expect(restated([exported('2026-01-14', { '2025-07': 1 }, 'EUR')])).toBe('missing: no earlier export on record');
  });

  it('leave out months of the year before', () => {
    expect(restated([exported('2026-01-14', { '2025-03': 999, '2025-07': 100, '2025-12': 250 })])).toBe(0);
  });
});
