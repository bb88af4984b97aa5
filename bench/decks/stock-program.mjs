import { cpSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const STOCK_CANVAS = fileURLToPath(new URL('./stock-canvas.mjs', import.meta.url));

/** What stands in for our own drawing, finishing and zipping: the library draws everything, and its deck passes through as it is. */
const REPLACED = {
  'slide-canvas.ts': `export { SlideCanvas } from ${JSON.stringify(STOCK_CANVAS)};`,
  'finish-presentation.ts': 'export const finishPresentation = (deck) => deck;',
  'slide-parts.ts': 'export const completeSlides = (deck) => deck;',
  'write-zip.ts': 'export const writeZip = (deck) => deck;',
};

/**
 * Builds cam with the deck library as it comes: its own shapes and tables, its own zip library and compressed stream, nothing mended.
 * @returns the path of the program.
 */
export async function buildStockProgram(folder) {
  const replaced = new Set();
  await build({
    entryPoints: { cam: join(ROOT, 'src/cli/cam.ts'), 'pack-decks-worker': join(ROOT, 'src/app/pack-decks-worker.ts') },
    outdir: join(folder, 'dist'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    minify: true,
    keepNames: true,
    legalComments: 'none',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
    },
    plugins: [stockLibrary(replaced)],
  });
  for (const file of ['bin', 'package.json', 'templates'])
    cpSync(join(ROOT, file), join(folder, file), { recursive: true });
  const missing = [...Object.keys(REPLACED), 'pptxgenjs'].filter((name) => !replaced.has(name));
  if (missing.length > 0)
    throw new Error(`Nothing was replaced for ${missing.join(', ')}: the comparison would be of cam with itself.`);
  return join(folder, 'bin', 'cam.js');
}

function stockLibrary(replaced) {
  return {
    name: 'stock-library',
    setup(program) {
      program.onLoad({ filter: /[\\/]src[\\/](ooxml|render)[\\/].*\.ts$/ }, ({ path }) => {
        const contents = REPLACED[basename(path)];
        if (contents) replaced.add(basename(path));
        return contents ? { contents, loader: 'js' } : undefined;
      });
      program.onLoad({ filter: /pptxgen\.es\.js$/ }, async ({ path }) => {
        replaced.add('pptxgenjs');
        const library = await readFile(path, 'utf8');
        // "write" is what cam calls; "stream" is the one way to get a compressed file.
        const contents = `${library}\nPptxGenJS.prototype.write = function () { return this.stream({ compression: true }); };`;
        return { contents, loader: 'js' };
      });
    },
  };
}
