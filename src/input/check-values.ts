import type { Document } from 'yaml';
import type * as z from 'zod';
import { singleLine } from '../units/clean-text.ts';
import { plainWords, remedyFor } from './describe-issue.ts';
import { nearest } from './nearest.ts';
import { formatPath, type PlaceProblem, type Problem, type ProblemDetails } from './problem.ts';
import { keysAt } from './schema-keys.ts';
import { placeOfKey, placeOfPath } from './yaml-place.ts';

/** Plain values with the means to say where each of them was written. */
export interface WrittenValues {
  readonly value: unknown;
  readonly text: string;
  /** Called only when there is a problem to place. */
  document(): Document.Parsed;
  readonly place: PlaceProblem;
  /** Where a path of the values stands in the text, when the two differ. */
  pathInText?(path: readonly PropertyKey[]): readonly PropertyKey[];
}

const LONGEST_QUOTE = 60;

/** The schema library compiles an object's check when it is first used; that costs more than it saves, even over thousands of files. */
export const UNCOMPILED = { jitless: true } as const;

/** Validates values against a schema; every problem is named at once, each where it was written. */
export function checkValues<S extends z.ZodType>(
  schema: S,
  written: WrittenValues,
): { readonly value?: z.output<S>; readonly problems: readonly Problem[] } {
  const result = schema.safeParse(written.value, { ...UNCOMPILED, error: plainWords, reportInput: true });
  if (result.success) return { value: result.data, problems: [] };
  return { problems: telling(result.error.issues).flatMap((issue) => problemsOf(issue, schema, written)) };
}

/** Quotes what was written, on one line and not too long. */
export function quote(written: string): string {
  const line = singleLine(written);
  return `"${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 1).trimEnd()}…` : line}"`;
}

/** The clause about one value: what was written, in quotes when it is text, and what the schema says of it. */
export function clauseAbout(shown: string | undefined, words: string): string {
  if (shown === undefined || shown === '""') return words;
  return /^(must|is) /.test(words) ? `${shown} ${words}` : `${shown} does not fit: ${words}`;
}

/**
 * The issues that tell something: the first one of each value, and of a block as a whole only when none of its keys is unknown,
 * because a misspelt key is the reason for what seems to be missing.
 */
function telling(issues: readonly z.core.$ZodIssue[]): readonly z.core.$ZodIssue[] {
  const blocksWithUnknownKeys = issues.filter(({ code }) => code === 'unrecognized_keys').map(pathOf);
  const seen = new Set<string>();
  return issues.filter((issue) => {
    if (issue.code === 'unrecognized_keys') return true;
    if (issue.code === 'custom' && blocksWithUnknownKeys.includes(pathOf(issue))) return false;
    return !seen.has(pathOf(issue)) && seen.add(pathOf(issue));
  });
}

function pathOf({ path }: z.core.$ZodIssue): string {
  return formatPath(path);
}

/** The words that a failed check allows: those of an enumeration, or those that a check of the schema names itself. */
export function allowedBy(issue: z.core.$ZodIssue): readonly string[] | undefined {
  if (issue.code === 'invalid_value') return issue.values.length > 1 ? issue.values.map(String) : undefined;
  if (issue.code === 'invalid_union' && 'options' in issue) return issue.options?.map(String);
  const named: unknown = issue.code === 'custom' ? issue.params?.['allowed'] : undefined;
  return Array.isArray(named) ? named.map(String) : undefined;
}

/** The parts of a problem that are known, with the nearest allowed word. */
export function detailsOf({ written, allowed, remedy }: Pick<ProblemDetails, 'written' | 'allowed' | 'remedy'>) {
  const suggestion = written !== undefined && allowed ? nearest(written, allowed) : undefined;
  return {
    ...(written !== undefined && { written }),
    ...(allowed && allowed.length > 0 && { allowed }),
    ...(suggestion !== undefined && { suggestion }),
    ...(remedy !== undefined && { remedy }),
  };
}

function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType, written: WrittenValues): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(key, issue.path, schema, written));
  }
  const path = written.pathInText?.(issue.path) ?? issue.path;
  const range = placeOfPath(written.document(), path);
  const text = writtenText(issue.input, written.text.slice(range.start, range.end));
  const shown = typeof issue.input === 'string' ? quote(issue.input) : text;
  return [
    written.place(range, {
      ...(issue.path.length > 0 && { path: formatPath(path.length === issue.path.length ? path : issue.path) }),
      message: clauseAbout(shown, issue.message),
      ...detailsOf({ written: text, allowed: allowedBy(issue), remedy: remedyFor(issue, text) }),
    }),
  ];
}

function unknownKey(
  key: string,
  path: readonly PropertyKey[],
  schema: z.ZodType,
  { document, place, pathInText }: WrittenValues,
): Problem {
  const inText = pathInText?.(path) ?? path;
  return place(placeOfKey(document(), inText, key), {
    ...(path.length > 0 && { path: formatPath(inText) }),
    message: `${quote(key)} is not a key of ${path.length > 0 ? 'this block' : 'this file'}`,
    ...detailsOf({ written: key, allowed: keysAt(schema, path) }),
  });
}

/** Text is quoted as it is understood, a number as it was typed (1.10), a list or a block not at all. */
function writtenText(input: unknown, source: string): string | undefined {
  if (typeof input === 'string') return input;
  return typeof input === 'number' || typeof input === 'boolean' ? source : undefined;
}
