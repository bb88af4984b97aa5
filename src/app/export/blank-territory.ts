import { loadTemplate } from '../../input/load-template.ts';
import { readYaml } from '../../input/read-yaml.ts';
import { camConfigSchema } from '../../schema/cam-config.ts';
import type { Territory } from '../../schema/territory.ts';
import { questionnaireSchema } from '../../schema/questionnaire.ts';
import { tiersSchema } from '../../schema/tiers.ts';
import { DEFAULT_ANSWERS, newTerritoryFile } from '../new-territory-file.ts';

/** A territory in which nothing is filled in but what a new one starts with: the usual stages, no company, no name, no partner. */
export async function blankTerritory(): Promise<Territory> {
  const config = readYaml(newTerritoryFile(DEFAULT_ANSWERS), 'cam.yaml', camConfigSchema).value;
  const tiers = await loadTemplate('tiers', tiersSchema);
  const questionnaire = await loadTemplate('capability-questionnaire', questionnaireSchema);
  if (!config || !tiers.value || !questionnaire.value)
    throw new Error('What a new territory starts with does not fit its own schema.');
  return {
    root: '',
    config: { ...config, vendor: { name: '' }, cam: { name: '' } },
    tiers: tiers.value,
    questionnaire: questionnaire.value,
    partners: [],
  };
}

/** The program of a territory without its partners. */
export function withoutPartners({ root, config, tiers, questionnaire }: Territory): Territory {
  return { root, config, tiers, questionnaire, partners: [] };
}
