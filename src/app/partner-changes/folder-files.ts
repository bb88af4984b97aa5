import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../units/failure.ts';

/**
 * Paths of all files below a folder, relative to it, with forward slashes, sorted; hidden ones too where `hidden` says so.
 * @throws Failure (data) when something below it is neither a file nor a folder
 */
export async function filesBelow(folder: string, { hidden }: { readonly hidden: boolean }): Promise<readonly string[]> {
  const found: string[] = [];
  const visit = async (path: string): Promise<void> => {
    const entries = await readdir(join(folder, path), { withFileTypes: true });
    for (const entry of entries) {
      if (!hidden && entry.name.startsWith('.')) continue;
      const inside = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) await visit(inside);
      else if (entry.isFile()) found.push(inside);
      else throw notMovable(join(folder, inside));
    }
  };
  await visit('');
  return found.sort();
}

/** The bytes of a file, or undefined when it is not there. */
export async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
}

function notMovable(path: string): Failure {
  const remedy = 'Put the file itself there, or take it out of the folder; then run the same command again.';
  return new Failure('data', `${path} is a link or a device, not a file.`, remedy);
}
