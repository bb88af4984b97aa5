import type * as z from 'zod';
import type { Schema } from '../schema/schema-parts.ts';
import { allowedBy, clauseAbout, detailsOf, quote } from './check-values.ts';
import { plainWords } from './describe-issue.ts';

/** Something that a schema says against values out of the cells of a row. */
export interface SchemaProblem {
  /** Where in the values. */
  readonly path: readonly PropertyKey[];
  /** Says it; the cell's name stands for a value that is not there. */
  readonly why: (name: string | undefined) => string;
}

/** Checks values that came out of cells; a cell has no text to quote around it, so the words are shorter than for a file. */
export function checkCells(schema: Schema, values: unknown): readonly SchemaProblem[] {
  const result = schema.safeParse(values, { error: plainWords, reportInput: true });
  if (result.success) return [];
  return result.error.issues.map((issue) => ({ path: issue.path, why: (name) => wordsOf(issue, name) }));
}

function wordsOf(issue: z.core.$ZodIssue, name: string | undefined): string {
  const allowed = allowedBy(issue);
  const choices = allowed ? `: ${allowed.join(', ')}` : '';
  if (name !== undefined && (issue.input === undefined || issue.input === '')) {
    return `${name} is missing${allowed ? `; it is one of${choices}` : ''}`;
  }
  const isWord = typeof issue.input === 'string' || typeof issue.input === 'number';
  const written = isWord ? String(issue.input) : undefined;
  const { suggestion } = detailsOf({ ...(written !== undefined && { written }), ...(allowed && { allowed }) });
  const clause = clauseAbout(written === undefined ? undefined : quote(written), issue.message);
  return suggestion === undefined ? clause + choices : `${clause}; did you mean ${suggestion}?`;
}
