import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { CAM, cam, newFolder } from './cam.ts';

const hasTmux = spawnSync('tmux', ['-V']).status === 0;
const SOCKET = `cam-import-${process.pid}`;
const EXPORT = 'Opportunity ID,Vertriebspartner,Stage,Amount,Close Date\n1,Cedar,Heiss,5,13/04/2026\n';

// A machine that runs every test for us has tmux; elsewhere the tests say that they were left out.
describe.skipIf(!hasTmux && process.env['CI'] !== 'true')('a guided mapping in a real terminal (needs tmux)', () => {
  let folder: string;
  // A session of its own for each test: a new one must not meet a server on its way out.
  let session = 0;
  beforeEach(async () => {
    folder = await newFolder();
    await cam(['init', '--no-input'], { in: folder });
    await cam(['partner', 'add', 'Cedar GmbH', '--type', 'var'], { in: folder });
    writeFileSync(join(folder, 'crm-2026-04-14.csv'), EXPORT);
    session += 1;
    const shell = `node ${CAM} import crm-2026-04-14.csv; echo ended with $?; sleep 60`;
    const words = ['env', '-u', 'CI', 'LC_ALL=C.UTF-8', 'sh', '-c', shell];
    tmux('new-session', '-d', '-s', nameOf(session), '-x', '90', '-y', '40', '-c', folder, ...words);
  });
  afterAll(() => void tmux('kill-server'));

  it('asks for a column and a label, imports, and needs no terminal for the next export of the same columns', async () => {
    await screenWith('which column names the partner?');
    type('Enter');
    await screenWith('"Heiss" stands in 1 row: such a deal is');
    type('Down', 'Enter');
    expect(await screenWith('ended with 0')).toContain('mapping remembered in mappings/crm.yaml');
    expect(readFileSync(join(folder, 'mappings/crm.yaml'), 'utf8')).toContain('"Heiss": won');
    writeFileSync(join(folder, 'crm-2026-04-21.csv'), EXPORT.replace(',5,', ',6,'));
    const next = await cam(['import', 'crm-2026-04-21.csv', '--json', '--quiet'], { in: folder });
    expect(next.code).toBe(0);
    expect(JSON.parse(next.out)).toMatchObject({
      data: { updated: 1, mappings: [{ path: 'mappings/crm.yaml', how: 'remembered' }] },
    });
  });

  it('leaves nothing behind when it is interrupted', async () => {
    await screenWith('which column names the partner?');
    type('Enter');
    await screenWith('such a deal is');
    type('C-c');
    await screenWith('ended with 130');
    expect(existsSync(join(folder, 'mappings'))).toBe(false);
    expect(existsSync(join(folder, 'partners/cedar/deals.csv'))).toBe(false);
    expect(existsSync(join(folder, '.cam/lock'))).toBe(false);
  });

  function type(...keys: string[]): void {
    for (const key of keys) tmux('send-keys', '-t', nameOf(session), key);
  }

  async function screenWith(words: string): Promise<string> {
    for (let waited = 0; waited < 200; waited++) {
      const screen = tmux('capture-pane', '-p', '-J', '-t', nameOf(session));
      if (screen.includes(words)) return screen;
      await pause(100);
    }
    throw new Error(`"${words}" did not come: ${tmux('capture-pane', '-p', '-t', nameOf(session))}`);
  }
});

function nameOf(session: number): string {
  return `import-${session}`;
}

function tmux(...argv: string[]): string {
  return spawnSync('tmux', ['-L', SOCKET, '-f', '/dev/null', ...argv], { encoding: 'utf8' }).stdout;
}
