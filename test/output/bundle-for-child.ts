import { basename, join } from 'node:path';
import { build } from 'esbuild';

/** Bundles one module into a folder so that a process of its own can import it; returns the path of the bundle. */
export async function bundleForChild(source: string, folder: string): Promise<string> {
  const bundle = join(folder, `${basename(source, '.ts')}.mjs`);
  await build({ entryPoints: [source], outfile: bundle, bundle: true, format: 'esm', platform: 'node' });
  return bundle;
}
