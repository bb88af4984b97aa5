import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const inPlaceOf = (name) => JSON.stringify(fileURLToPath(new URL(name, import.meta.url)));

/** What stands in for our own drawing and packing: the library draws everything and zips it, in the one thread it knows of. */
const REPLACED = {
  'slide-canvas.ts': `export { SlideCanvas } from ${inPlaceOf('./stock-canvas.mjs')};`,
  'pack-deck.ts': `export { packDeck } from ${inPlaceOf('./stock-deck.mjs')};`,
  'deck-thread.ts': `export const deckThreadFor = async () => undefined;`,
};

/**
 * Builds cam with the deck library as it comes: its own shapes and tables, its own zip library and compressed stream, nothing mended.
 * @returns the path of the program.
 */
export async function buildStockProgram(folder) {
  const replaced = new Set();
  await build({
    entryPoints: { cam: join(ROOT, 'src/cli/cam.ts') },
    outdir: join(folder, 'dist'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
    },
    plugins: [stockLibrary(replaced)],
  });
  for (const file of ['bin', 'package.json', 'templates'])
    cpSync(join(ROOT, file), join(folder, file), { recursive: true });
  const missing = Object.keys(REPLACED).filter((name) => !replaced.has(name));
  if (missing.length > 0)
    throw new Error(`Nothing was replaced for ${missing.join(', ')}: the comparison would be of cam with itself.`);
  return join(folder, 'bin', 'cam.js');
}

function stockLibrary(replaced) {
  return {
    name: 'stock-library',
    setup(program) {
      program.onLoad({ filter: /[\\/]src[\\/](app|render)[\\/].*\.ts$/ }, ({ path }) => {
        const contents = REPLACED[basename(path)];
        if (contents) replaced.add(basename(path));
        return contents ? { contents, loader: 'js' } : undefined;
      });
    },
  };
}
