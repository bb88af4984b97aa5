import { resolve } from 'node:path';
import { findTerritory } from '../../input/find-territory.ts';
import { Failure } from '../../units/failure.ts';

/**
 * The territory a command works in: the folder that was named, else the nearest one upwards from the current folder.
 * @throws Failure (usage) when there is none.
 */
export async function territoryRoot({
  currentFolder,
  workspace,
}: {
  readonly currentFolder: string;
  readonly workspace?: string | undefined;
}): Promise<string> {
  const start = workspace === undefined ? currentFolder : resolve(currentFolder, workspace);
  const root = await findTerritory(start);
  if (root !== undefined && (workspace === undefined || root === start)) return root;
  if (workspace !== undefined) {
    throw new Failure('usage', `There is no territory in ${workspace}: it holds no cam.yaml.`, REMEDY);
  }
  throw new Failure('usage', 'There is no territory here: no cam.yaml in this folder or above it.', REMEDY);
}

const REMEDY = 'Go to the folder of your territory, name it with --workspace DIR, or make one with: cam init';
