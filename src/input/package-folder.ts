import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE_NAME = 'cam-toolkit';

/** A file or folder that ships with the program, wherever it was installed; the same from the sources and from the bundle. */
export async function packagePath(...parts: readonly string[]): Promise<string> {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!(await isPackage(folder))) {
    const above = dirname(folder);
    if (above === folder) throw new Error(`The folder of ${PACKAGE_NAME} was not found.`);
    folder = above;
  }
  return join(folder, ...parts);
}

async function isPackage(folder: string): Promise<boolean> {
  try {
    const description: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    return (description as { name?: unknown }).name === PACKAGE_NAME;
  } catch {
    return false;
  }
}
