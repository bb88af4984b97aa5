import { createHash } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeFileAtomically } from '../../../output/write-file.ts';
import { Failure } from '../../../units/failure.ts';
import { bytesOf, filesBelow } from '../folder-files.ts';

/** A folder that gets a copy of another one. */
export interface FolderCopy {
  readonly from: string;
  /** Must not be there yet. */
  readonly to: string;
  /** Files that read differently in the copy, by their path in the folder. */
  readonly changed: Readonly<Record<string, string>>;
}

/**
 * Copies a folder with all that is in it. The copy is made under a hidden name beside its place, read back and compared byte by byte (by
 * SHA-256), then takes its place in one step: nobody ever sees half of it. Returns how many files it has.
 * @throws Failure (data) when the copy is not what was written; then nothing stands at its place
 */
export async function copyFolder({ from, to, changed }: FolderCopy): Promise<number> {
  const paths = await filesBelow(from, { hidden: true });
  const staging = join(dirname(to), `.moving-${to.slice(dirname(to).length + 1)}`);
  await rm(staging, { recursive: true, force: true });
  try {
    const written = new Map<string, string>();
    for (const path of paths) {
      const content = changed[path] ?? (await bytesOf(join(from, path)));
      if (content === undefined) throw changedMeanwhile(from);
      await writeFileAtomically(join(staging, path), content);
      written.set(path, hashOf(content));
    }
    await compare(staging, written);
    await compareSource({ from, changed }, written);
    await mkdir(dirname(to), { recursive: true });
    await rename(staging, to);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw error;
  }
  return paths.length;
}

async function compare(folder: string, hashes: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, hash] of hashes) {
    const bytes = await bytesOf(join(folder, path));
    if (bytes === undefined || hashOf(bytes) !== hash) {
      throw new Failure('data', `The copy of ${path} in ${folder} is not what was written.`, 'Nothing was removed.');
    }
  }
}

/** What was edited while it was copied must not be removed. */
async function compareSource(
  { from, changed }: Pick<FolderCopy, 'from' | 'changed'>,
  hashes: ReadonlyMap<string, string>,
): Promise<void> {
  const now = await filesBelow(from, { hidden: true });
  const same = now.length === hashes.size && now.every((path) => hashes.has(path));
  if (!same) throw changedMeanwhile(from);
  for (const path of now) {
    if (changed[path] !== undefined) continue;
    const bytes = await bytesOf(join(from, path));
    if (bytes === undefined || hashOf(bytes) !== hashes.get(path)) throw changedMeanwhile(from);
  }
}

function changedMeanwhile(folder: string): Failure {
  return new Failure('data', `A file in ${folder} changed while it was copied.`, 'Run the same command again.');
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
