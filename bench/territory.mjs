// A territory of 8,500 partner files loaded and validated by cam, against the yaml library that only parses the same files.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeProfiles } from './territory/write-profiles.mjs';

const CAM = fileURLToPath(new URL('../bin/cam.js', import.meta.url));
const PARSE_ALONE = fileURLToPath(new URL('./territory/parse-alone.mjs', import.meta.url));
const PARTNERS = 8500;

export async function territory() {
  const folder = mkdtempSync(join(tmpdir(), 'cam-bench-'));
  writeProfiles(folder, PARTNERS);
  const check = [CAM, 'check', '--workspace', folder];
  const { status, stdout } = spawnSync(process.execPath, [...check, '--json'], { encoding: 'utf8' });
  const { partners } = JSON.parse(stdout).data;
  if (status !== 0 || partners !== PARTNERS)
    throw new Error(`cam check ended with ${status} and ${partners} partners.`);
  return {
    title: `${PARTNERS.toLocaleString('en-GB')} partner files`,
    runs: 5,
    programs: [
      { name: 'cam check', command: () => check },
      { name: 'the yaml library parses them', command: () => [PARSE_ALONE, join(folder, 'partners')] },
    ],
    goals: [{ program: 'cam check', against: 'the yaml library parses them', atMost: 0.25 }],
    cleanUp: () => rmSync(folder, { recursive: true, force: true }),
  };
}
