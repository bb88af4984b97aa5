import { parsePlainYaml } from '../../../input/plain-yaml.ts';
import { parseYaml } from '../../../input/parse-yaml.ts';
import { placeProblemsIn } from '../../../input/problem.ts';
import type { YamlEdit } from '../../../output/edit-yaml.ts';

type Block = Readonly<Record<string, unknown>>;

/** The values of a plan's file as they are written in it, without what holds where nothing is said. */
export function writtenValues(text: string, path: string): Block {
  return parsePlainYaml(text) ?? ((parseYaml(text, placeProblemsIn(path, text)).value ?? {}) as Block);
}

/** The campaigns of a plan's file as they are written in it. */
export function writtenCampaigns(text: string, path: string): readonly Block[] {
  return (writtenValues(text, path)['campaigns'] ?? []) as readonly Block[];
}

/** The edits that put values into a block of a file; a block of which nothing is left goes, one that is not there comes whole. */
export function blockEdits(present: unknown, path: YamlEdit['path'], values: Block): readonly YamlEdit[] {
  const before = (present ?? {}) as Block;
  const after = Object.entries({ ...before, ...values }).filter(([, value]) => value !== undefined);
  if (after.length === 0) return present === undefined ? [] : [{ path, value: undefined }];
  if (Object.keys(before).length === 0) return [{ path, value: Object.fromEntries(after) }];
  return Object.entries(values).map(([key, value]) => ({ path: [...path, key], value }));
}
