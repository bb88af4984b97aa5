/**
 * The key that a name stands for in a model of lines and inputs in groups: `customers` in the group `platform` is `platform.customers`
 * where there is such a key, else `customers`. Undefined for `month` and `year`.
 */
export function keyOfName(
  name: string,
  group: string | undefined,
  isKnown: (key: string) => boolean,
): string | undefined {
  if (name === 'month' || name === 'year') return undefined;
  const own = group === undefined ? undefined : `${group}.${name}`;
  return own !== undefined && isKnown(own) ? own : name;
}
