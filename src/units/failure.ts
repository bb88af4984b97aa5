/**
 * A person's mistake: said in plain words with the way out, never with a stack trace.
 * `usage`: the command line was wrong or a terminal is needed (exit 2); `data`: a file needs fixing (exit 1).
 */
export class Failure extends Error {
  constructor(
    readonly kind: 'usage' | 'data',
    message: string,
    /** What to do about it: one line. */
    readonly remedy?: string,
  ) {
    super(message);
    this.name = 'Failure';
  }
}
