import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BaselineFile } from './baseline.ts';

/** What a territory consists of: files at its top and folders below. What was generated, drafts and the owner's own files stay out. */
const TOP_FILES = ['cam.yaml', 'products.yaml', 'funds.yaml'] as const;
const FOLDERS = ['mappings', 'templates', 'channel', 'partners'] as const;
const TEXT_FILE = /\.(ya?ml|csv|json)$/i;

/** Every file that a territory consists of, by path in a fixed order, as text. */
export async function territoryFiles(root: string): Promise<readonly BaselineFile[]> {
  const top = (await readdir(root)).filter((name) => TOP_FILES.some((known) => known === name));
  const below = await Promise.all(FOLDERS.map((folder) => pathsIn(root, folder)));
  const paths = [...top, ...below.flat()].sort();
  return Promise.all(paths.map(async (path) => ({ path, content: await readFile(join(root, path), 'utf8') })));
}

async function pathsIn(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && TEXT_FILE.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')));
}
