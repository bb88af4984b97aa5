import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for the time of one command, which nobody but its owner can read. */
export interface PrivateFolder {
  readonly path: string;
  /** Takes it away with all it holds; at once, so that it can be done while a program ends. What is written into it is written `untilWritten`. */
  remove(): void;
}

/** Makes a folder among the system's temporary ones. */
export function privateFolder(): PrivateFolder {
  const path = mkdtempSync(join(tmpdir(), 'cam-'));
  return {
    path,
    // Some systems do not let go of a file while it is still being read.
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 4, retryDelay: 15 }),
  };
}
