import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { CAM, newFolder } from './cam.ts';

const hasTmux = spawnSync('tmux', ['-V']).status === 0;
const SOCKET = `cam-init-${process.pid}`;

// A machine that runs every test for us has tmux; elsewhere the tests say that they were left out.
describe.skipIf(!hasTmux && process.env['CI'] !== 'true')('a guided start in a real terminal (needs tmux)', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await newFolder();
    tmux('kill-server');
    const shell = [
      'env',
      '-u',
      'CI',
      'LC_ALL=C.UTF-8',
      'sh',
      '-c',
      `node ${CAM} init channel; echo ended with $?; sleep 60`,
    ];
    tmux('new-session', '-d', '-s', 'init', '-x', '80', '-y', '30', '-c', folder, ...shell);
  });
  afterAll(() => void tmux('kill-server'));

  it('asks four questions, makes a territory from the answers and says what comes next', async () => {
    await screenWith('The company whose partners you manage');
    type('Quillmere Systems', 'Enter');
    await screenWith('Your name');
    type('Ines Albrecht', 'Enter');
    await screenWith('Currency');
    type('Enter');
    await screenWith('fiscal year starts in');
    type('Down', 'Down', 'Enter');
    const screen = await screenWith('ended with 0');
    expect(screen).toContain('Next  cd channel && cam partner add NAME');
    const config = readFileSync(join(folder, 'channel', 'cam.yaml'), 'utf8');
    expect(config).toMatch(/name: "?Quillmere Systems"?/);
    expect(config).toMatch(/start_month: 3\b/);
    const check = spawnSync(process.execPath, [CAM, 'check', '--workspace', join(folder, 'channel')]);
    expect(check.status).toBe(0);
  });

  it('leaves nothing behind when it is interrupted', async () => {
    await screenWith('The company whose partners you manage');
    type('Quillmere', 'C-c');
    await screenWith('ended with 130');
    expect(existsSync(join(folder, 'channel'))).toBe(false);
  });

  function type(...keys: string[]): void {
    for (const key of keys) tmux('send-keys', '-t', 'init', key);
  }

  async function screenWith(words: string): Promise<string> {
    for (let waited = 0; waited < 200; waited++) {
      const screen = tmux('capture-pane', '-p', '-J', '-t', 'init');
      if (screen.includes(words)) return screen;
      await pause(100);
    }
    throw new Error(`"${words}" did not come: ${tmux('capture-pane', '-p', '-t', 'init')}`);
  }
});

function tmux(...argv: string[]): string {
  return spawnSync('tmux', ['-L', SOCKET, '-f', '/dev/null', ...argv], { encoding: 'utf8' }).stdout;
}
