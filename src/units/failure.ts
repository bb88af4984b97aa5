/** What may be typed instead, under a short heading. */
export interface Choices {
  readonly heading: string;
  readonly names: readonly string[];
}

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
    /** All that may be typed instead, where it is too much for the line of the remedy. */
    readonly choices: readonly Choices[] = [],
  ) {
    super(message);
    this.name = 'Failure';
  }
}
