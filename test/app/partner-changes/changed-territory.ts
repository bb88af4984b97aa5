import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { loadTerritory } from '../../../src/input/load-territory.ts';
import type { ChangeSetting } from '../../../src/app/partner-changes/change-setting.ts';
import { day } from '../../domain/given.ts';
import { CAM_YAML } from '../import/import-on-disk.ts';
import { territoryOnDisk } from '../../input/territory-on-disk.ts';

/** The day on which everything in these tests is changed. */
export const TODAY = day('2026-03-15');

/** A territory with Ridge IT, Bluefjord and Cedar, and whatever a case adds or replaces. */
export function ridgeAndBluefjord(files: Readonly<Record<string, string>> = {}): Promise<string> {
  return territoryOnDisk({
    'cam.yaml': CAM_YAML,
    'partners/ridge-it/partner.yaml': '# Met at the fair.\nname: Ridge IT GmbH # as on the contract\ntype: var\n',
    'partners/bluefjord/partner.yaml': 'name: Bluefjord Systems\ntype: msp\n# what we agreed\ntier: gold\n',
    'partners/cedar/partner.yaml': 'name: Cedar Networks\ntype: var\n',
    ...files,
  });
}

export function changing(root: string, more: Partial<ChangeSetting> = {}): ChangeSetting {
  return { root, today: TODAY, dryRun: false, ...more };
}

/** Every file below a folder, what the tool keeps for itself left out, with its text. */
export async function textsOf(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found = await Promise.all(
    files.map(async (path) => [relative(root, path), await readFile(path, 'utf8')] as const),
  );
  return Object.fromEntries(
    found.filter(([path]) => !path.startsWith('.cam/')).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** What cam check would say: errors as `file: message`. */
export async function errorsOf(root: string): Promise<string[]> {
  const { problems } = await loadTerritory(root);
  return problems.filter(({ severity }) => severity === 'error').map(({ file, message }) => `${file}: ${message}`);
}
