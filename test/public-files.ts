import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

/** Public exports and workbooks to practise on; they lie beside the repository and are not part of it. */
const FOLDER = fileURLToPath(new URL('../../shared/data/', import.meta.url));

/** The whole path of a public file. */
export function publicFile(name: string): string {
  return join(FOLDER, name);
}

/** Tests on public files: where there are none they are left out, and their title says so. */
export function describeWithPublicFiles(title: string, tests: () => void): void {
  const areThere = existsSync(FOLDER);
  describe.skipIf(!areThere)(`${title}${areThere ? '' : ` (left out: there is no ${FOLDER})`}`, () => tests());
}
