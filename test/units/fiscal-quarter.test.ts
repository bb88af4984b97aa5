import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addQuarters,
  formatFiscalQuarter,
  formatFiscalYear,
  parseFiscalQuarter,
  parseFiscalYear,
} from '../../src/units/fiscal-quarter.ts';

describe('fiscal years and quarters', () => {
  it('reads what people type', () => {
    expect(parseFiscalYear('FY26')).toBe(2026);
    expect(parseFiscalYear('fy2026')).toBe(2026);
    expect(parseFiscalYear('FY20')).toBe(2020);
    expect(parseFiscalYear('FY00')).toBe(2000);
    expect(parseFiscalQuarter('FY26-Q3')).toEqual({ year: 2026, quarter: 3 });
    expect(parseFiscalQuarter('FY2026-q3')).toEqual({ year: 2026, quarter: 3 });
  });

  it('refuses everything else', () => {
    for (const text of ['26', 'FY6', 'FY1926', 'FY226', 'FY26 ', 'FY26-Q1', ''])
      expect(parseFiscalYear(text), text).toBeUndefined();
    for (const text of ['FY26', 'FY26-Q0', 'FY26-Q5', 'FY26Q3', 'Q3-FY26', 'FY26-Q3 ', 'FY26-Q33'])
      expect(parseFiscalQuarter(text), text).toBeUndefined();
  });

  it('writes them in the short form', () => {
    expect(formatFiscalQuarter(parseFiscalQuarter('FY2026-q3')!)).toBe('FY26-Q3');
    expect(formatFiscalYear(parseFiscalYear('FY05')!)).toBe('FY05');
  });

  it('counts over the end of the year, both ways', () => {
    const third = parseFiscalQuarter('FY26-Q3')!;
    expect(formatFiscalQuarter(addQuarters(third, 2))).toBe('FY27-Q1');
    expect(formatFiscalQuarter(addQuarters(third, -3))).toBe('FY25-Q4');
    expect(formatFiscalQuarter(addQuarters(third, -4))).toBe('FY25-Q3');
    expect(formatFiscalQuarter(addQuarters(third, 0))).toBe('FY26-Q3');
  });

  it('comes back after the quarters that were added are taken off, and reads what it writes', () => {
    const quarters = fc.record({ year: fc.integer({ min: 2020, max: 2080 }), quarter: fc.constantFrom(1, 2, 3, 4) });
    fc.assert(
      fc.property(quarters, fc.integer({ min: -40, max: 40 }), ({ year, quarter }, steps) => {
        const start = parseFiscalQuarter(`FY${year}-Q${quarter}`)!;
        expect(addQuarters(addQuarters(start, steps), -steps)).toEqual(start);
        expect(parseFiscalQuarter(formatFiscalQuarter(start))).toEqual(start);
      }),
    );
  });
});
