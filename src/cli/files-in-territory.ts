import { resolve } from 'node:path';
import type { WrittenFile } from './command.ts';

/** Files of a territory as scripts get them: with the whole path and whose they are. `path` comes in relative to the territory. */
export function filesInTerritory(
  root: string,
  files: readonly { readonly path: string; readonly kind: string }[],
): WrittenFile[] {
  return files.map(({ path, kind }) => {
    const partner = partnerOf(path);
    return { path: resolve(root, path), kind, ...(partner !== undefined && { partner }) };
  });
}

/** The same of files that people write themselves. */
export function inputFiles(root: string, paths: readonly string[]): WrittenFile[] {
  return filesInTerritory(
    root,
    paths.map((path) => ({ path, kind: 'input' })),
  );
}

/** The partner in whose folder a file is; undefined for a file of the territory itself. */
export function partnerOf(path: string): string | undefined {
  return /^partners\/([^/]+)\//.exec(path)?.[1];
}
