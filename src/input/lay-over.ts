import type * as z from 'zod';
import { checkValues } from './check-values.ts';
import { mergeTemplate, pathInOverride } from './merge-template.ts';
import { parseYaml } from './parse-yaml.ts';
import { formatPath, type PlaceProblem, type Problem, type ProblemDetails } from './problem.ts';
import { placeOfKey, placeOfPath } from './yaml-place.ts';

/** What came of it, with the place of any key for checks that need other files; it is there when the text could be read. */
export interface LaidOver<T> {
  readonly value?: T;
  readonly problems: readonly Problem[];
  problemAtKey?(path: readonly PropertyKey[], details: ProblemDetails): Problem;
}

/**
 * Lays a YAML text, which says only what differs, over plain values and checks what comes of it. Problems stand where the text says
 * something.
 */
export function layOver<S extends z.ZodType>(
  values: unknown,
  { text, schema, place }: { readonly text: string; readonly schema: S; readonly place: PlaceProblem },
): LaidOver<z.output<S>> {
  const parsed = parseYaml(text, place);
  if (parsed.problems.length > 0) return { problems: parsed.problems };
  const { value, mistakes } = mergeTemplate(values, parsed.value);
  if (mistakes.length > 0) {
    return { problems: mistakes.map(({ path, details }) => place(placeOfPath(parsed.document, path), details)) };
  }
  const pathInText = (path: readonly PropertyKey[]) => pathInOverride(value, parsed.value, path);
  return {
    ...checkValues(schema, { value, text, document: () => parsed.document, place, pathInText }),
    problemAtKey: (path, details) => {
      const written = pathInText(path);
      const range = placeOfKey(parsed.document, written.slice(0, -1), written.at(-1) ?? '');
      return place(range ?? placeOfPath(parsed.document, written), { path: formatPath(path), ...details });
    },
  };
}
