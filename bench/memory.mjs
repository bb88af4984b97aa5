// A territory of 100,000 deals exported as a workbook, the workbook brought back, and as many deals of a CRM imported: the most memory
// each takes, in megabytes of what the system says is resident. Nothing is timed, so one round tells.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeTables } from './spreadsheets/write-tables.mjs';
import { writeDeals } from './territory/write-deals.mjs';

const PEAK = fileURLToPath(new URL('./territory/peak-of-cam.mjs', import.meta.url));
const DEALS = 100_000;
const MOST = 512;

export async function memory() {
  const folder = mkdtempSync(join(tmpdir(), 'cam-bench-'));
  const territory = join(folder, 'territory');
  const book = join(folder, 'book.xlsx');
  writeDeals(territory, DEALS);
  await writeTables(folder, DEALS);
  const imported = (kind) => {
    const empty = join(folder, `of-${kind}`);
    mkdirSync(join(empty, 'partners'), { recursive: true });
    cpSync(join(territory, 'cam.yaml'), join(empty, 'cam.yaml'));
    const argv = ['import', join(folder, `${DEALS}.${kind}`), '--workspace', empty, '--create-partners', '--no-input'];
    return { name: `cam import of a CRM's ${kind}`, argv };
  };
  const steps = [
    { name: 'cam export', argv: ['export', book, '--workspace', territory] },
    { name: 'cam import of it', argv: ['import', book, '--workspace', territory, '--no-input'] },
    { name: 'cam partner list on it', argv: ['partner', 'list', '--workspace', book] },
    { name: 'cam init --from it', argv: ['init', join(folder, 'again'), '--from', book, '--no-input'] },
    imported('xlsx'),
    imported('csv'),
  ];
  return {
    title: `Workbooks and tables of ${DEALS.toLocaleString('en-GB')} deals, memory`,
    peaks: () => steps.map(({ name, argv }) => ({ name, megabytes: peakOf(argv), atMost: MOST })),
    cleanUp: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function peakOf(argv) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PEAK, ...argv], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`cam ${argv.join(' ')} ended with ${status}: ${stderr}`);
  return Number(stdout);
}
