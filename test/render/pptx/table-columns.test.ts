import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../src/render/pptx/measure-text.ts';
import { cellMargins, columnsThatFit, columnWidths } from '../../../src/render/pptx/table/column-widths.ts';
import type { PrintedRow } from '../../../src/render/pptx/table/printed-rows.ts';
import { columns } from './fixtures/cells.ts';

const rowOf = (...cells: string[]): PrintedRow => ({
  cells: cells.map((text) => (text ? [{ text, size: 12, colour: 'tx1' }] : [])),
  shares: [],
  isIndented: false,
});
const DEALS = columns(
  'account:Account:2:strong:n',
  'deal:Deal:2:soft:t',
  'amount:Amount:1:r',
  'stage:Stage:1:t',
  'flag:Flag:1',
);

describe('the columns of a table', () => {
  it('take their shares by weight when everything fits', () => {
    expect(columnWidths(DEALS, [rowOf('Grid Nord', 'Backup', '$190K', 'Validate', '')], 14)).toEqual(
      [4, 4, 2, 2, 2].map((width) => expect.closeTo(width, 6)),
    );
  });

  it('give numbers, dates and status what they need before words get theirs', () => {
    const rows = [
      rowOf(
        'A very long account name, region 2',
        'An even longer name of a deal with many words',
        '−$1,240M',
        'Negotiate',
        '▼ not registered',
      ),
    ];
    const widths = columnWidths(DEALS, rows, 6);
    const margins = cellMargins(DEALS);
    expect(widths[2]! - margins[2]!.left - margins[2]!.right).toBeGreaterThanOrEqual(
      textWidth('−$1,240M', { size: 12 }),
    );
    expect(widths[4]! - margins[4]!.left - margins[4]!.right).toBeGreaterThanOrEqual(
      textWidth('▼ not registered', { size: 12 }),
    );
  });

  it('keep clear of the numbers before them', () => {
    expect(cellMargins(DEALS).map((margin) => margin.left)).toEqual([0, 0.07, 0.07, 0.24, 0.07]);
  });

  it('give way when they cannot all be read: grey ones first, then plain words, a status only when nothing else helps', () => {
    const rows = [rowOf('Dunmore Public Health Trust', 'Backup renewal', '$19.0M', 'Negotiate', '▼ not registered')];
    expect(columnsThatFit(DEALS, rows, 6)).toEqual([0, 1, 2, 3, 4]);
    expect(columnsThatFit(DEALS, rows, 4.9)).toEqual([0, 2, 3, 4]);
    expect(columnsThatFit(DEALS, rows, 4.4)).toEqual([0, 2, 4]);
    expect(columnsThatFit(DEALS, rows, 3.2)).toEqual([0, 2]);
  });

  it('always add up to the width of the table, none of them negative', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text, text, text, text), { maxLength: 8 }),
        fc.double({ min: 3, max: 12, noNaN: true }),
        (cells, width) => {
          const rows = cells.map((row) => rowOf(...row));
          const kept = columnsThatFit(DEALS, rows, width);
          const widths = columnWidths(
            kept.map((i) => DEALS[i]!),
            rows.map((row) => ({ ...row, cells: kept.map((i) => row.cells[i]!) })),
            width,
          );
          expect(widths.reduce((sum, part) => sum + part, 0)).toBeCloseTo(width, 6);
          for (const part of widths) expect(part).toBeGreaterThan(0);
        },
      ),
    );
  });
});
