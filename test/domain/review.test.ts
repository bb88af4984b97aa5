import { describe, expect, it } from 'vitest';
import { reviewOf } from '../../src/domain/review.ts';
import { formatFiscalQuarter } from '../../src/units/fiscal-quarter.ts';
import { day, quarter } from './given.ts';

const calendar = { startMonth: 7, namedAfter: 'end' } as const;

function review(asOf: string, exports: readonly string[], reviewed?: string) {
  return reviewOf({
    calendar,
    asOf: day(asOf),
    exports: exports.map(day),
    ...(reviewed !== undefined && { quarter: quarter(reviewed) }),
  });
}

describe('the two dates of a review', () => {
  it('are the day of the newest export while the quarter runs', () => {
    expect(review('2026-02-28', ['2026-02-28'])).toMatchObject({ results: '2026-02-28', pipeline: '2026-02-28' });
    const older = review('2026-02-28', ['2026-01-31', '2025-12-31']);
    expect(older).toMatchObject({ results: '2026-01-31', pipeline: '2026-01-31' });
  });

  it('are the as-of day where nothing was exported yet', () => {
    expect(review('2026-02-28', [])).toMatchObject({ results: '2026-02-28', pipeline: '2026-02-28' });
  });

  it('part once the quarter is closed: results to its end, pipeline at the export after it', () => {
    const closed = review('2026-04-20', ['2026-03-31', '2026-04-18'], 'FY26-Q3');
    expect(closed).toMatchObject({ results: '2026-03-31', pipeline: '2026-04-18' });
  });

  it('end with the quarter even when the pipeline is of another fiscal year', () => {
    const last = review('2026-08-10', ['2026-08-05'], 'FY26-Q4');
    expect(last).toMatchObject({ results: '2026-06-30', pipeline: '2026-08-05' });
    expect(last.yearRange).toEqual({ from: '2025-07-01', to: '2026-06-30' });
  });

  it('stop at the export where a closed quarter was exported before its end', () => {
    expect(review('2026-04-20', ['2026-03-20'], 'FY26-Q3')).toMatchObject({ results: '2026-03-20' });
  });

  it('never count an export that is later than as-of', () => {
    const past = review('2026-01-31', ['2026-02-28', '2025-12-31']);
    expect(past).toMatchObject({ pipeline: '2025-12-31' });
  });

  it('end before the quarter begins where the newest export is older than it: it cannot be reviewed yet', () => {
    const stale = review('2026-02-28', ['2025-11-30'], 'FY26-Q3');
    expect(stale.results).toBe('2025-11-30');
    expect(stale.results < stale.quarterRange.from).toBe(true);
  });

  it('does not depend on the order of the exports and leaves their list as it was', () => {
    const exports = ['2026-02-10', '2025-12-31', '2026-01-31'].map(day);
    const copy = [...exports];
    expect(reviewOf({ calendar, asOf: day('2026-02-28'), exports }).pipeline).toBe('2026-02-10');
    expect(exports).toEqual(copy);
  });
});

describe('the reviewed quarter', () => {
  it('is the one of the newest export where nothing newer is known', () => {
    expect(formatFiscalQuarter(review('2026-02-28', ['2025-11-30']).quarter)).toBe('FY26-Q2');
    expect(review('2026-02-28', ['2025-11-30'])).toMatchObject({ results: '2025-11-30', pipeline: '2025-11-30' });
  });

  it('is the running one unless another is asked for', () => {
    expect(formatFiscalQuarter(review('2026-02-28', []).quarter)).toBe('FY26-Q3');
    const past = review('2026-02-28', [], 'FY25-Q4');
    expect(past.quarterRange).toEqual({ from: '2025-04-01', to: '2025-06-30' });
    expect(past.yearRange).toEqual({ from: '2024-07-01', to: '2025-06-30' });
    expect(past.results).toBe('2025-06-30');
  });

  it('is complete on its last day', () => {
    expect(review('2026-03-31', ['2026-03-31'], 'FY26-Q3').results).toBe('2026-03-31');
  });
});
