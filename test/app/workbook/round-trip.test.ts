import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  bringBack,
  editBook,
  cellAt,
  exportTo,
  hashesOf,
  sampleCopy,
  temporaryFolder,
  workbookOf,
} from './workbook-on-disk.ts';

describe('the sample territory as a workbook and back', () => {
  it('changes no byte when nobody changed the workbook', async () => {
    const root = await sampleCopy();
    const before = await hashesOf(root);
    const report = await bringBack(root, await workbookOf(root));
    expect(report).toMatchObject({
      changes: [],
      conflicts: [],
      rejected: [],
      kept: [],
      notes: [],
      written: [],
      hasBaseline: true,
    });
    expect(report.unchanged).toBe(report.rows);
    expect(report.rows).toBeGreaterThan(500);
    expect(await hashesOf(root)).toEqual(before);
  });

  it('changes no byte either when it is saved by another program', async () => {
    const root = await sampleCopy();
    const before = await hashesOf(root);
    const path = await workbookOf(root);
    await editBook(path, () => undefined);
    expect(await bringBack(root, path)).toMatchObject({ changes: [], conflicts: [], rejected: [], written: [] });
    expect(await hashesOf(root)).toEqual(before);
  });

  it('changes no byte as CSV files, one for each table', async () => {
    const root = await sampleCopy();
    const before = await hashesOf(root);
    const folder = await exportTo(root, join(await temporaryFolder(), 'csv'));
    for (const table of [
      'partners',
      'contacts',
      'targets',
      'deals',
      'facts',
      'commitments',
      'certifications',
      'tasks',
      'meetings',
      'program',
      'stages',
      'rates',
    ]) {
      const report = await bringBack(root, join(folder, `${table}.csv`));
      expect(report, table).toMatchObject({
        changes: [],
        conflicts: [],
        rejected: [],
        kept: [],
        written: [],
        hasBaseline: false,
      });
    }
    expect(await hashesOf(root)).toEqual(before);
  });

  it('changes one line of one file when one cell was changed', async () => {
    const root = await sampleCopy();
    const before = await hashesOf(root);
    const path = await workbookOf(root);
    await editBook(path, (book) => {
      cellAt(book.getWorksheet('Deals')!, 'Amount', { Id: 'OPP-10454' }).value = 12_500.5;
    });
    const report = await bringBack(root, path);
    expect(report.changes).toMatchObject([
      {
        kind: 'set',
        sheet: 'Deals',
        partner: 'cobaltine-networks',
        row: 'crm OPP-10454',
        column: 'amount',
        before: 12_400,
        after: 12_500.5,
      },
    ]);
    const changed = Object.entries(await hashesOf(root)).filter(([file, hash]) => before[file] !== hash);
    expect(changed.map(([file]) => file)).toEqual(['partners/cobaltine-networks/deals.csv']);
    const text = await readFile(join(root, 'partners/cobaltine-networks/deals.csv'), 'utf8');
    expect(text).toContain(',12500.5,');
    expect(await bringBack(root, path)).toMatchObject({ changes: [], conflicts: [], written: [] });
  });
});
