import { resolve } from 'node:path';
import type { Problem } from '../input/problem.ts';
import { readText } from '../input/read-text.ts';
import { Failure } from '../units/failure.ts';

const MOST_BYTES = 4_000_000;

/**
 * The text of a file that was named on the command line, or why it cannot be read as text.
 * @throws Failure (usage) when there is no such file
 */
export async function givenFile(
  typed: string,
  currentFolder: string,
): Promise<{ readonly text: string } | { readonly problem: Problem }> {
  const path = resolve(currentFolder, typed);
  const { text, problem } = await readText({ path, file: typed, maximumBytes: MOST_BYTES });
  if (problem) return { problem };
  if (text === undefined) throw new Failure('usage', `There is no file ${typed}.`);
  return { text };
}
