import { detailsOf, quote } from './check-values.ts';
import { formatPath, type ProblemDetails } from './problem.ts';

type Path = readonly PropertyKey[];
type Values = Readonly<Record<string, unknown>>;

/** A mistake in an override, at a path of its values. */
export interface MergeMistake {
  readonly path: Path;
  readonly details: ProblemDetails;
}

/** Outcome of laying an override over a shipped template. */
export interface MergedTemplate {
  readonly value: unknown;
  readonly mistakes: readonly MergeMistake[];
}

/**
 * Lays a vendor's override over a shipped template. Blocks are merged key by key, and `remove: true` in a block takes that block out;
 * lists whose entries have an `id` are merged by it: `remove: true` takes an entry out, `add: true` puts a new one at the end, any other
 * unknown id is a mistake. Everything else is replaced.
 */
export function mergeTemplate(shipped: unknown, override: unknown, path: Path = []): MergedTemplate {
  if (isBlock(shipped) && isBlock(override)) return mergeBlocks(shipped, override, path);
  if (isIdentified(shipped) && Array.isArray(override)) return mergeEntries(shipped, override, path);
  return { value: override, mistakes: [] };
}

/** Where a value of the merged template stands in the override; the path ends where the override says nothing more. */
export function pathInOverride(merged: unknown, override: unknown, path: Path): Path {
  const [part, ...rest] = path;
  if (part === undefined) return [];
  const mergedChild = childOf(merged, part);
  const id = Array.isArray(merged) && isBlock(mergedChild) ? mergedChild['id'] : undefined;
  const own = id === undefined ? part : indexOfId(override, id);
  const child = own === undefined ? undefined : childOf(override, own);
  if (own === undefined || child === undefined) return [];
  return [own, ...pathInOverride(mergedChild, child, rest)];
}

function mergeBlocks(shipped: Values, override: Values, path: Path): MergedTemplate {
  const merged = new Map(Object.entries(shipped));
  const mistakes: MergeMistake[] = [];
  for (const [key, value] of Object.entries(override)) {
    if (isBlock(value) && value['remove'] === true) {
      if (!merged.delete(key)) mistakes.push(nothingToRemove(key, [...path, key], [...merged.keys()]));
      continue;
    }
    const result = mergeTemplate(merged.get(key), value, [...path, key]);
    merged.set(key, result.value);
    mistakes.push(...result.mistakes);
  }
  return { value: Object.fromEntries(merged), mistakes };
}

function mergeEntries(shipped: readonly Values[], override: readonly unknown[], path: Path): MergedTemplate {
  const entries = new Map(shipped.map((entry) => [entry['id'], entry as unknown]));
  const mistakes: MergeMistake[] = [];
  override.forEach((entry, index) => {
    const place = [...path, index];
    if (!isBlock(entry) || entry['id'] === undefined) {
      mistakes.push({ path: place, details: { path: formatPath(place), message: 'the entry has no id' } });
      return;
    }
    const { remove, add, ...values } = entry;
    const known = entries.get(values['id']);
    if (known === undefined && add === true) entries.set(values['id'], values);
    else if (known === undefined) mistakes.push(unknownId(values['id'], place, [...entries.keys()].map(String)));
    else if (remove === true) entries.delete(values['id']);
    else {
      const result = mergeTemplate(known, values, place);
      entries.set(values['id'], result.value);
      mistakes.push(...result.mistakes);
    }
  });
  return { value: [...entries.values()], mistakes };
}

function unknownId(id: unknown, entry: Path, known: readonly string[]): MergeMistake {
  const path = [...entry, 'id'];
  const written = String(id);
  return {
    path,
    details: {
      path: formatPath(path),
      message: `${quote(written)} is not an entry of the template that ships with cam`,
      ...detailsOf({ written, allowed: known, remedy: 'A new entry says add: true.' }),
    },
  };
}

function nothingToRemove(key: string, path: Path, known: readonly string[]): MergeMistake {
  return {
    path,
    details: {
      path: formatPath(path),
      message: `${quote(key)} is not in the template that ships with cam, so it cannot be taken out`,
      ...detailsOf({ written: key, allowed: known }),
    },
  };
}

function childOf(parent: unknown, part: PropertyKey): unknown {
  if (Array.isArray(parent)) return typeof part === 'number' ? (parent as unknown[])[part] : undefined;
  return isBlock(parent) && Object.hasOwn(parent, part) ? parent[String(part)] : undefined;
}

function indexOfId(list: unknown, id: unknown): number | undefined {
  const index = Array.isArray(list) ? list.findIndex((entry) => isBlock(entry) && entry['id'] === id) : -1;
  return index < 0 ? undefined : index;
}

function isIdentified(value: unknown): value is readonly Values[] {
  return Array.isArray(value) && value.length > 0 && value.every((entry) => isBlock(entry) && 'id' in entry);
}

function isBlock(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
