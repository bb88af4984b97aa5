import { endWriting } from '../app/end-writing.ts';
import { EXIT } from './command.ts';
import type { Progress } from './progress.ts';

/** Ends quietly when the reader of the output stops reading, as in `cam partner list | head -1`. */
export function leaveWhenNobodyReads(stdout: NodeJS.EventEmitter): void {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    leave();
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

/** Ctrl-C, a closed window, the system's request to end. */
const INTERRUPTIONS = ['SIGINT', 'SIGHUP', 'SIGTERM'] as const;

/** Interruptions, and errors outside any promise we wait for. What is being written is finished; a second Ctrl-C waits for nothing. */
export function watchProcess({ progress, failed }: ProcessEvents): void {
  for (const signal of INTERRUPTIONS) {
    process.once(signal, () => {
      leave(() => {
        progress.clear();
        process.stderr.write('\nInterrupted. Every file written so far is whole.\n');
        return EXIT.interrupted;
      });
    });
  }
  process.on('uncaughtException', (error) => leave(() => failed(error)));
  // Without a reader for the lines about progress the work itself goes on.
  process.stderr.on('error', () => undefined);
}

let isLeaving = false;

/** Ends the program with the code that `last` returns, or with the one it has; the first cause is the one that counts. */
function leave(last?: () => number): void {
  if (isLeaving) return;
  isLeaving = true;
  void endWriting().then(() => process.exit(last?.()));
}
