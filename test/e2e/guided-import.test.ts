import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { cam, newFolder } from './cam.ts';
import { openTerminal, type RealTerminal } from './real-terminal.ts';
import { closeTerminals, withoutTerminal } from './tmux.ts';

const EXPORT = 'Opportunity ID,Vertriebspartner,Stage,Amount,Close Date\n1,Cedar,Heiss,5,13/04/2026\n';

describe.skipIf(withoutTerminal)('a guided mapping in a real terminal (needs tmux)', () => {
  let folder: string;
  let terminal: RealTerminal;
  beforeEach(async () => {
    folder = await newFolder();
    await cam(['init', '--no-input'], { in: folder });
    await cam(['partner', 'add', 'Cedar GmbH', '--type', 'var'], { in: folder });
    writeFileSync(join(folder, 'crm-2026-04-14.csv'), EXPORT);
    terminal = openTerminal('import crm-2026-04-14.csv', { folder, columns: 90, rows: 40 });
  });
  afterAll(closeTerminals);

  it('asks for a column and a label, imports, and needs no terminal for the next export of the same columns', async () => {
    await terminal.screenWith('which column names the partner?');
    terminal.type('Enter');
    await terminal.screenWith('"Heiss" stands in 1 row: such a deal is');
    terminal.type('Down', 'Enter');
    expect(await terminal.screenWith('ended with 0')).toContain('mapping remembered in mappings/crm.yaml');
    expect(readFileSync(join(folder, 'mappings/crm.yaml'), 'utf8')).toContain('"Heiss": won');
    writeFileSync(join(folder, 'crm-2026-04-21.csv'), EXPORT.replace(',5,', ',6,'));
    const next = await cam(['import', 'crm-2026-04-21.csv', '--json', '--quiet'], { in: folder });
    expect(next.code).toBe(0);
    expect(JSON.parse(next.out)).toMatchObject({
      data: { updated: 1, mappings: [{ path: 'mappings/crm.yaml', how: 'remembered' }] },
    });
  });

  it('leaves nothing behind when it is interrupted', async () => {
    await terminal.screenWith('which column names the partner?');
    terminal.type('Enter');
    await terminal.screenWith('such a deal is');
    terminal.type('C-c');
    await terminal.screenWith('ended with 130');
    expect(existsSync(join(folder, 'mappings'))).toBe(false);
    expect(existsSync(join(folder, 'partners/cedar/deals.csv'))).toBe(false);
    expect(existsSync(join(folder, '.cam/lock'))).toBe(false);
  });
});
