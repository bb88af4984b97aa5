/**
 * Something in a file that a person has to mend (error) or should look at (warning). One message is one clause without a full
 * stop; the place, what was written and what is allowed are kept apart, so that each page can print them its own way.
 */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** Relative to the territory, with forward slashes. */
  readonly file: string;
  /** From 1; a problem of the file as a whole has none. */
  readonly line?: number;
  /** From 1, in UTF-16 units. */
  readonly column?: number;
  /** How much of the line is meant, at least 1. */
  readonly length?: number;
  /** Where in the data: `targets[0].agreed`, or the column of a table. */
  readonly path?: string;
  readonly message: string;
  readonly written?: string;
  readonly allowed?: readonly string[];
  /** The allowed word that is nearest to what was written. */
  readonly suggestion?: string;
  /** What to do, where the message does not say it: one sentence. */
  readonly remedy?: string;
  /** Id of the partner whose files cannot be used because of it. */
  readonly partner?: string;
  /** The line and its neighbours as they stand in the file. */
  readonly excerpt?: Excerpt;
}

/** Lines of a file, the first one's number from 1. */
export interface Excerpt {
  readonly firstLine: number;
  readonly lines: readonly string[];
}

/** What a problem says, without its place. */
export type ProblemDetails = Pick<
  Problem,
  'path' | 'message' | 'written' | 'allowed' | 'suggestion' | 'remedy' | 'partner'
> & { readonly severity?: Problem['severity'] };

/** A part of a text by its offsets; `end` is the first offset after it. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Turns offsets of one text into problems with line, column and the lines around them. */
export type PlaceProblem = (range: TextRange | undefined, details: ProblemDetails) => Problem;

const LONGEST_EXCERPT_LINE = 400;
const LINES_BEFORE = 2;

/** Problems of one file: the lines are counted once, at the first problem. Without a range the whole file is meant. */
export function placeProblemsIn(file: string, text: string): PlaceProblem {
  let starts: readonly number[] | undefined;
  return (range, { severity = 'error', ...details }) => {
    if (!range) return { severity, file, ...details };
    starts ??= lineStarts(text);
    const line = lineAt(starts, range.start);
    const lineStart = starts[line - 1]!;
    const lineEnd = endOfLine(text, lineStart);
    const start = Math.min(range.start, lineEnd);
    return {
      severity,
      file,
      line,
      column: start - lineStart + 1,
      length: Math.max(1, Math.min(range.end, lineEnd) - start),
      ...details,
      excerpt: excerptAround(text, starts, line),
    };
  };
}

/** A path as people write it: `targets[0].agreed`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index ? '.' : ''}${String(part)}`))
    .join('');
}

function excerptAround(text: string, starts: readonly number[], line: number): Excerpt {
  const first = Math.max(1, line - LINES_BEFORE);
  const last = Math.min(starts.length, line + 1);
  const lines = starts.slice(first - 1, last).map((start, index) => {
    const whole = text.slice(start, endOfLine(text, start));
    return first + index === line ? whole : whole.slice(0, LONGEST_EXCERPT_LINE);
  });
  if (lines.length > 1 && last > line && lines.at(-1) === '') lines.pop();
  return { firstLine: first, lines };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

function endOfLine(text: string, start: number): number {
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  return end > start && text[end - 1] === '\r' ? end - 1 : end;
}
