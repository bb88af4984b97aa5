import type { YamlEdit } from './yaml-edit.ts';

/** The edits that make one plain value of a file out of another, each as deep as it can be; lists are changed whole. */
export function yamlChanges(before: object, after: object, path: readonly string[] = []): readonly YamlEdit[] {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): readonly YamlEdit[] => {
    const [old, now]: unknown[] = [was.get(key), is.get(key)];
    const at = [...path, key];
    if (isBlock(old) && isBlock(now)) return yamlChanges(old, now, at);
    return JSON.stringify(old) === JSON.stringify(now) ? [] : [{ path: at, value: now }];
  });
}

function isBlock(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
