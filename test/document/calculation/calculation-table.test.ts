import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculatedValues } from '../../../src/document/calculation/calculated-values.ts';
import { calculationTable } from '../../../src/document/calculation/calculation-table.ts';
import { shownCount } from '../../../src/document/calculation/shown-count.ts';
import { formatValue } from '../../../src/units/format.ts';
import { givenCalculation } from './given-calculation.ts';

describe('a sheet of a calculation as a table', () => {
  const calculation = givenCalculation();
  const table = calculationTable(calculation.sheets[1]!, {
    values: calculatedValues(calculation),
    currency: 'USD',
  });
  const row = (label: string) => {
    const found = table.rows.find(({ cells }) => formatValue(cells['what']!.value, { locale: 'en-US' }) === label);
    return ['webinar', 'event', 'total'].map((key) => formatValue(found!.cells[key]!.value, { locale: 'en-US' }));
  };

  it('shows shares, money, days and counts as pages do, and says what is unknown', () => {
    expect(table.columns.map(({ label }) => label)).toEqual([
      'Number',
      'Webinar on "backup"',
      'Breakfast',
      'Total',
      '',
    ]);
    expect(row('Response rate')).toEqual(['8%', 'n/a', '–']);
    expect(row('Cost')).toEqual(['$4K', '$6K', '$10K']);
    expect(row('Starts')).toEqual(
      ['Apr 15, 2026', 'May 6, 2026', '–'].map((words) => words.replace(/ (\d+),/, '\u00a0$1,')),
    );
    expect(row('Leads')).toEqual(['80', 'n/a', 'n/a']);
  });
});

describe('counts that are planned with', () => {
  it('are rounded up, below ten to tenths, but never by binary noise alone', () => {
    expect([1_499.1, 115.4, 9.21, 0.05, 3, 12_600 / 350 / 12, (0.1 + 0.2) * 10, 0].map(shownCount)).toEqual([
      1_500, 116, 9.3, 0.1, 3, 3, 3, 0,
    ]);
  });

  it('are never less than what is needed, and never a whole one more', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e9, noNaN: true }), (count) => {
        const shown = shownCount(count);
        expect(shown).toBeGreaterThanOrEqual(count * (1 - 1e-8));
        expect(shown - count).toBeLessThan(1);
      }),
    );
  });
});
