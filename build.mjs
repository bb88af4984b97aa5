// Bundles the command line into dist/, split so that a command loads only the libraries it needs.
import { rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { build } from 'esbuild';

const START = 'dist/cam.js';

await rm('dist', { recursive: true, force: true });
const { metafile } = await build({
  // The second one is a thread of its own, which the first one starts by its name.
  entryPoints: { cam: 'src/cli/cam.ts', 'make-decks-worker': 'src/app/pages/make-decks-worker.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  metafile: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Names stay as they are: keeping those of shortened ones costs a call for each function that is made, and stacks tell less.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  // Some bundled libraries are CommonJS and call require(), for Node's own modules only: everything else is bundled.
  // Asking the process for them costs less at start-up than making a require of every chunk's own.
  banner: {
    js: `const require=(id)=>{const found=process.getBuiltinModule(id);if(found)return found;throw Object.assign(new Error("Cannot find module '"+id+"'"),{code:'MODULE_NOT_FOUND'})};`,
  },
});
await joinStart(metafile.outputs);

/**
 * What is loaded before the command is known becomes one file instead of a dozen: opening each costs more than reading it.
 * The chunks that went into it stay as signposts to it, so that every module still exists once.
 */
async function joinStart(outputs) {
  const chunks = [...loadedWith(START, outputs)].filter((path) => path !== START);
  const doors = chunks.map((path, index) =>
    renamed(outputs[path].exports, path, (name) => `${name} as c${index}_${name}`),
  );
  await build({
    stdin: { contents: [`export { run } from './cam.js';`, ...doors].join('\n'), resolveDir: 'dist' },
    outfile: START,
    allowOverwrite: true,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minify: true,
    legalComments: 'none',
    external: Object.keys(outputs)
      .filter((path) => path !== START && !chunks.includes(path))
      .map((path) => `./${basename(path)}`),
  });
  for (const [index, path] of chunks.entries()) {
    await writeFile(
      path,
      renamed(outputs[path].exports, START, (name) => `c${index}_${name} as ${name}`),
    );
  }
}

function renamed(names, from, rename) {
  return `export { ${names.map(rename).join(', ')} } from './${basename(from)}';\n`;
}

/** A file and all it imports at once, in the order they are found. */
function loadedWith(start, outputs) {
  const loaded = new Set([start]);
  for (const path of loaded) {
    for (const { path: imported, kind } of outputs[path].imports) {
      if (kind === 'import-statement' && imported in outputs) loaded.add(imported);
    }
  }
  return loaded;
}
