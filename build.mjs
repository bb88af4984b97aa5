// Bundles the command line into dist/, split so that a command loads only the libraries it needs.
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: { cam: 'src/cli/cam.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  keepNames: true,
  legalComments: 'none',
  alias: { jszip: './src/ooxml/jszip-parts.ts' },
  // Some bundled libraries are CommonJS and call require(), for Node's own modules only: everything else is bundled.
  // Asking the process for them costs less at start-up than making a require of every chunk's own.
  banner: {
    js: `const require=(id)=>{const found=process.getBuiltinModule(id);if(found)return found;throw Object.assign(new Error("Cannot find module '"+id+"'"),{code:'MODULE_NOT_FOUND'})};`,
  },
});
