import { join } from 'node:path';
import { PARTNERS_FOLDER } from '../../../input/partner-folders.ts';
import { editYaml } from '../../../output/edit-yaml.ts';
import { writeFileAtomically } from '../../../output/write-file.ts';
import { formatFiscalQuarter } from '../../../units/fiscal-quarter.ts';
import type { Workspace } from '../../territory/open-workspace.ts';
import type { ChangeSetting } from '../../partner-changes/change-setting.ts';
import { standingText } from '../../figures/standing-text.ts';
import type { FoundCampaign } from './find-campaign.ts';

/** Values to set in a campaign of a plan, by the keys of `request` or `claim`. */
export interface CampaignValues {
  readonly request?: Readonly<Record<string, unknown>>;
  readonly claim?: Readonly<Record<string, unknown>>;
}

/** Where a plan stands, relative to the territory. */
export function marketingPlanPath({ files, plan }: FoundCampaign): string {
  return `${PARTNERS_FOLDER}/${files.id}/marketing/${formatFiscalQuarter(plan.quarter)}.yaml`;
}

/**
 * Sets values of a campaign in the file of its plan and leaves every other byte as it is. The caller holds the lock.
 * @returns the file, relative to the territory
 */
export async function editCampaign(
  { territory }: Workspace,
  found: FoundCampaign,
  { values, dryRun }: { readonly values: CampaignValues } & Pick<ChangeSetting, 'dryRun'>,
): Promise<string> {
  const path = marketingPlanPath(found);
  const absolute = join(territory.root, path);
  const at = ['campaigns', found.index] as const;
  const edits = (['request', 'claim'] as const).flatMap((block) => {
    const wanted = values[block];
    if (!wanted) return [];
    if (found.campaign[block] === undefined) return [{ path: [...at, block], value: stated(wanted) }];
    return Object.entries(wanted).map(([key, value]) => ({ path: [...at, block, key], value }));
  });
  if (!dryRun) await writeFileAtomically(absolute, editYaml(await standingText(absolute), edits));
  return path;
}

function stated(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
