import { readFile } from 'node:fs/promises';
import { Failure } from '../../units/failure.ts';

/**
 * The bytes of a file somebody named.
 * @param path where it is; @param file what messages call it
 * @throws Failure when there is no such file, it is a folder, may not be read, or is empty
 */
export async function readBytes(path: string, file: string): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new Failure('usage', `There is no file ${path}.`);
    if (code === 'EISDIR') throw new Failure('usage', `${path} is a folder, not a file.`);
    if (code === 'EACCES') throw new Failure('usage', `${path} may not be read by you.`);
    if (code === 'ERR_FS_FILE_TOO_LARGE')
      throw new Failure('data', `${file} is larger than 2 GB.`, 'Export less at a time.');
    throw error;
  }
  if (bytes.length > 0) return bytes;
  throw new Failure('data', `${file} is empty.`, 'Nothing was imported. Export the file again.');
}
