import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const hasTmux = spawnSync('tmux', ['-V']).status === 0;

/** Tests that need tmux are left out without it, and say so; a machine that runs every test for us has it. */
export const withoutTerminal = !hasTmux && process.env['CI'] !== 'true';

/** How long a screen may take to show what is awaited: half a second here, much longer on a busy machine. */
export const PATIENCE = 90_000;

// A server of our own, not the person's: its socket lies in a folder that goes with it.
let folder: string | undefined;

/** Asks the server of this test file, which starts with the first session; returns what it said. */
export function tmux(...argv: string[]): string {
  folder ??= mkdtempSync(join(tmpdir(), 'cam-tmux-'));
  // Unicode and no settings, whatever the person or the machine has.
  const own = ['-S', join(folder, 'socket'), '-u', '-f', '/dev/null'];
  return spawnSync('tmux', [...own, ...argv], { encoding: 'utf8' }).stdout;
}

/** Ends every terminal that this file's tests opened. A later one gets a server of its own: it must not meet one on its way out. */
export function closeTerminals(): void {
  if (folder === undefined) return;
  tmux('kill-server');
  rmSync(folder, { recursive: true, force: true });
  folder = undefined;
}
