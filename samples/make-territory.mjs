// Writes the sample territory: node samples/make-territory.mjs [folder]
// Its figures are in territory-numbers.yaml, its names and sentences in territory-words.yaml, its
// business plans in territory-plans.yaml, its marketing plans in territory-marketing.yaml.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { territoryFiles } from './make-territory/territory-files.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2] ?? join(here, 'territory'));

const files = territoryFiles(await readYaml('territory-numbers.yaml'), await readYaml('territory-words.yaml'), {
  questionnaire: await readYaml('../templates/capability-questionnaire.yaml'),
  assumptions: await readYaml('../templates/business-plan-assumptions.yaml'),
  plans: await readYaml('territory-plans.yaml'),
  marketing: await readYaml('territory-marketing.yaml'),
});
await rm(join(target, 'partners'), { recursive: true, force: true });
for (const [path, text] of files) {
  const file = join(target, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
console.log(`${files.size} files in ${target}`);

async function readYaml(name) {
  return parse(await readFile(join(here, name), 'utf8'));
}
