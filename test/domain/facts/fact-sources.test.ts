import { describe, expect, it } from 'vitest';
import { factSources } from '../../../src/domain/facts/read-facts.ts';
import { formatSentence } from '../../../src/units/format.ts';

const FACTS = {
  id: 'cedar',
  facts: { path: 'partners/cedar/facts.csv', columns: new Set<never>(), rows: [] },
};

/** Where a figure comes from that was read out of these periods. */
function sourceOf(...periods: readonly string[]): string[] {
  return factSources(FACTS, periods).map((one) => formatSentence(one, { locale: 'en-GB' }));
}

const MONTHS = ['2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12'];

describe('where a figure of facts comes from', () => {
  it('is the file with the periods that were read', () => {
    expect(sourceOf()).toEqual(['partners/cedar/facts.csv']);
    expect(sourceOf('FY26-Q1')).toEqual(['partners/cedar/facts.csv, 1 row: FY26-Q1']);
    expect(sourceOf(...MONTHS)).toEqual([`partners/cedar/facts.csv, 6 rows: ${MONTHS.join(', ')}`]);
  });

  it('says how many periods it does not name', () => {
    const [source] = sourceOf(...MONTHS, '2026-01', '2026-02');
    expect(source).toBe(`partners/cedar/facts.csv, 8 rows: ${MONTHS.join(', ')} and 2 more`);
  });
});
