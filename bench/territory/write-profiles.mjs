import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SAMPLE = fileURLToPath(new URL('../../samples/territory/', import.meta.url));

/** Writes a territory of `count` partners that have nothing but their profile: the sample's, each under a name of its own. */
export function writeProfiles(folder, count) {
  mkdirSync(join(folder, 'partners'), { recursive: true });
  cpSync(join(SAMPLE, 'cam.yaml'), join(folder, 'cam.yaml'));
  const profiles = readdirSync(join(SAMPLE, 'partners'))
    .sort()
    .map((id) => ({ id, text: readFileSync(join(SAMPLE, 'partners', id, 'partner.yaml'), 'utf8') }));
  for (let index = 0; index < count; index += 1) {
    const { id, text } = profiles[index % profiles.length];
    const again = Math.floor(index / profiles.length) + 1;
    const partner = join(folder, 'partners', `${id}-${again}`);
    mkdirSync(partner);
    writeFileSync(join(partner, 'partner.yaml'), underOwnNames(text, again));
  }
}

function underOwnNames(text, again) {
  return text
    .replace(/^((?:short_)?name: .*)$/gm, `$1 ${again}`)
    .replace(/\b[\w.-]+\.example\b/g, (domain) => `p${again}.${domain}`)
    .replace(/\bACC-/g, `ACC-${again}-`);
}
