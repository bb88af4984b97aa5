import { cutText } from '../units/cut-text.ts';

export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface Progress {
  /** Says what is under way. */
  show(line: string): void;
  /** Takes the last line away before something else is printed. */
  clear(): void;
}

const CLEAR_LINE = '\r\u001b[K';

/** Lines about work under way: one that renews itself on a person's terminal, one after the other in a log. */
export function progressOn(
  stream: ProgressStream,
  { quiet, renewing }: { quiet: boolean; renewing: boolean },
): Progress {
  if (quiet) return { show: () => undefined, clear: () => undefined };
  if (!renewing || stream.isTTY !== true) {
    return { show: (line) => void stream.write(`${line}\n`), clear: () => undefined };
  }
  let standing = false;
  return {
    show(line) {
      // A line that wraps could not be taken away again.
      stream.write(CLEAR_LINE + cutText(line, Math.max(20, (stream.columns ?? 80) - 1)));
      standing = true;
    },
    clear() {
      if (standing) stream.write(CLEAR_LINE);
      standing = false;
    },
  };
}
