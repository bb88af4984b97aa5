import { access } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** The file that makes a folder a territory. */
export const CONFIG_FILE = 'cam.yaml';

/** The nearest folder, from this one upwards, that holds `cam.yaml`; undefined when there is none. */
export async function findTerritory(from: string): Promise<string | undefined> {
  const folder = resolve(from);
  if (await exists(join(folder, CONFIG_FILE))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : findTerritory(above);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
