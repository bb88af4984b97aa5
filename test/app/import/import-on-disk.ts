import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Effects } from '../../../src/app/effects.ts';
import { importFiles } from '../../../src/app/import/import-files.ts';
import type { ImportReport } from '../../../src/app/import/import-report.ts';
import type { ImportRequest } from '../../../src/app/import/import-setting.ts';
import type { PlainDate } from '../../../src/units/plain-date.ts';

export const TODAY = '2026-04-20' as PlainDate;

/** A program whose stages are those of the exports in these tests. */
export const CAM_YAML = `vendor: { name: Quillmere Systems }
cam: { name: Ines Albrecht }
currency: USD
fiscal_year: { start_month: 7 }
stages:
  - { name: Propose, status: open }
  - { name: Won, status: won }
  - { name: Lost, status: lost }
`;

export const partnerYaml = (name: string, more = ''): string => `name: ${JSON.stringify(name)}\ntype: var\n${more}`;

/** Imports files that lie in the territory's folder, as a person would who works there. */
export async function runImport(
  root: string,
  files: readonly string[],
  options: Partial<ImportRequest> = {},
): Promise<Awaited<ReturnType<typeof importFiles>>> {
  const effects: Effects = { currentFolder: root, today: TODAY, progress: () => undefined };
  return importFiles({ root, files, createPartners: false, dryRun: false, ...options }, effects);
}

/** The report of an import that went through. */
export async function importInto(
  root: string,
  files: readonly string[],
  options: Partial<ImportRequest> = {},
): Promise<ImportReport> {
  const result = await runImport(root, files, options);
  if (result.kind !== 'report') throw new Error(JSON.stringify(result.problems));
  return result.report;
}

/** Writes a text as a file of the territory and imports it. */
export async function importText(
  root: string,
  text: string,
  { file = 'export.csv', ...options }: Partial<ImportRequest> & { readonly file?: string } = {},
): Promise<ImportReport> {
  await writeFile(join(root, file), text);
  return importInto(root, [file], options);
}

/** Every file of a territory's partners and mappings by its path, with its text. */
export async function filesOf(root: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const folder of ['partners', 'mappings']) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter((one) => one.isFile())) {
      const path = join(entry.parentPath, entry.name);
      found[relative(root, path)] = await readFile(path, 'utf8');
    }
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}
