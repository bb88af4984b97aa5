import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SAMPLE = fileURLToPath(new URL('../../samples/territory/', import.meta.url));

/** Writes a territory of `count` partners: the sample's, again and again under further names, each with its own deals. */
export function writeTerritory(folder, count) {
  mkdirSync(join(folder, 'partners'), { recursive: true });
  cpSync(join(SAMPLE, 'cam.yaml'), join(folder, 'cam.yaml'));
  const ids = readdirSync(join(SAMPLE, 'partners')).sort();
  for (let index = 0; index < count; index += 1) {
    const id = ids[index % ids.length];
    const again = Math.floor(index / ids.length) + 1;
    const copy = join(folder, 'partners', again === 1 ? id : `${id}-${again}`);
    cpSync(join(SAMPLE, 'partners', id), copy, { recursive: true });
    if (again > 1) rename(copy, again);
  }
  writeFunds(folder, Math.ceil(count / ids.length));
}

/** The funds of every copy under its name. */
function writeFunds(folder, copies) {
  const [head, list] = readFileSync(join(SAMPLE, 'funds.yaml'), 'utf8').split(/(?<=^funds:\n)/m);
  const ofCopy = (again) =>
    again === 1 ? list : list.replace(/\b(id|partner): ([a-z0-9-]+)/g, (_, key, name) => `${key}: ${name}-${again}`);
  const held = (line) => existsSync(join(folder, 'partners', /partner: ([a-z0-9-]+)/.exec(line)?.[1] ?? ''));
  const lines = Array.from({ length: copies }, (_, index) => ofCopy(index + 1).split('\n')).flat();
  writeFileSync(join(folder, 'funds.yaml'), `${head}${lines.filter((line) => line !== '' && held(line)).join('\n')}\n`);
}

/** A second copy must not claim the first one's name, its keys in the CRM, its deals or its funds. */
function rename(partner, again) {
  edit(join(partner, 'partner.yaml'), (text) =>
    text.replace(/^((?:short_)?name: .*)$/gm, `$1 ${again}`).replace(/^(aliases|domains|crm_ids): .*\n/gm, ''),
  );
  for (const name of existsSync(join(partner, 'marketing')) ? readdirSync(join(partner, 'marketing')) : []) {
    edit(join(partner, 'marketing', name), (text) => text.replace(/\bfund: ([a-z0-9-]+)/g, `fund: $1-${again}`));
  }
  edit(join(partner, 'deals.csv'), (text) => text.replace(/^crm,/gm, `crm-${again},`));
}

function edit(path, change) {
  if (existsSync(path)) writeFileSync(path, change(readFileSync(path, 'utf8')));
}
