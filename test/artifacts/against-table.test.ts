import { describe, expect, it } from 'vitest';
import { againstTable } from '../../src/artifacts/performance-scorecard/index.ts';
import type { Deal } from '../../src/schema/deal.ts';
import type { Fact } from '../../src/schema/fact.ts';
import type { Value } from '../../src/units/value.ts';
import { lost, performanceOf, plain, won } from '../domain/given.ts';

/** The rows of the quarter and the year before, on 28 February 2026 of a July year: `Last quarter 25`, the quarter before the year. */
function compared(deals: readonly Deal[], facts: readonly Fact[] = []): readonly string[] {
  const { rows } = againstTable(performanceOf({ deals, facts }));
  const shown = rows.map(({ cells }) => Object.values(cells).flatMap(({ value }) => wordsOf(value)));
  const kept = shown.map(([what, ...values]) => (what === 'difference' ? what : [what, ...values].join(' ')));
  const [plan, after] = ['Plan to date', 'Last four quarters'].map((words) =>
    kept.findIndex((row) => row.startsWith(words)),
  );
  return kept.slice(plan! + 2, after);
}

function wordsOf(value: Value): readonly (string | number | boolean)[] {
  if (value.kind === 'none') return [];
  return [value.kind === 'text' ? value.text : plain(value)];
}

const booked = (period: string, value: number): Fact => ({ metric: 'bookings', period, value });

describe('what the quarter and the year are held against', () => {
  it('is a zero where nothing was booked and the deals reach back so far', () => {
    const deals = [won('2024-06-30', 40), won('2026-01-10', 50)];
    expect(compared(deals)).toEqual(['Last quarter 0', 'Last year 0 0']);
  });

  it('is a zero after a lost deal or a month told as nothing just as after a won one', () => {
    const zero = ['Last quarter 0'];
    expect(compared([lost('2025-10-01', 40), won('2026-01-10', 50)])).toEqual(zero);
    expect(compared([won('2026-01-10', 50)], [booked('2025-09', 0)])).toEqual(zero);
  });

  it('is left out where the deals begin later: nobody knows what was booked before', () => {
    expect(compared([lost('2025-10-02', 40), won('2026-01-10', 50)])).toEqual([]);
    expect(compared([])).toEqual([]);
  });

  it('has no difference to a zero, and one to all else', () => {
    const deals = [won('2024-06-30', 40), won('2025-10-10', 25), won('2026-01-10', 50)];
    expect(compared(deals)).toEqual(['Last quarter 25', 'difference', 'Last year 0 0']);
  });
});
