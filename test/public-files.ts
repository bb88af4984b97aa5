import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Public exports and workbooks to practise on; they lie beside the repository and are not part of it. */
const FOLDER = fileURLToPath(new URL('../../shared/data/', import.meta.url));

/** The whole path of a public file. */
export function publicFile(name: string): string {
  return join(FOLDER, name);
}

/** Whether they are there; where not, tests on them are left out. */
export const havePublicFiles = existsSync(FOLDER);

/** What the title of such tests ends with, so that nobody takes left out for passed. */
export const WHERE_LEFT_OUT = havePublicFiles ? '' : ` (left out: there is no ${FOLDER})`;
