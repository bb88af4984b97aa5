import { describe, expect, it } from 'vitest';
import { cutToCell, excelText } from '../../../src/render/xlsx/cell-text.ts';
import { excelDate } from '../../../src/render/xlsx/excel-date.ts';
import { heldValue } from '../../../src/render/xlsx/page/value-cell.ts';
import { preciseShare, share } from '../../../src/units/value.ts';

describe('days in Excel', () => {
  it('are the numbers Excel itself gives them', () => {
    expect(['1900-03-01', '1970-01-01', '2000-02-29', '2026-02-28', '2199-12-31'].map(excelDate)).toEqual([
      61, 25_569, 36_585, 46_081, 109_574,
    ]);
  });

  it('are no numbers where Excel counts wrongly or there is no such day', () => {
    expect(['1900-02-28', '2026-02-29', '2026-13-01', '28 Feb 2026', ''].map(excelDate)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });
});

describe('text in a cell', () => {
  it('is cut where Excel ends, never inside a character', () => {
    expect(cutToCell('a'.repeat(32_767))).toHaveLength(32_767);
    expect(cutToCell('a'.repeat(32_768))).toHaveLength(32_767);
    expect(cutToCell(`${'a'.repeat(32_766)}😀b`)).toBe('a'.repeat(32_766));
  });

  it('does not turn into another one that Excel would decode', () => {
    expect(excelText('_x0041_ and _x00e9_')).toBe('_x005F_x0041_ and _x005F_x00e9_');
    expect(excelText('_x41_ a_b')).toBe('_x41_ a_b');
  });
});

describe('shares in a cell', () => {
  const money = { locale: 'en-GB', currency: 'USD' } as const;

  it('show one decimal, a rate those it needs', () => {
    expect(heldValue(share(0.175), money)).toEqual({ held: 0.175, format: '0.0%;"−"0.0%;0.0%' });
    expect(heldValue(preciseShare(0.0171), money)).toEqual({ held: 0.0171, format: '0.0#%;"−"0.0#%;0.0%' });
  });
});
