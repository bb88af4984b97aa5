// What it costs to ask for help: the whole process against one that does nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CAM = fileURLToPath(new URL('../bin/cam.js', import.meta.url));

export async function help() {
  const folder = mkdtempSync(join(tmpdir(), 'cam-bench-'));
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, '');
  return {
    title: 'cam --help against an empty program',
    runs: 25,
    programs: [
      { name: 'empty program', command: () => [empty] },
      { name: 'cam --help', command: () => [CAM, '--help'] },
      { name: 'cam --version', command: () => [CAM, '--version'] },
    ],
    goals: [{ program: 'cam --help', against: 'empty program', atMost: 1.25 }],
    cleanUp: () => rmSync(folder, { recursive: true, force: true }),
  };
}
