import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { cellAt, editBook } from '../app/workbook/workbook-on-disk.ts';
import { cam, newFolder, sampleTerritory } from './cam.ts';
import { openTerminal, type RealTerminal } from './real-terminal.ts';
import { closeTerminals, withoutTerminal } from './tmux.ts';

const DEALS = 'partners/cobaltine-networks/deals.csv';

describe.skipIf(withoutTerminal)('a workbook brought back in a real terminal (needs tmux)', () => {
  let root: string;
  let terminal: RealTerminal;
  beforeEach(async () => {
    root = await sampleTerritory();
    const book = join(await newFolder(), 'book.xlsx');
    await cam(['export', book, '--kind', 'deals'], { in: root });
    await editBook(book, (edited) => {
      cellAt(edited.getWorksheet('Deals')!, 'Amount', { Id: 'OPP-10454' }).value = 12_500;
      cellAt(edited.getWorksheet('Deals')!, 'Amount', { Id: 'OPP-10802' }).value = 20_000;
    });
    terminal = openTerminal(`import '${book}'`, { folder: root, columns: 100, rows: 30 });
  });
  afterAll(closeTerminals);

  it('shows the differences, asks once and writes them', async () => {
    const asked = await terminal.screenWith('Apply 2 changes?');
    expect(asked).toContain('cobaltine-networks crm OPP-10454  amount  12400 → 12500');
    terminal.type('Enter');
    const screen = await terminal.screenWith('ended with 0');
    expect(screen).toContain('2 changes made in 1 file.');
    expect(readFileSync(join(root, DEALS), 'utf8')).toContain(',influenced,12500,');
  });

  it('writes nothing when the answer is no', async () => {
    const before = readFileSync(join(root, DEALS), 'utf8');
    await terminal.screenWith('Apply 2 changes?');
    terminal.type('n', 'Enter');
    expect(await terminal.screenWith('ended with 0')).toContain('Nothing was changed.');
    expect(readFileSync(join(root, DEALS), 'utf8')).toBe(before);
  });

  it('writes nothing when it is interrupted', async () => {
    const before = readFileSync(join(root, DEALS), 'utf8');
    await terminal.screenWith('Apply 2 changes?');
    terminal.type('C-c');
    await terminal.screenWith('ended with 130');
    expect(readFileSync(join(root, DEALS), 'utf8')).toBe(before);
    expect((await cam(['check'], { in: root })).code).toBe(0);
  });
});
