/** What spreadsheet programs take for the start of a formula, with any apostrophes already in front of it. */
const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;
const NEGATIVE_NUMBER = /^-\d+(\.\d+)?$/;

/**
 * A text that cannot run as a formula when a spreadsheet program opens it from a CSV file: an apostrophe stands in front of what would.
 * Negative numbers stay as they are.
 */
export function withGuard(text: string): string {
  return FORMULA.test(text) && !NEGATIVE_NUMBER.test(text) ? `'${text}` : text;
}

/** The text as it was before it was guarded: for files of ours only, another's apostrophe may be part of the text. */
export function withoutGuard(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
