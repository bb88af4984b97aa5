import { resolve } from 'node:path';
import { readText } from '../../input/read-text.ts';
import type { Problem } from '../../input/problem.ts';
import { importMappingSchema, type ImportMapping } from '../../schema/import-mapping.ts';
import { readMapping } from './mapping/read-mapping.ts';
import { MOST_MAPPING_BYTES } from './mapping/remembered-mappings.ts';
import { Failure } from '../../units/failure.ts';

/**
 * The mapping a person wrote, or everything that is wrong with it; without a path an empty one.
 * @param path as it was typed in `folder`
 * @throws Failure when there is no such file
 */
export async function loadMapping(
  path: string | undefined,
  folder: string,
): Promise<{ readonly value?: ImportMapping; readonly text?: string; readonly problems: readonly Problem[] }> {
  if (path === undefined) return { value: importMappingSchema.parse({}), problems: [] };
  const { text, problem } = await readText({
    path: resolve(folder, path),
    file: path,
    maximumBytes: MOST_MAPPING_BYTES,
  });
  if (problem) return { problems: [problem] };
  if (text === undefined) throw new Failure('usage', `There is no mapping file ${path}.`);
  const { value, problems } = readMapping(text, path);
  return { ...(value && { value, text }), problems };
}
