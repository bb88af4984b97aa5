import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for the time of one command, which nobody but its owner can read. */
export interface PrivateFolder {
  readonly path: string;
  /** Takes it away with all it holds; at once, so that it can be done while a program ends. */
  remove(): void;
  /** The same while files may still be on their way into it: those under way make it anew after it was taken away. */
  removeAtEnd(): void;
}

/** Makes a folder among the system's temporary ones. */
export function privateFolder(): PrivateFolder {
  const path = mkdtempSync(join(tmpdir(), 'cam-'));
  const remove = () => rmSync(path, { recursive: true, force: true, maxRetries: LOOKS, retryDelay: MILLISECONDS });
  return {
    path,
    remove,
    removeAtEnd() {
      if (!existsSync(path)) return;
      for (let look = 0; look < LOOKS; look += 1) {
        remove();
        pause();
      }
    },
  };
}

/** A write under way takes a few milliseconds. */
const LOOKS = 4;
const MILLISECONDS = 15;

/** Waits without giving way: the program is ending. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, MILLISECONDS);
}
