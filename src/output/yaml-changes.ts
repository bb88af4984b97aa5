import type { YamlEdit } from './yaml-edit.ts';

/**
 * The edits that make one plain value of a file out of another, each as deep as it can be. A list is changed whole, unless both have the same
 * entries by their ids, in the same order.
 */
export function yamlChanges(before: object, after: object, path: YamlEdit['path'] = []): readonly YamlEdit[] {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): readonly YamlEdit[] => {
    const [old, now]: unknown[] = [was.get(key), is.get(key)];
    const at = [...path, key];
    if (isBlock(old) && isBlock(now)) return yamlChanges(old, now, at);
    if (haveSameEntries(old, now))
      return (old as Entries).flatMap((entry, index) => yamlChanges(entry, (now as Entries)[index]!, [...at, index]));
    return JSON.stringify(old) === JSON.stringify(now) ? [] : [{ path: at, value: now }];
  });
}

type Entries = readonly { readonly id: unknown }[];

function haveSameEntries(old: unknown, now: unknown): boolean {
  const [before, after] = [idsOf(old), idsOf(now)];
  return before !== undefined && after !== undefined && JSON.stringify(before) === JSON.stringify(after);
}

function idsOf(list: unknown): readonly unknown[] | undefined {
  if (!Array.isArray(list) || !list.every((entry) => isBlock(entry) && 'id' in entry)) return undefined;
  return (list as Entries).map(({ id }) => id);
}

function isBlock(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
