import { EXIT } from './command.ts';
import type { Progress } from './progress.ts';

/** Ends quietly when the reader of the output stops reading, as in `cam partner list | head -1`. */
export function leaveWhenNobodyReads(stdout: NodeJS.EventEmitter): void {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

export interface ProcessEvents {
  readonly progress: Progress;
  /** Reports an error nobody waited for and returns the exit code. */
  readonly failed: (error: unknown) => number;
}

/** Has something done when the program ends, also by Ctrl-C or an error. */
export function atExit(action: () => void): void {
  process.once('exit', action);
}

/** Ctrl-C, and errors outside any promise we wait for. */
export function watchProcess({ progress, failed }: ProcessEvents): void {
  process.once('SIGINT', () => {
    progress.clear();
    process.stderr.write('\nInterrupted. Every file written so far is whole.\n');
    process.exit(EXIT.interrupted);
  });
  process.on('uncaughtException', (error) => process.exit(failed(error)));
  // Without a reader for the lines about progress the work itself goes on.
  process.stderr.on('error', () => undefined);
}
