import { execFileSync, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { addRow, bringBack, cellAt, editBook, hashesOf, sampleCopy, workbookOf } from './workbook-on-disk.ts';

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/** Opens a workbook with LibreOffice and saves it as .xlsx again. */
function saveWithLibreOffice(path: string): string {
  const folder = dirname(path);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const to = ['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'saved')];
  execFileSync('soffice', [profile, '--headless', ...to, path], { stdio: 'ignore', timeout: 240_000 });
  return join(folder, 'saved', 'book.xlsx');
}

describe.skipIf(!hasOffice)('the sample as a workbook that LibreOffice saved', () => {
  it('changes only what was edited in it', async () => {
    const root = await sampleCopy();
    const before = await hashesOf(root);
    const path = await workbookOf(root);
    expect(await bringBack(root, saveWithLibreOffice(path))).toMatchObject({
      changes: [],
      conflicts: [],
      rejected: [],
      kept: [],
      notes: [],
    });
    expect(await hashesOf(root)).toEqual(before);

    await editBook(path, (book) => {
      const deals = book.getWorksheet('Deals')!;
      cellAt(deals, 'Amount', { Id: 'OPP-10454' }).value = 12_500.25;
      cellAt(deals, 'Close date', { Id: 'OPP-10454' }).value = new Date(Date.UTC(2026, 1, 28));
      cellAt(deals, 'Probability percent', { Id: 'OPP-10454' }).value = 0.35;
      cellAt(deals, 'Next step', { Id: 'OPP-10454' }).value = '=1+1 is no formula; ø & <b>';
      const campaigns = book.getWorksheet('Campaigns')!;
      cellAt(campaigns, 'Rates percent', { Partner: 'larkmoor-managed-services', Id: 'FY26-Q3-webinar' }).value =
        '20; 50; 45; 25';
      cellAt(campaigns, 'Funding share percent', {
        Partner: 'larkmoor-managed-services',
        Id: 'FY26-Q3-webinar',
      }).value = 0.5;
      cellAt(book.getWorksheet('Campaign numbers')!, 'Value', {
        Partner: 'larkmoor-managed-services',
        Name: 'Guest speaker',
      }).value = 4250.5;
      addRow(book.getWorksheet('Contacts')!, { Partner: 'cobaltine-networks', Name: 'Pia Holm', Champion: 'yes' });
    });
    const report = await bringBack(root, saveWithLibreOffice(path));
    expect(report).toMatchObject({ conflicts: [], rejected: [], kept: [], notes: [] });
    expect(
      report.changes.map((change) => (change.kind === 'set' ? [change.column, change.after] : change.kind)),
    ).toEqual([
      'add',
      ['amount', 12_500.25],
      ['probability_percent', 35],
      ['close_date', '2026-02-28'],
      ['next_step', '=1+1 is no formula; ø & <b>'],
      ['funding_share_percent', 50],
      ['rates_percent', '20; 50; 45; 25'],
      ['value', 4250.5],
    ]);
    const changed = Object.entries(await hashesOf(root)).filter(([file, hash]) => before[file] !== hash);
    const [folder, plan] = ['partners/cobaltine-networks', 'partners/larkmoor-managed-services/marketing/FY26-Q3.yaml'];
    expect(changed.map(([file]) => file)).toEqual([`${folder}/deals.csv`, `${folder}/partner.yaml`, plan]);
    expect(await readFile(join(root, folder, 'partner.yaml'), 'utf8')).toContain(
      '  - { name: Pia Holm, champion: true }\n',
    );
  });
});
