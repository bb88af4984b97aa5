import type * as z from 'zod';

type Issue = z.core.$ZodRawIssue;

/**
 * Words for the checks of a schema that bring none of their own; handed to zod as the error map of one parse, so that a message
 * written in a schema wins.
 */
export function plainWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input);
    case 'invalid_value':
      return issue.input === undefined ? 'is missing' : notAllowed(issue.values);
    case 'too_small':
      return limit(`at least ${issue.minimum}`, issue.origin);
    case 'too_big':
      return limit(`at most ${issue.maximum}`, issue.origin);
    case 'invalid_union':
      if (Array.isArray(issue.options) && issue.input !== undefined) return 'is not one of the allowed values';
      return issue.input === undefined ? 'is missing' : `must be ${expectedOfUnion(issue.errors)}`;
    default:
      return 'is not allowed here';
  }
}

/** What to do about a value of the wrong type, when it is plain from what was written. */
export function remedyFor(issue: z.core.$ZodIssue, written: string | undefined): string | undefined {
  if (issue.code !== 'invalid_type' || issue.input === undefined) return undefined;
  if (issue.input === null) return 'Write a value, or delete the line.';
  if (issue.expected === 'string' && written !== undefined && typeof issue.input !== 'object') {
    return `Put it in quotes: "${written}".`;
  }
  if (issue.expected === 'number' && /^[^\d]{0,4}-?[\d.,' ]*\d[^\d]{0,4}$/.test(written ?? '')) {
    return 'Write the number alone: 1240.50, without thousands separators, currency or %.';
  }
  if (issue.expected === 'array') return 'Write a list: each entry on a line of its own after "- ".';
  return undefined;
}

function wrongType(expected: string, input: unknown): string {
  if (input === undefined) return 'is missing';
  if (input === null) return 'is empty';
  return `must be ${TYPE_WORDS[expected] ?? expected}, not ${nameOf(input)}`;
}

function notAllowed(values: readonly unknown[]): string {
  return values.length === 1 ? `must be ${String(values[0])}` : 'is not one of the allowed values';
}

function limit(bound: string, origin: string): string {
  const unit = { string: 'characters', array: 'entries' }[origin];
  return unit ? `must have ${bound} ${unit}` : `must be ${bound}`;
}

function expectedOfUnion(branches: readonly (readonly z.core.$ZodIssue[])[]): string {
  const expected = branches.flat().map((issue) => (issue.code === 'invalid_type' ? issue.expected : undefined));
  const words = [...new Set(expected.map((type) => (type === undefined ? undefined : TYPE_WORDS[type])))];
  return words.filter((word) => word !== undefined).join(' or ') || 'written in another form';
}

function nameOf(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'number') return Number.isInteger(input) ? 'a number' : 'a number with decimals';
  return { string: 'text', boolean: 'true or false', object: 'a block of keys' }[typeof input as string] ?? 'this';
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a block of keys',
  record: 'a block of keys',
};
