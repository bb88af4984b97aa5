import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withWorkspaceLock } from '../../src/output/lock.ts';
import { bundleForChild } from './bundle-for-child.ts';

const SOURCE = fileURLToPath(new URL('../../src/output/lock.ts', import.meta.url));
const HOUR = 3_600_000;
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cam-lock-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const lockFile = () => join(root, '.cam', 'lock');
const done = () => Promise.resolve('done');
async function leaveLock(holder: object): Promise<void> {
  await mkdir(join(root, '.cam'), { recursive: true });
  await writeFile(lockFile(), JSON.stringify({ host: hostname(), since: Date.now(), token: 'other', ...holder }));
}

describe('the lock of a territory', () => {
  it('is held while the command writes and gone afterwards, also when the command fails', async () => {
    const result = await withWorkspaceLock(root, async () => JSON.parse(await readFile(lockFile(), 'utf8')).pid);
    expect(result).toBe(process.pid);
    expect(existsSync(lockFile())).toBe(false);
    await expect(withWorkspaceLock(root, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(existsSync(lockFile())).toBe(false);
  });

  it('names the process that holds it and for how long', async () => {
    await leaveLock({ pid: process.pid, since: Date.now() - 2 * HOUR - 5 });
    await expect(withWorkspaceLock(root, done)).rejects.toMatchObject({
      kind: 'data',
      message: `Another cam command (process ${process.pid}) has been writing to this territory for 2 hours.`,
      remedy: /\.cam\/lock/,
    });
    expect(existsSync(lockFile())).toBe(true);
  });

  it('is taken over from a process that is gone', async () => {
    const gone = spawnSync(process.execPath, ['-e', '0']).pid;
    await leaveLock({ pid: gone });
    expect(await withWorkspaceLock(root, done)).toBe('done');
    expect(existsSync(`${lockFile()}.takeover`)).toBe(false);
  });

  it('is gone when the program that holds it is ended', async () => {
    const program = join(root, 'ended.mjs');
    const module = pathToFileURL(await bundleForChild(SOURCE, root)).href;
    await writeFile(
      program,
      `import { withWorkspaceLock } from ${JSON.stringify(module)};
       await withWorkspaceLock(${JSON.stringify(root)}, () => process.exit(5));`,
    );
    expect(await exitCodeOf(program)).toBe(5);
    expect(existsSync(lockFile())).toBe(false);
  });

  it('is taken over after a day, whoever seems to hold it', async () => {
    await leaveLock({ pid: process.pid, since: Date.now() - 25 * HOUR });
    expect(await withWorkspaceLock(root, done)).toBe('done');
  });

  it('of another computer on a shared disk is respected though no such process runs here', async () => {
    const gone = spawnSync(process.execPath, ['-e', '0']).pid;
    await leaveLock({ pid: gone, host: 'ANNA-LAPTOP' });
    await expect(withWorkspaceLock(root, done)).rejects.toThrow('on ANNA-LAPTOP');
  });

  it('is respected while its file is being filled, and taken over when it stays empty', async () => {
    await mkdir(join(root, '.cam'));
    await writeFile(lockFile(), '');
    await expect(withWorkspaceLock(root, done)).rejects.toThrow('Another cam command');
    const minuteAgo = new Date(Date.now() - 60_000);
    await utimes(lockFile(), minuteAgo, minuteAgo);
    expect(await withWorkspaceLock(root, done)).toBe('done');
  });
});

describe('several processes that want the lock at once', () => {
  it.each(['free', 'left behind'])('get it one after the other when it is %s', async (state) => {
    if (state === 'left behind') await leaveLock({ pid: spawnSync(process.execPath, ['-e', '0']).pid });
    const program = join(root, 'contender.mjs');
    const module = pathToFileURL(await bundleForChild(SOURCE, root)).href;
    const counter = join(root, 'counter');
    await writeFile(counter, '0');
    // Reading, waiting and writing back loses counts as soon as two are inside at once.
    await writeFile(
      program,
      `import { withWorkspaceLock } from ${JSON.stringify(module)};
       import { readFileSync, writeFileSync } from 'node:fs';
       import { setTimeout as sleep } from 'node:timers/promises';
       for (let got = 0; got < 20; ) {
         try {
           await withWorkspaceLock(${JSON.stringify(root)}, async () => {
             const count = Number(readFileSync(${JSON.stringify(counter)}, 'utf8'));
             await sleep(1);
             writeFileSync(${JSON.stringify(counter)}, String(count + 1));
           });
           got += 1;
         } catch (error) {
           if (error.name !== 'Failure') throw error;
           await sleep(Math.random() * 4);
         }
       }`,
    );
    const codes = await Promise.all([1, 2, 3].map(() => exitCodeOf(program)));
    expect(codes).toEqual([0, 0, 0]);
    expect(await readFile(counter, 'utf8')).toBe('60');
  });
});

function exitCodeOf(program: string): Promise<number | null> {
  const child = spawn(process.execPath, [program], { stdio: 'inherit' });
  return new Promise((resolve) => child.once('exit', resolve));
}
