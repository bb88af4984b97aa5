import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { checkTerritory } from '../../src/app/territory/check-territory.ts';
import { printProblems } from '../../src/cli/print/print-problems.ts';

const gallery = fileURLToPath(new URL('.', import.meta.url));
const screen = { width: 80, colour: false, unicode: true, interactive: false };
const folders = (await readdir(gallery, { withFileTypes: true })).filter((entry) => entry.isDirectory());
const cases = folders.map(({ name }) => name).filter((name) => !['base', 'import'].includes(name));
let made: string[] = [];

afterEach(async () => {
  await Promise.all(made.map((folder) => rm(folder, { recursive: true })));
  made = [];
});

/** A sound territory with the wrong files of one case laid over it. */
async function territoryWith(name: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'cam-errors-'));
  made.push(root);
  await cp(join(gallery, 'base'), root, { recursive: true });
  await cp(join(gallery, name), root, { recursive: true, filter: (path) => !path.endsWith('expected.txt') });
  return root;
}

describe('what a person reads when a file is wrong', () => {
  it('is nothing when every file is sound', async () => {
    const root = await territoryWith('base');
    expect((await checkTerritory({ root, currentFolder: root, paths: [] })).problems).toEqual([]);
  });

  it.each(cases)('%s', async (name) => {
    const root = await territoryWith(name);
    const { problems } = await checkTerritory({ root, currentFolder: root, paths: [] });
    expect(problems.length).toBeGreaterThan(0);
    await expect(printProblems(problems, screen)).toMatchFileSnapshot(join(gallery, name, 'expected.txt'));
  });
});
