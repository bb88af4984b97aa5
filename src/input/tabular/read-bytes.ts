import { readFile, stat } from 'node:fs/promises';
import { Failure } from '../../units/failure.ts';

/** The text of a larger file would not fit into one string. */
const MOST_MEGABYTES = 400;
const MEGABYTE = 1024 * 1024;

/**
 * The bytes of a file somebody named.
 * @param path where it is; @param file what messages call it
 * @throws Failure when there is no such file, it is a folder, may not be read, is empty or too large
 */
export async function readBytes(path: string, file: string): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    const { size } = await stat(path);
    if (size > MOST_MEGABYTES * MEGABYTE) throw tooLarge(file, size);
    bytes = await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new Failure('usage', `There is no file ${path}.`);
    if (code === 'EISDIR') throw new Failure('usage', `${path} is a folder, not a file.`);
    if (code === 'EACCES') throw new Failure('usage', `${path} may not be read by you.`);
    throw error;
  }
  if (bytes.length > 0) return bytes;
  throw new Failure('data', `${file} is empty.`, 'Nothing was imported. Export the file again.');
}

function tooLarge(file: string, size: number): Failure {
  return new Failure(
    'data',
    `${file} has ${Math.ceil(size / MEGABYTE)} MB, more than the ${MOST_MEGABYTES} MB that are read.`,
    'Nothing was imported. Export fewer rows or columns at a time.',
  );
}
