import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { CAM, newFolder } from './cam.ts';
import { openTerminal, type RealTerminal } from './real-terminal.ts';
import { closeTerminals, withoutTerminal } from './tmux.ts';

describe.skipIf(withoutTerminal)('a guided start in a real terminal (needs tmux)', () => {
  let folder: string;
  let terminal: RealTerminal;
  beforeEach(async () => {
    folder = await newFolder();
    terminal = openTerminal('init channel', { folder, columns: 80, rows: 30 });
  });
  afterAll(closeTerminals);

  it('asks four questions, makes a territory from the answers and says what comes next', async () => {
    await terminal.screenWith('The company whose partners you manage');
    terminal.type('Quillmere Systems', 'Enter');
    await terminal.screenWith('Your name');
    terminal.type('Ines Albrecht', 'Enter');
    await terminal.screenWith('Currency');
    terminal.type('Enter');
    await terminal.screenWith('fiscal year starts in');
    terminal.type('Down', 'Down', 'Enter');
    const screen = await terminal.screenWith('ended with 0');
    expect(screen).toContain('Next  cd channel && cam import DEALS.csv --create-partners');
    const config = readFileSync(join(folder, 'channel', 'cam.yaml'), 'utf8');
    expect(config).toMatch(/name: "?Quillmere Systems"?/);
    expect(config).toMatch(/start_month: 3\b/);
    const check = spawnSync(process.execPath, [CAM, 'check', '--workspace', join(folder, 'channel')]);
    expect(check.status).toBe(0);
  });

  it('asks what the starting numbers are worth in another currency, and since when', async () => {
    await terminal.screenWith('The company whose partners you manage');
    terminal.type('Quillmere Systems', 'Enter');
    await terminal.screenWith('Your name');
    terminal.type('Ines Albrecht', 'Enter');
    await terminal.screenWith('Currency');
    terminal.type('eur', 'Enter');
    await terminal.screenWith('1 USD in EUR');
    terminal.type('0,9', 'Enter');
    await terminal.screenWith('Write a number with a point');
    terminal.type('BSpace', 'BSpace', '.92', 'Enter');
    await terminal.screenWith('That rate holds from');
    terminal.type('Enter');
    await terminal.screenWith('fiscal year starts in');
    terminal.type('Enter');
    await terminal.screenWith('ended with 0');
    const config = readFileSync(join(folder, 'channel', 'cam.yaml'), 'utf8');
    expect(config).toMatch(/^ {2}- \{ from: USD, to: EUR, rate: 0\.92, date: \d{4}-\d\d-\d\d \}$/m);
    const check = spawnSync(process.execPath, [CAM, 'check', '--workspace', join(folder, 'channel')]);
    expect(check.status).toBe(0);
  });

  it('leaves nothing behind when it is interrupted', async () => {
    await terminal.screenWith('The company whose partners you manage');
    terminal.type('Quillmere', 'C-c');
    await terminal.screenWith('ended with 130');
    expect(existsSync(join(folder, 'channel'))).toBe(false);
  });
});
