// Checks who imports whom: node test/house/check-imports.mjs [folder]. Fails on a broken rule, and when it saw too little to judge.
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

/**
 * Cruises `src` of a folder with that folder's own rules.
 * `seen` modules of ours must be as many as `src` holds: a cruise that sees nothing would find nothing wrong.
 */
export async function checkImports(root) {
  const home = process.cwd();
  // The cruiser names modules relative to the working folder.
  process.chdir(root);
  try {
    const options = await extractDepcruiseOptions(join(root, '.dependency-cruiser.mjs'));
    const { output } = await cruise(['src'], options, undefined, {
      tsConfig: extractTSConfig(join(root, 'tsconfig.json')),
    });
    const seen = output.modules.filter(({ source }) => /^src\/.*\.ts$/.test(source)).length;
    const violations = output.summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      path: [from, ...(cycle ? cycle.map(({ name }) => name) : from === to ? [] : [to])],
    }));
    return { violations, reasons: reasonsOf(options), seen, held: await countModules(join(root, 'src')) };
  } finally {
    process.chdir(home);
  }
}

/** The lines to print, and whether all is well. */
export function reportImports({ violations, reasons, seen, held }) {
  const broken = violations.map(({ rule, path }) => `✗ ${path.join(' → ')}\n  ${rule}: ${reasons.get(rule)}`);
  const blind =
    seen < held ? [`✗ Only ${seen} of the ${held} modules of src were looked at, so this proves nothing.`] : [];
  const lines = [...broken, ...blind];
  if (lines.length === 0) return { ok: true, text: `Imports keep to the rules (${seen} modules).` };
  return { ok: false, text: lines.join('\n') };
}

function reasonsOf(options) {
  return new Map((options.ruleSet?.forbidden ?? []).map(({ name, comment }) => [name, comment]));
}

async function countModules(folder) {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts')).length;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { ok, text } = reportImports(await checkImports(resolve(process.argv[2] ?? '.')));
  console.log(text);
  process.exitCode = ok ? 0 : 1;
}
