import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for the time of one command, which nobody but its owner can read. */
export interface PrivateFolder {
  readonly path: string;
  /** Takes it away with all it holds; at once, so that it can be done while a program ends. */
  remove(): void;
}

/** Makes a folder among the system's temporary ones. */
export function privateFolder(): PrivateFolder {
  const path = mkdtempSync(join(tmpdir(), 'cam-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
