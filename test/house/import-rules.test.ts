import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CHECK = join(ROOT, 'test', 'house', 'check-imports.mjs');

/** One forbidden import a rule: the rule, the module it is planted in, its text. */
const PLANTS: readonly (readonly [rule: string, module: string, text: string])[] = [
  ['units-imports', 'units/planted.ts', `import 'node:path';`],
  ['expression-imports', 'expression/planted.ts', `import '../document/block.ts';`],
  ['schema-imports', 'schema/planted.ts', `import 'yaml';`],
  ['domain-imports', 'domain/planted.ts', `import 'zod';`],
  ['domain-takes-only-types-of-schema', 'domain/planted-schema.ts', `import '../schema/values.ts';`],
  ['document-imports', 'document/planted.ts', `import '../domain/planted.ts';`],
  ['artifacts-imports', 'artifacts/planted.ts', `import 'node:fs';`],
  ['artifacts-takes-only-types-of-schema', 'artifacts/planted-schema.ts', `import '../schema/values.ts';`],
  ['ooxml-imports', 'ooxml/planted.ts', `import '../units/value.ts';`],
  ['render-imports', 'render/planted.ts', `import '../domain/planted.ts';`],
  ['input-imports', 'input/planted.ts', `import '../domain/planted.ts';`],
  ['output-imports', 'output/planted.ts', `import '../schema/values.ts';`],
  ['app-imports', 'app/planted.ts', `import '../cli/print/colours.ts';`],
  ['cli-imports', 'cli/planted.ts', `import 'node:fs';`],
  ['cli-takes-only-types-of-input', 'cli/planted-input.ts', `import '../input/planted.ts';`],
  ['exceljs-stays-at-home', 'render/markdown/planted.ts', `import 'exceljs';`],
  ['chalk-stays-at-home', 'render/json/planted.ts', `import 'chalk';`],
  ['commander-stays-at-home', 'app/planted-commander.ts', `import 'commander';`],
  ['inquirer-stays-at-home', 'cli/planted-prompt.ts', `import '@inquirer/prompts';`],
  ['formats-do-not-know-each-other', 'render/html/planted-format.ts', `import '../markdown/planted.ts';`],
  ['artifacts-have-one-door', 'artifacts/qbr/planted.ts', `import '../planted-artifact/inside.ts';`],
  ['only-summaries-read-siblings', 'artifacts/planted-artifact/inside.ts', `import '../qbr/planted.ts';`],
  ['product-stands-alone', 'app/planted-test.ts', `import '../../test/planted.ts';`],
  ['no-cycles', 'units/planted-circle.ts', `import './planted-cycle.ts';`],
  ['no-orphans', 'units/planted-orphan.ts', `export {};`],
  ['imports-exist', 'units/planted-nowhere.ts', `import './nowhere.ts';`],
  ['packages-are-declared', 'app/planted-package.ts', `import 'acorn';`],
];
/** Allowed imports that look like forbidden ones. */
const SOUND: readonly (readonly [module: string, text: string])[] = [
  ['domain/planted-sound.ts', `import type {} from '../schema/values.ts';\nimport '../units/value.ts';`],
  ['artifacts/qbr/planted-sound.ts', `import '../planted-artifact/index.ts';`],
  ['artifacts/planted-artifact/index.ts', `export {};`],
  ['render/xlsx/planted-sound.ts', `import '../../ooxml/parts.ts';`],
  ['cli/planted-sound.ts', `import type {} from '../input/planted.ts';\nimport '../app/planted-test.ts';`],
];

let folder: string;
let complaints: readonly (readonly [module: string, rule: string])[];
beforeAll(() => {
  folder = copyOfTheHouse();
  for (const [, module, text] of PLANTS) plant(module, text);
  plant('units/planted-cycle.ts', `import './planted-circle.ts';`);
  for (const [module, text] of SOUND) plant(module, text);
  complaints = complaintsOf(check().out);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the import rules', () => {
  it.each(PLANTS)('%s catches a violation planted in %s', (rule, module) => {
    expect(complaints).toContainEqual([`src/${module}`, rule]);
  });

  it.each(SOUND)('leave %s alone', (module) => {
    expect(complaints.filter(([complained]) => complained === `src/${module}`)).toEqual([]);
  });

  it('each give their reason in a sentence and are each proven by a plant', async () => {
    const config: unknown = await import(pathToFileURL(join(ROOT, '.dependency-cruiser.mjs')).href);
    const { forbidden } = (config as { default: { forbidden: { name: string; comment?: string }[] } }).default;
    expect([...new Set(PLANTS.map(([rule]) => rule))].sort()).toEqual(forbidden.map(({ name }) => name).sort());
    for (const { name, comment } of forbidden) expect(comment, name).toMatch(/^[A-Z].+\.$/);
  });

  it('fail when fewer modules were looked at than there are', () => {
    writeFileSync(join(folder, '.dependency-cruiser.mjs'), configWith(`includeOnly: '^src/document'`));
    const { code, out } = check();
    expect(code).toBe(1);
    expect(out).toMatch(/Only \d+ of the \d+ modules of src were looked at/);
  });
});

function copyOfTheHouse(): string {
  const copy = mkdtempSync(join(tmpdir(), 'cam-house-'));
  cpSync(join(ROOT, 'src'), join(copy, 'src'), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(ROOT, file), join(copy, file));
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'dir');
  mkdirSync(join(copy, 'test'));
  writeFileSync(join(copy, 'test', 'planted.ts'), 'export {};');
  writeFileSync(join(copy, '.dependency-cruiser.mjs'), configWith());
  return copy;
}

/** The house's own rules; packages lie behind a link there. */
function configWith(option = ''): string {
  const own = pathToFileURL(join(ROOT, '.dependency-cruiser.mjs')).href;
  return `import rules from ${JSON.stringify(own)};
    export default { ...rules, options: { ...rules.options, preserveSymlinks: true, ${option} } };`;
}

function plant(module: string, text: string): void {
  const path = join(folder, 'src', module);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function check(): { code: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CHECK, folder], { encoding: 'utf8' });
  return { code: status, out: stdout + stderr };
}

/** The first module and the rule of each complaint. */
function complaintsOf(text: string): [module: string, rule: string][] {
  return [...text.matchAll(/^✗ (\S+).*\n {2}([\w-]+):/gm)].map(([, module, rule]) => [module!, rule!]);
}
