import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PARTNER_ID_PATTERN } from '../schema/values.ts';
import type { Problem } from './problem.ts';

/** The folder that holds one folder a partner. */
export const PARTNERS_FOLDER = 'partners';

/** Ids of all partners of a territory, sorted; a folder whose name cannot be an id is a problem. */
export async function partnerFolders(
  root: string,
): Promise<{ readonly ids: readonly string[]; readonly problems: readonly Problem[] }> {
  const { entries, problem } = await entriesOf(join(root, PARTNERS_FOLDER));
  if (problem) return { ids: [], problems: [problem] };
  const folders = entries.filter((entry) => !entry.isFile() && !entry.name.startsWith('.')).map(({ name }) => name);
  const [ids, others] = [folders.filter(isId).sort(), folders.filter((name) => !isId(name)).sort()];
  const problems = others.map((name): Problem => ({
    severity: 'error',
    file: `${PARTNERS_FOLDER}/${name}`,
    message: "the folder's name cannot be the id of a partner, so it is not read",
    remedy: 'Rename it: lower-case letters, digits and hyphens, at most 80.',
  }));
  return { ids, problems };
}

async function entriesOf(folder: string): Promise<{ readonly entries: readonly Dirent[]; readonly problem?: Problem }> {
  try {
    return { entries: await readdir(folder, { withFileTypes: true }) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { entries: [] };
    return { entries: [], problem: unreadableFolder(PARTNERS_FOLDER, error) };
  }
}

/** A folder that is there but cannot be listed; taking it for empty would hide partners. */
export function unreadableFolder(file: string, error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code;
  const remedy = 'Make sure that it is a folder and that you may read it.';
  return { severity: 'error', file, message: `the folder cannot be read (${code ?? 'unknown reason'})`, remedy };
}

function isId(name: string): boolean {
  return PARTNER_ID_PATTERN.test(name);
}
