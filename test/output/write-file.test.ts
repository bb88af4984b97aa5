import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFailure } from '../../src/output/write-failure.ts';
import { writeFileAtomically } from '../../src/output/write-file.ts';
import { Failure } from '../../src/units/failure.ts';
import { bundleForChild } from './bundle-for-child.ts';

const SOURCE = fileURLToPath(new URL('../../src/output/write-file.ts', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cam-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('writing a file', () => {
  it('creates the folders on the way and leaves nothing else behind', async () => {
    const path = join(folder, 'out', 'acme', 'qbr.pptx');
    await writeFileAtomically(path, new Uint8Array([80, 75, 3, 4]));
    expect([...(await readFile(path))]).toEqual([80, 75, 3, 4]);
    expect(await readdir(join(folder, 'out', 'acme'))).toEqual(['qbr.pptx']);
  });

  it('keeps the permissions a person gave the file', async () => {
    const path = join(folder, 'partner.yaml');
    await writeFile(path, 'old');
    await chmod(path, 0o660);
    await writeFileAtomically(path, 'new');
    expect((await stat(path)).mode & 0o777).toBe(0o660);
  });

  it('writes through a link to the file it names', async () => {
    const real = join(folder, 'real.yaml');
    const link = join(folder, 'cam.yaml');
    await writeFile(real, 'old');
    await symlink(real, link);
    await writeFileAtomically(link, 'new');
    expect(await readFile(real, 'utf8')).toBe('new');
    expect((await readdir(folder)).sort()).toEqual(['cam.yaml', 'real.yaml']);
  });

  it('refuses a folder in plain words', async () => {
    const path = join(folder, 'qbr.pptx');
    await mkdir(path);
    await expect(writeFileAtomically(path, 'x')).rejects.toMatchObject({ kind: 'data', message: /is a folder/ });
    expect(await readdir(folder)).toEqual(['qbr.pptx']);
  });

  it('refuses when a file stands where a folder is needed', async () => {
    await writeFile(join(folder, 'out'), 'not a folder');
    const path = join(folder, 'out', 'acme', 'qbr.pptx');
    await expect(writeFileAtomically(path, 'x')).rejects.toMatchObject({ message: /a file stands where/ });
  });

  it.each([
    ['ENOSPC', /disk is full/],
    ['EROFS', /read-only/],
    ['EACCES', /permission is missing/],
    ['EBUSY', /open in another program/],
  ])('says what to do about %s', (code, words) => {
    const failure = writeFailure(Object.assign(new Error(code), { code }), 'out/acme/qbr.pptx');
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ message: words, remedy: /\w/ });
  });

  it('passes an error on that it does not know', () => {
    const bug = new TypeError('content is undefined');
    expect(writeFailure(bug, 'x')).toBe(bug);
  });
});

describe('a process killed while it writes', () => {
  it('leaves the old file or the new one, never a piece', async () => {
    const path = join(folder, 'deck.pptx');
    const size = 2_000_000;
    await writeFile(path, 'a'.repeat(size));
    const writer = join(folder, 'writer.mjs');
    const module = pathToFileURL(await bundleForChild(SOURCE, folder)).href;
    await writeFile(
      writer,
      `import { writeFileAtomically } from ${JSON.stringify(module)};
       for (let i = 0; ; i += 1) {
         await writeFileAtomically(${JSON.stringify(path)}, 'bcdefghijk'[i % 10].repeat(${size}));
         if (i === 0) process.stdout.write('written once');
       }`,
    );
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await killAfter(writer, 3 + attempt * 11);
      const text = await readFile(path, 'utf8');
      expect(text.length).toBe(size);
      expect(new Set(text).size, 'letters from more than one version').toBe(1);
      expect(text[0]).not.toBe('a');
    }
  });
});

/** Starts a program and kills it, as the power does, some milliseconds after its first word. */
async function killAfter(program: string, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await sleep(milliseconds);
  child.kill('SIGKILL');
  await ended;
}
