import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SAMPLE = fileURLToPath(new URL('../../samples/territory/', import.meta.url));
const PARTNERS = 40;

/** Writes a territory of forty partners with `count` deals together: those of the sample, each under an id and a name of its own. */
export function writeDeals(folder, count) {
  const { header, rows } = sampleDeals();
  mkdirSync(join(folder, 'partners'), { recursive: true });
  cpSync(join(SAMPLE, 'cam.yaml'), join(folder, 'cam.yaml'));
  for (let partner = 0; partner < PARTNERS; partner += 1) {
    const home = join(folder, 'partners', `partner-${partner + 1}`);
    mkdirSync(home);
    writeFileSync(join(home, 'partner.yaml'), `name: Partner ${partner + 1}\ntype: var\n`);
    const own = Array.from({ length: count / PARTNERS }, (_, index) => {
      const number = partner * (count / PARTNERS) + index;
      return underOwnName(rows[number % rows.length], number);
    });
    writeFileSync(join(home, 'deals.csv'), `${[header, ...own].join('\n')}\n`);
  }
}

/** The deals of the partners that have the most usual columns. */
function sampleDeals() {
  const files = readdirSync(join(SAMPLE, 'partners'))
    .sort()
    .map((id) => join(SAMPLE, 'partners', id, 'deals.csv'))
    .flatMap((path) => [readLines(path)].filter(Boolean));
  const [{ header }] = files.toSorted((a, b) => b.header.length - a.header.length);
  return { header, rows: files.filter((file) => file.header === header).flatMap(({ rows }) => rows) };
}

function readLines(path) {
  try {
    const [header, ...rows] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
    return { header, rows: rows.filter((row) => /^crm,OPP-\d+,/.test(row)) };
  } catch {
    return undefined;
  }
}

function underOwnName(row, number) {
  return row.replace(/^crm,OPP-\d+,("?)/, (_, quote) => `crm,OPP-${100_000 + number},${quote}${number % 5_000} `);
}
