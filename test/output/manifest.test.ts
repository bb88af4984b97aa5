import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeGenerated, type Manifest } from '../../src/output/manifest.ts';

let root: string;
let deck: string;
let acme: Manifest;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cam-manifest-'));
  deck = join(root, 'out', 'acme', 'qbr.pptx');
  acme = { root, partnerId: 'acme' };
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a generated file', () => {
  it('is written where nothing stands and replaced when the figures change', async () => {
    expect(await writeGenerated(deck, 'January', acme)).toBe('write');
    expect(await writeGenerated(deck, 'February', acme)).toBe('write');
    expect(await readFile(deck, 'utf8')).toBe('February');
  });

  it('is left alone when nothing changed', async () => {
    await writeGenerated(deck, 'January', acme);
    expect(await writeGenerated(deck, 'January', acme)).toBe('unchanged');
  });

  it('stays as it is once a person edited it, until the person forces it', async () => {
    await writeGenerated(deck, 'January', acme);
    await writeFile(deck, 'January, with my remarks');
    expect(await writeGenerated(deck, 'February', acme)).toBe('edited-by-hand');
    expect(await readFile(deck, 'utf8')).toBe('January, with my remarks');
    expect(await writeGenerated(deck, 'February', acme, { force: true })).toBe('write');
    expect(await writeGenerated(deck, 'March', acme)).toBe('write');
  });

  it('never replaces a file of the same name that somebody else put there', async () => {
    await mkdir(join(root, 'out', 'acme'), { recursive: true });
    await writeFile(deck, 'a deck made by hand');
    expect(await writeGenerated(deck, 'January', acme, { dryRun: true })).toBe('edited-by-hand');
  });

  it('stays when the memory of what we wrote is lost, and is ours again once it equals what we would write', async () => {
    await writeGenerated(deck, 'January', acme);
    await rm(join(root, '.cam'), { recursive: true });
    expect(await writeGenerated(deck, 'February', acme)).toBe('edited-by-hand');
    expect(await writeGenerated(deck, 'January', acme)).toBe('unchanged');
    expect(await writeGenerated(deck, 'February', acme)).toBe('write');
  });

  it.each(['', '{"writ', 'null', '[]', '{"written":7}', '{"written":{"out/acme/qbr.pptx":"x"}}'])(
    'stays when the memory is damaged: %s',
    async (damaged) => {
      await writeGenerated(deck, 'January', acme);
      await writeFile(join(root, '.cam', 'written', 'acme.json'), damaged);
      expect(await writeGenerated(deck, 'February', acme)).toBe('edited-by-hand');
      expect(await writeGenerated(deck, 'February', acme, { force: true })).toBe('write');
    },
  );

  it('is still ours when a process died between remembering and writing', async () => {
    await writeGenerated(deck, 'January', acme);
    await writeGenerated(deck, 'February', acme);
    await writeFile(deck, 'January');
    expect(await writeGenerated(deck, 'March', acme, { dryRun: true })).toBe('write');
  });

  it('is judged without touching anything', async () => {
    expect(await writeGenerated(deck, 'January', acme, { dryRun: true })).toBe('write');
    expect(await readdir(root)).toEqual([]);
  });

  it('is still ours after the territory moved to another folder', async () => {
    await writeGenerated(deck, 'January', acme);
    const moved = join(root, 'moved');
    await mkdir(join(moved, 'out', 'acme'), { recursive: true });
    await mkdir(join(moved, '.cam', 'written'), { recursive: true });
    await writeFile(join(moved, 'out', 'acme', 'qbr.pptx'), await readFile(deck));
    await writeFile(
      join(moved, '.cam', 'written', 'acme.json'),
      await readFile(join(root, '.cam', 'written', 'acme.json')),
    );
    const there = { root: moved, partnerId: 'acme' };
    expect(await writeGenerated(join(moved, 'out', 'acme', 'qbr.pptx'), 'February', there, { dryRun: true })).toBe(
      'write',
    );
  });
});

describe('the memory of what was written', () => {
  it('lies in one file a partner, so that shards of a batch never share one', async () => {
    await Promise.all(
      ['acme', 'borealis', 'constructor'].map((partnerId) =>
        writeGenerated(join(root, 'out', partnerId, 'qbr.pptx'), partnerId, { root, partnerId }),
      ),
    );
    await writeGenerated(join(root, 'out', 'rollup.md'), 'all', { root });
    expect((await readdir(join(root, '.cam', 'written'))).sort()).toEqual([
      '_territory.json',
      'acme.json',
      'borealis.json',
      'constructor.json',
    ]);
  });

  it('keeps what other pages of the partner noted', async () => {
    const scorecard = join(root, 'out', 'acme', 'performance-scorecard.md');
    await writeGenerated(deck, 'January', acme);
    await writeGenerated(scorecard, 'January', acme);
    expect(await writeGenerated(deck, 'February', acme)).toBe('write');
    expect(await writeGenerated(scorecard, 'February', acme)).toBe('write');
  });

  it('knows files written outside the territory', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'cam-elsewhere-'));
    const path = join(elsewhere, 'qbr.pptx');
    await writeGenerated(path, 'January', acme);
    expect(await writeGenerated(path, 'February', acme)).toBe('write');
    rmSync(elsewhere, { recursive: true });
  });

  it('lies beside a file elsewhere when nothing can be written in the territory, and still tells what was edited by hand', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'cam-elsewhere-'));
    const path = join(elsewhere, 'qbr.pptx');
    await writeFile(join(root, '.cam'), 'a file where the folder should be');
    expect(await writeGenerated(path, 'January', acme)).toBe('write');
    expect(await readdir(join(elsewhere, '.cam', 'written'))).toEqual(['acme.json']);
    expect(await writeGenerated(path, 'February', acme)).toBe('write');
    await writeFile(path, 'February, with my remarks');
    expect(await writeGenerated(path, 'March', acme)).toBe('edited-by-hand');
    await writeFile(join(elsewhere, 'notes.pptx'), 'a deck made by hand');
    expect(await writeGenerated(join(elsewhere, 'notes.pptx'), 'March', acme)).toBe('edited-by-hand');
    rmSync(elsewhere, { recursive: true });
  });

  it('is needed in the territory for what lies there', async () => {
    await writeFile(join(root, '.cam'), 'a file where the folder should be');
    await expect(writeGenerated(deck, 'January', acme)).rejects.toMatchObject({ kind: 'data' });
    expect(await readdir(root)).toEqual(['.cam']);
  });
});
