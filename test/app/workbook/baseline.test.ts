import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baselineCells, readBaseline, type Baseline } from '../../../src/app/workbook/baseline.ts';

const EMPTY: Baseline = { territory: 'North', asOf: '2026-02-28', tables: [] };

/** A baseline of one note; `pad` makes it long and hard to compress. */
function withNote(note: string): Baseline {
  const rows = [{ partner: 'blue', values: { id: '1', notes: note } }];
  return { ...EMPTY, tables: [{ id: 'activities', columns: ['id', 'notes'], rows }] };
}

/** Characters in no order that a compressor could use. */
function scatteredWords(length: number): string {
  let seed = 1;
  return Array.from({ length }, () => {
    seed = (seed * 48271) % 2147483647;
    return String.fromCharCode(33 + (seed % 900));
  }).join('');
}

describe('what a workbook remembers of the territory it was written from', () => {
  it('comes back whole however long it is, in cells that Excel can hold', () => {
    const note = scatteredWords(60_000);
    const cells = baselineCells(withNote(note));
    expect(cells.length).toBeGreaterThan(2);
    for (const cell of cells.flat()) expect(cell.length).toBeLessThanOrEqual(32_767);
    expect(readBaseline(cells)).toEqual({ kind: 'baseline', baseline: withNote(note) });
  });

  it('comes back with every character, also those that no XML may hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (note) => {
        const reading = readBaseline(baselineCells(withNote(note)));
        expect(reading).toEqual({ kind: 'baseline', baseline: withNote(note) });
      }),
    );
  });

  it('is made of letters and figures, so that no program takes a cell for a number, a formula or an escape', () => {
    const [, ...packed] = baselineCells(withNote('=1+1 _x0041_'));
    for (const [cell] of packed) expect(cell).toMatch(/^:[A-Za-z0-9+/]+={0,2}$/);
  });

  it('is called damaged when a cell was cut or lost, and left alone when a later version wrote it', () => {
    const cells = baselineCells(withNote('a note'));
    expect(readBaseline(cells.slice(0, -1))).toEqual({ kind: 'damaged' });
    expect(readBaseline([cells[0]!, [cells[1]![0]!.slice(0, -9)]])).toEqual({ kind: 'damaged' });
    expect(readBaseline([['cam workbook', '2'], ...cells.slice(1)])).toEqual({ kind: 'later' });
    expect(readBaseline([['partner', 'name']])).toBeUndefined();
    expect(readBaseline([])).toBeUndefined();
  });
});
