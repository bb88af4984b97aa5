// A deck for each of 40 partners of the sample kind, from the territory's files to the decks on the disk: cam, the same program with the
// deck library's own compressed writing, and the least that any program writing the same decks must do.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildStockProgram } from './decks/stock-program.mjs';
import { unpackDecks } from './decks/unpack-decks.mjs';
import { writeTerritory } from './decks/write-territory.mjs';

const CAM = fileURLToPath(new URL('../bin/cam.js', import.meta.url));
const FLOOR = fileURLToPath(new URL('./decks/floor.mjs', import.meta.url));
const PARTNERS = 40;

export async function decks() {
  const folder = mkdtempSync(join(tmpdir(), 'cam-bench-'));
  const territory = join(folder, 'territory');
  writeTerritory(territory, PARTNERS);
  const stock = await buildStockProgram(join(folder, 'stock'));
  const write = (program, out) => [program, 'qbr', '--all', '--quiet', '--workspace', territory, '--out', out];
  run(write(CAM, join(folder, 'model')));
  const parts = join(folder, 'parts');
  unpackDecks(join(folder, 'model'), parts, PARTNERS);
  return {
    title: `${PARTNERS} decks, from files to files`,
    runs: 7,
    programs: [
      { name: 'cam', command: (round) => write(CAM, join(folder, `cam-${round}`)) },
      { name: "the library's compressed stream", command: (round) => write(stock, join(folder, `stock-${round}`)) },
      { name: 'the floor', command: (round) => [FLOOR, parts, join(folder, `floor-${round}`)] },
    ],
    goals: [
      { program: 'cam', against: "the library's compressed stream", atMost: 0.4 },
      { program: 'cam', against: 'the floor', atMost: 3 },
    ],
    cleanUp: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function run(argv) {
  const { status, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${argv.join(' ')} ended with ${status}: ${stderr}`);
}
