import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeFailure } from './write-failure.ts';
import { untilWritten } from './writes-under-way.ts';

export interface WriteOptions {
  /** False leaves the moment of storing to the system: for files whose loss in a power cut does no harm. */
  readonly durable?: boolean;
}

/**
 * Writes a file whole or not at all: into a temporary file of the same folder, which then takes the target's name.
 * A process killed half way leaves the old file as it was; one that ends waits for it. Folders are created, permissions and links are kept.
 * @throws Failure when the place cannot be written to: full, read-only, a folder, open in another program.
 */
export async function writeFileAtomically(
  path: string,
  content: string | Uint8Array,
  { durable = true }: WriteOptions = {},
): Promise<void> {
  try {
    const target = await followLink(path);
    const mode = await permissionsOf(target);
    await untilWritten(async () => {
      await mkdir(dirname(target), { recursive: true });
      await replace(target, content, { mode, durable });
    });
  } catch (error) {
    throw writeFailure(error, path);
  }
}

interface Replacement {
  readonly mode: number | undefined;
  readonly durable: boolean;
}

async function replace(target: string, content: string | Uint8Array, { mode, durable }: Replacement): Promise<void> {
  const temporary = join(dirname(target), `.cam-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(content);
      // Given again because the process's mask takes bits away from the mode of a new file.
      if (mode !== undefined) await file.chmod(mode);
      if (durable) await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Renaming onto a link would turn it into a file: write where it points to. */
async function followLink(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return path;
  }
}

async function permissionsOf(target: string): Promise<number | undefined> {
  const known = await stat(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!known) return undefined;
  if (known.isDirectory()) throw Object.assign(new Error('The target is a folder.'), { code: 'EISDIR' });
  // A rename would replace a file its owner has made read-only: the folder's permission decides there, not the file's.
  await access(target, constants.W_OK);
  return known.mode & 0o7777;
}
