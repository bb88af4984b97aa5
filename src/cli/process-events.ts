import { EXIT } from './command.ts';

export interface ProcessEvents {
  /** Says one line about the interruption. */
  readonly interrupted: () => void;
  /** Reports an error nobody waited for and returns the exit code. */
  readonly failed: (error: unknown) => number;
}

/** Ctrl-C, a reader that stops reading (`cam … | head`) and errors outside any promise we wait for. */
export function watchProcess({ interrupted, failed }: ProcessEvents): void {
  process.once('SIGINT', () => {
    interrupted();
    process.exit(EXIT.interrupted);
  });
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  // Without a reader for progress and warnings the work itself still goes on.
  process.stderr.on('error', () => undefined);
  process.on('uncaughtException', (error) => process.exit(failed(error)));
}
