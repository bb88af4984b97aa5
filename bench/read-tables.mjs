// Tables of 5,000 and 100,000 rows of ten columns, read by the reader that every import goes through, against the workbook library's own
// reader, which makes a tree of the file. Each program is bundled alike, reads the file and counts its rows.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleProgram } from './bundle-program.mjs';
import { writeTables } from './spreadsheets/write-tables.mjs';

const PROGRAMS = fileURLToPath(new URL('./spreadsheets/', import.meta.url));
const SIZES = [5_000, 100_000];

export async function spreadsheets() {
  const folder = mkdtempSync(join(tmpdir(), 'cam-bench-'));
  for (const size of SIZES) await writeTables(folder, size);
  const [ours, library] = await Promise.all([
    bundleProgram(join(PROGRAMS, 'read-with-cam.mjs'), folder),
    bundleProgram(join(PROGRAMS, 'read-with-library.mjs'), folder),
  ]);
  const named = (size) => size.toLocaleString('en-GB');
  return {
    title: `Tables of ${SIZES.map(named).join(' and ')} rows`,
    runs: 5,
    programs: SIZES.flatMap((size) => [
      { name: `${named(size)} rows of xlsx`, command: () => [ours, join(folder, `${size}.xlsx`), `${size}`] },
      { name: `${named(size)} rows of CSV`, command: () => [ours, join(folder, `${size}.csv`), `${size}`] },
      { name: `${named(size)} rows, library`, command: () => [library, join(folder, `${size}.xlsx`), `${size}`] },
    ]),
    goals: SIZES.flatMap((size) => [
      { program: `${named(size)} rows of xlsx`, against: `${named(size)} rows, library`, atMost: 0.7 },
      { program: `${named(size)} rows of CSV`, against: `${named(size)} rows, library`, atMost: 0.2 },
    ]),
    cleanUp: () => rmSync(folder, { recursive: true, force: true }),
  };
}
