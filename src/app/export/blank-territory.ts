import { loadTemplates } from '../../input/load-templates.ts';
import { readYaml } from '../../input/read-yaml.ts';
import { camConfigSchema } from '../../schema/cam-config.ts';
import type { Territory } from '../../schema/territory.ts';
import { DEFAULT_ANSWERS, newTerritoryFile } from '../territory/new-territory-file.ts';

/** A territory in which nothing is filled in but what a new one starts with: the usual stages, no company, no name, no partner. */
export async function blankTerritory(): Promise<Territory> {
  const config = readYaml(newTerritoryFile(DEFAULT_ANSWERS), 'cam.yaml', camConfigSchema).value;
  const { values: templates } = await loadTemplates();
  if (!config || !templates) throw new Error('What a new territory starts with does not fit its own schema.');
  return { ...templates, root: '', config: { ...config, vendor: { name: '' }, cam: { name: '' } }, partners: [] };
}

/** The program of a territory without its partners. */
export function withoutPartners({ funds: _, ...territory }: Territory): Territory {
  return { ...territory, partners: [] };
}
