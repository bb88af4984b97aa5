import { readFile } from 'node:fs/promises';

/** The text of a file as it stands; empty when there is none. */
export async function standingText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
