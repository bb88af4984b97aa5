import type * as z from 'zod';
import { plainReaderOf } from '../schema/plain-reader.ts';
import { checkValues, UNCOMPILED } from './check-values.ts';
import { parseYaml } from './parse-yaml.ts';
import { parsePlainYaml } from './plain-yaml.ts';
import { formatPath, placeProblemsIn, type Problem, type ProblemDetails } from './problem.ts';
import { placeOfPath } from './yaml-place.ts';

/** What a file says, or everything that is wrong with it. */
export interface FileReading<T> {
  /** Undefined when the file has an error. */
  readonly value?: T;
  readonly problems: readonly Problem[];
  /** A problem at a place of the data, for checks that need other files. */
  problemAt(path: readonly PropertyKey[], details: ProblemDetails): Problem;
}

/**
 * Reads a YAML text against a schema. `file` is the name to report. All problems of the text come at once: mistakes of syntax
 * alone, because values read past them cannot be trusted; otherwise every value and key that the schema refuses.
 */
export function readYaml<S extends z.ZodType>(text: string, file: string, schema: S): FileReading<z.output<S>> {
  const place = placeProblemsIn(file, text);
  const problemAt: FileReading<never>['problemAt'] = (path, details) =>
    place(placeOfPath(parseYaml(text, place).document, path), { path: formatPath(path), ...details });
  const plain = parsePlainYaml(text);
  const quick = plain && readPlainly(plain, schema);
  if (quick !== undefined) return { value: quick, problems: [], problemAt };
  const { document, value, problems } = parseYaml(text, place);
  if (problems.length > 0) return { problems, problemAt };
  return { ...checkValues(schema, { value, text, document: () => document, place }), problemAt };
}

/** Undefined where the schema refuses something; nothing is said of it yet. */
function readPlainly<S extends z.ZodType>(plain: unknown, schema: S): z.output<S> | undefined {
  const quick = plainReaderOf(schema)?.(plain);
  if (quick !== undefined) return quick as z.output<S>;
  return schema.safeParse(plain, UNCOMPILED).data;
}
