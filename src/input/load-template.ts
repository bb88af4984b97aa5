import { join } from 'node:path';
import type * as z from 'zod';
import { UNCOMPILED } from './check-values.ts';
import { layOver } from './lay-over.ts';
import { packagePath } from './package-folder.ts';
import { parsePlainYaml } from './plain-yaml.ts';
import { parseYaml } from './parse-yaml.ts';
import { placeProblemsIn, type Problem, type ProblemDetails } from './problem.ts';
import { readText } from './read-text.ts';

/** A template that ships with the program, with the territory's override laid over it. */
export interface TemplateReading<T> {
  readonly value?: T;
  readonly problems: readonly Problem[];
  /** True when the territory has an override of its own. */
  readonly overridden: boolean;
  /** A problem at a key of the override, for checks that need other templates; only there is an override. */
  problemAtKey?(path: readonly PropertyKey[], details: ProblemDetails): Problem;
}

const MOST_BYTES = 4_000_000;

/**
 * Loads `templates/<name>.yaml` of the program and lays `templates/<name>.yaml` of the territory over it. Problems stand in the
 * territory's file; a shipped template that does not fit its schema is a fault of the program and is thrown.
 */
export async function loadTemplate<S extends z.ZodType>(
  name: string,
  schema: S,
  territory?: string,
): Promise<TemplateReading<z.output<S>>> {
  const shipped = await readShipped(name);
  const file = `templates/${name}.yaml`;
  const override = territory ? await readText({ path: join(territory, file), file, maximumBytes: MOST_BYTES }) : {};
  if (override.problem) return { problems: [override.problem], overridden: true };
  if (override.text === undefined) return { value: schema.parse(shipped, UNCOMPILED), problems: [], overridden: false };
  const place = placeProblemsIn(file, override.text);
  return { ...layOver(shipped, { text: override.text, schema, place }), overridden: true };
}

async function readShipped(name: string): Promise<unknown> {
  const file = `templates/${name}.yaml`;
  const { text, problem } = await readText({ path: await packagePath(file), file, maximumBytes: MOST_BYTES });
  if (text === undefined) throw new Error(`The template ${file} of the program cannot be read: ${problem?.message}.`);
  const plain = parsePlainYaml(text);
  if (plain) return plain;
  const parsed = parseYaml(text, placeProblemsIn(file, text));
  const first = parsed.problems[0];
  if (first)
    throw new Error(`The template ${file} of the program has a mistake in line ${first.line}: ${first.message}.`);
  return parsed.value;
}
