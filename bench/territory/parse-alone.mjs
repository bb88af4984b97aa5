// Parses every partner.yaml below a folder with the yaml library and does nothing else. node parse-alone.mjs PARTNERS
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const [folder] = process.argv.slice(2);
let read = 0;
for (const id of readdirSync(folder)) {
  if (typeof parse(readFileSync(join(folder, id, 'partner.yaml'), 'utf8')).name === 'string') read += 1;
}
if (read === 0) process.exitCode = 1;
