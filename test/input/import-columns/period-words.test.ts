import { describe, expect, it } from 'vitest';
import { periodText, readPeriod } from '../../../src/input/import-columns/period-words.ts';

const said = (text: string): string | undefined => {
  const period = readPeriod(text);
  return period && periodText(period);
};

describe('a period in a header or a cell', () => {
  it.each([
    ['2025-07', '2025-07'],
    ['2025/7', '2025-07'],
    ['07/2025', '2025-07'],
    ['Jul-25', '2025-07'],
    ['July 2025', '2025-07'],
    ["Sept '25", '2025-09'],
    ['2025 Aug', '2025-08'],
    ['Jul-25 Target (EUR)', '2025-07'],
    ['2025-07-01', '2025-07'],
    ['2025-07-01 00:00:00', '2025-07'],
    ['FY26-Q1', 'FY26-Q1'],
    ['Q1 FY2026', 'FY26-Q1'],
    ['FY26 Q4 Plan', 'FY26-Q4'],
    ['Quota_FY26_Q2', 'FY26-Q2'],
    ['Quarter 3 FY26', 'FY26-Q3'],
    ['FY26', 'FY26'],
    ['FY 2026 Target', 'FY26'],
  ])('%s is %s', (written, period) => {
    expect(said(written)).toBe(period);
  });

  it.each(['2026', 'Q1 2026', '25-Jul', '2025-07-15', '2025-13', 'Marketing', 'Mayor', 'Deck', 'Q5', 'Target', ''])(
    'is none: %s',
    (written) => {
      expect(readPeriod(written)).toBeUndefined();
    },
  );

  it('without a year is known as part of one', () => {
    expect(readPeriod('Q3 Target')).toEqual({ kind: 'quarter of a year', quarter: 3 });
    expect(readPeriod('Sep')).toEqual({ kind: 'month of a year', month: 9 });
    expect(said('Q3')).toBeUndefined();
  });
});
