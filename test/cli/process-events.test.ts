import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleForChild } from '../output/bundle-for-child.ts';

const SOURCE = fileURLToPath(new URL('../../src/cli/process-events.ts', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cam-events-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly err: string;
}

/** Runs a program that watches its process as cam does; `meddle` may disturb it after its first output. */
async function runWatched(body: string, meddle: (child: ReturnType<typeof spawn>) => void): Promise<Ended> {
  const module = pathToFileURL(await bundleForChild(SOURCE, folder)).href;
  const program = join(folder, 'program.mjs');
  writeFileSync(
    program,
    `import { leaveWhenNobodyReads, watchProcess } from ${JSON.stringify(module)};
     leaveWhenNobodyReads(process.stdout);
     const failed = (error) => { process.stderr.write('fault: ' + error.message); return 70; };
     watchProcess({ failed, progress: { show() {}, clear() { process.stderr.write('[cleared]'); } } });
     ${body}`,
  );
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'pipe'] });
  let err = '';
  child.stderr.on('data', (text) => (err += text));
  child.stdout.once('data', () => meddle(child));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, err };
}

const WRITES_FOR_EVER = `setInterval(() => process.stdout.write('line\\n'.repeat(1000)), 5);`;

describe('a running command', () => {
  it.each([
    ['it is interrupted', 'SIGINT'],
    ['its window is closed', 'SIGHUP'],
    ['the system asks it to end', 'SIGTERM'],
  ] as const)('ends with 130 and one line when %s', async (_, signal) => {
    const ended = await runWatched(WRITES_FOR_EVER, (child) => child.kill(signal));
    expect(ended).toEqual({ code: 130, err: '[cleared]\nInterrupted. Every file written so far is whole.\n' });
  });

  it('ends quietly when nobody reads its output any more', async () => {
    const ended = await runWatched(WRITES_FOR_EVER, (child) => child.stdout!.destroy());
    expect(ended).toEqual({ code: 0, err: '' });
  });

  it('reports an error nobody waited for and ends with 70', async () => {
    const body = `process.stdout.write('started'); setTimeout(() => { throw new Error('lost'); }, 5);`;
    const ended = await runWatched(body, () => undefined);
    expect(ended).toEqual({ code: 70, err: 'fault: lost' });
  });

  it('reports a promise nobody waited for as well', async () => {
    const body = `process.stdout.write('started'); Promise.reject(new Error('dropped')); setInterval(() => {}, 9);`;
    expect(await runWatched(body, () => undefined)).toEqual({ code: 70, err: 'fault: dropped' });
  });
});
