// A program of a benchmark as a user would get it: bundled, minified, loading late what it loads late.
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/** Bundles a program into a folder of its own; plugins may put something else in the place of a module. Returns the path to run. */
export async function bundleProgram(program, folder, plugins = []) {
  const outdir = join(folder, basename(program, '.mjs'));
  await build({
    entryPoints: { program },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    plugins,
    banner: {
      // As in the build of cam: the process has Node's own modules at hand.
      js: 'const require=(id)=>process.getBuiltinModule(id);',
    },
  });
  return join(outdir, 'program.mjs');
}
