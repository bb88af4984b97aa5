import { join } from 'node:path';
import { PARTNERS_FOLDER } from '../../input/partner-folders.ts';
import { editYaml } from '../../output/edit-yaml.ts';
import { writeFileAtomically } from '../../output/write-file.ts';
import { yamlChanges } from '../../output/yaml-changes.ts';
import type { MarketingPlan } from '../../schema/marketing-plan-file.ts';
import { Failure } from '../../units/failure.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { openLedger } from '../actions/partner-ledger.ts';
import { whileLocked, type ChangeSetting } from '../partner-changes/change-setting.ts';
import { standingText } from '../figures/standing-text.ts';
import { planText, writtenPlan } from './plan-text.ts';

export interface SaveMarketingPlan extends ChangeSetting {
  readonly partnerId: string;
}

/** A plan as it stands in its file. */
export interface SavedMarketingPlan {
  readonly plan: MarketingPlan;
  /** Relative to the territory. */
  readonly file: string;
}

/**
 * Saves a plan over the one of its quarter; the owner's remarks in the file stay.
 * @throws Failure (usage) for an unknown partner, (data) when its files cannot be used or an agreed plan would become a draft again
 */
export async function saveMarketingPlan(request: SaveMarketingPlan, plan: MarketingPlan): Promise<SavedMarketingPlan> {
  const { root, dryRun } = request;
  return whileLocked(request, async () => {
    const { id, marketingPlans = [] } = (await openLedger(request)).files;
    const quarter = formatFiscalQuarter(plan.quarter);
    const standing = marketingPlans.find((one) => formatFiscalQuarter(one.quarter) === quarter);
    if (standing?.agreed && !plan.agreed)
      throw new Failure(
        'data',
        `The ${quarter} marketing plan was agreed on ${standing.agreed.on} and cannot become a draft again.`,
        'Change its campaigns; what was agreed stays agreed.',
      );
    const file = `${PARTNERS_FOLDER}/${id}/marketing/${quarter}.yaml`;
    const absolute = join(root, file);
    const text = await standingText(absolute);
    const wanted =
      standing && text !== '' ? editYaml(text, yamlChanges(writtenPlan(standing), writtenPlan(plan))) : planText(plan);
    if (!dryRun) await writeFileAtomically(absolute, wanted);
    return { plan, file };
  });
}
