import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomically } from '../../src/output/write-file.ts';
import { endWriting } from '../../src/output/writes-under-way.ts';

const SIZE = 1_000_000;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cam-under-way-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a program that is asked to end while it writes', () => {
  it('finishes the files it has begun, begins no other and leaves no temporary one', async () => {
    const deck = new Uint8Array(SIZE);
    const names = Array.from({ length: 12 }, (_, number) => `deck-${number}.pptx`);
    for (const name of names) void writeFileAtomically(join(folder, name), deck);
    while ((await readdir(folder)).length === 0) await sleep(1);
    await endWriting();
    const whole = await readdir(folder);
    expect(whole.length).toBeGreaterThan(0);
    expect(names).toEqual(expect.arrayContaining(whole));
    for (const name of whole) expect((await stat(join(folder, name))).size, name).toBe(SIZE);

    void writeFileAtomically(join(folder, 'later', 'deck.pptx'), deck);
    await sleep(50);
    expect(await readdir(folder)).toEqual(whole);
  });
});
