import { parseDocument } from 'yaml';
import type * as z from 'zod';
import { checkValues } from './check-values.ts';
import { parseYaml } from './parse-yaml.ts';
import { formatPath, placeProblemsIn } from './problem.ts';
import type { FileReading } from './read-yaml.ts';
import { placeOfPath } from './yaml-place.ts';

/**
 * Reads a JSON text against a schema, every problem with its place. The engine's own parser reads; only to place a problem is the
 * text parsed once more as YAML, of which JSON is a part.
 */
export function readJson<S extends z.ZodType>(text: string, file: string, schema: S): FileReading<z.output<S>> {
  const place = placeProblemsIn(file, text);
  const document = () => parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
  const problemAt: FileReading<never>['problemAt'] = (path, details) =>
    place(placeOfPath(document(), path), { path: formatPath(path), ...details });
  try {
    const value: unknown = JSON.parse(text);
    return { ...checkValues(schema, { value, text, document, place }), problemAt };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const mistakes = parseYaml(text, place).problems;
    const message = 'the file is not JSON: a comma too many, a missing quote or bracket';
    return { problems: mistakes.length > 0 ? mistakes : [place(undefined, { message })], problemAt };
  }
}
