import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Whether LibreOffice is there to calculate. */
export const hasOffice = spawnSync('soffice', ['--version']).status === 0;

// Left to itself LibreOffice trusts the results in the file; 0 lets it calculate every formula when it opens one.
const ALWAYS_CALCULATE =
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">' +
  '<item oor:path="/org.openoffice.Office.Calc/Formula/Load">' +
  '<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>';

/** Workbooks by name as LibreOffice saves them after calculating every formula anew. */
export async function recalculated(books: Readonly<Record<string, Uint8Array>>): Promise<Map<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'cam-calculated-'));
  try {
    const [given, saved, user] = ['given', 'saved', 'profile/user'].map((name) => join(folder, name));
    await mkdir(given!);
    await mkdir(user!, { recursive: true });
    await writeFile(join(user!, 'registrymodifications.xcu'), ALWAYS_CALCULATE);
    const paths = Object.keys(books).map((name) => join(given!, `${name}.xlsx`));
    for (const [index, bytes] of Object.values(books).entries()) await writeFile(paths[index]!, bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const to = ['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', saved!];
    execFileSync('soffice', [profile, '--headless', ...to, ...paths], { stdio: 'ignore', timeout: 240_000 });
    const entries = Object.keys(books).map(
      async (name) => [name, await readFile(join(saved!, `${name}.xlsx`))] as const,
    );
    return new Map(await Promise.all(entries));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
