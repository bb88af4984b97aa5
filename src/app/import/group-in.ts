/** The group of a key, made where there is none yet. */
export function groupIn<T>(groups: Map<string, T[]>, key: string): T[] {
  const group = groups.get(key) ?? [];
  groups.set(key, group);
  return group;
}
