import { beforeAll, describe, expect, it } from 'vitest';
import { lintPackage } from '../../../src/ooxml/lint-package.ts';
import { renderXlsx } from '../../../src/render/xlsx/page/render-xlsx.ts';
import { openSample, pagesOf } from '../../artifacts/sample-pages.ts';
import { validateOffice } from '../../ooxml/validate-office.ts';
import { liveBooks } from './live-books.ts';
import { formulasOf } from './formulas-of.ts';
import { hasOffice, recalculated } from './recalculated.ts';
import { cellsIn } from './workbook-cells.ts';

const workspace = await openSample();
const partners = workspace.territory.partners.map(({ id }) => id);
const books = Object.fromEntries(partners.map((id) => [id, renderXlsx(pagesOf(workspace, id).page)]));

const live = await liveBooks(workspace);

describe('live workbooks', () => {
  it.each(live)('are sound: $name', ({ expected }) => {
    expect(lintPackage(expected)).toEqual([]);
  });

  it('are valid for Excel', async () => {
    expect(await validateOffice(live[0]!.expected, 'xlsx')).toEqual([]);
  });
});

describe('the workbooks of the sample’s scorecards', () => {
  it.each(partners)('are sound for %s', async (id) => {
    expect(lintPackage(books[id]!)).toEqual([]);
    expect(lintPackage(renderXlsx(pagesOf(workspace, id, 'internal').page))).toEqual([]);
  });

  it('are valid for Excel in both editions', async () => {
    for (const id of ['larkmoor-managed-services', 'kestrowe-digital', 'nordhavn-datateknik']) {
      expect(await validateOffice(books[id]!, 'xlsx'), id).toEqual([]);
      const internal = renderXlsx(pagesOf(workspace, id, 'internal').page);
      expect(await validateOffice(internal, 'xlsx'), id).toEqual([]);
    }
  });

  it('sum deals, running totals and differences live', async () => {
    const formulas = await formulasOf(books['larkmoor-managed-services']!);
    const of = (pattern: RegExp) => [...formulas.values()].filter(({ formula }) => pattern.test(formula)).length;
    expect(of(/^SUBTOTAL\(9,/)).toBe(1);
    // A running total of the plan for twelve months, of bookings for eight.
    expect(of(/^SUM\([A-Z]\$5:[A-Z]\d+\)$/)).toBe(20);
    expect(of(/^[A-Z]\d+\/[A-Z]\d+-1$/)).toBeGreaterThanOrEqual(8);
    expect(of(/^MAX\(0,MIN\(1,/)).toBeGreaterThanOrEqual(5);
  });
});

describe.skipIf(!hasOffice)('the workbooks of the sample’s scorecards, calculated anew by LibreOffice', () => {
  let calculated: Map<string, Uint8Array>;
  beforeAll(async () => {
    const typed = live.map(({ name, asTyped }) => [name, asTyped] as const);
    calculated = await recalculated({ ...books, ...Object.fromEntries(typed) });
  });

  it.each(partners)('show for %s what the page computed', async (id) => {
    const ours = await formulasOf(books[id]!);
    const theirs = await formulasOf(calculated.get(id)!);
    expect([...theirs.keys()].sort()).toEqual([...ours.keys()].sort());
    for (const [place, { result, formula }] of ours) {
      const other = theirs.get(place)!.result;
      expect(typeof other, `${place} =${formula}`).toBe('number');
      const scale = Math.max(1, Math.abs(Number(result)));
      expect(Math.abs(Number(other) - Number(result)) / scale, `${place} =${formula}`).toBeLessThan(1e-9);
    }
  });

  it.each(live)('calculate a live workbook as the engine does: $name', ({ name, expected }) => {
    const theirs = cellsIn(calculated.get(name)!);
    const ours = [...cellsIn(expected)].filter(([, { formula }]) => formula !== undefined);
    expect(ours.length).toBeGreaterThan(10);
    for (const [place, { value, formula }] of ours) {
      // What was typed is not what was written: only that is said otherwise.
      if (/^(?:'?cam written|Checks!C5|[^!]+!B1$)/.test(place)) continue;
      const other = theirs.get(place)?.value;
      if (typeof value === 'string') expect(other, `${name} ${place} =${formula}`).toBe(value);
      else
        expect(Math.abs(Number(other) - value), `${name} ${place} =${formula}`).toBeLessThan(
          1e-9 * Math.max(1, Math.abs(value)),
        );
    }
  });
});
