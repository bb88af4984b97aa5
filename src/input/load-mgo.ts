import { join } from 'node:path';
import { mgoFileSchema, type MgoFile } from '../schema/mgo.ts';
import type { Problem } from './problem.ts';
import { readText } from './read-text.ts';
import { readYaml } from './read-yaml.ts';

/** Where the worksheet of a territory stands. */
export const MGO_FILE = 'channel/mgo.yaml';
const MOST_BYTES = 1_000_000;

/** The worksheet of a territory; neither value nor problem where there is none. */
export async function loadMgo(
  root: string,
): Promise<{ readonly value?: MgoFile; readonly problems: readonly Problem[]; readonly read: boolean }> {
  const { text, problem } = await readText({ path: join(root, MGO_FILE), file: MGO_FILE, maximumBytes: MOST_BYTES });
  if (text === undefined) return { problems: problem ? [problem] : [], read: false };
  const { value, problems } = readYaml(text, MGO_FILE, mgoFileSchema);
  return { ...(value && problems.length === 0 && { value }), problems, read: true };
}
