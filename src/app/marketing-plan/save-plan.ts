import { join } from 'node:path';
import { termChanges } from '../../domain/marketing/agreed-terms.ts';
import { recordedChanges, type ChangeOrigin } from '../../domain/plan-record.ts';
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
  /** Why an agreed plan is changed. */
  readonly why?: string | undefined;
}

/** A plan as it stands in its file. */
export interface SavedMarketingPlan {
  readonly plan: MarketingPlan;
  /** Relative to the territory. */
  readonly file: string;
}

/**
 * Saves a plan over the one of its quarter; the owner's remarks in the file stay. What differs from what was agreed is recorded with its day.
 * @throws Failure (usage) for an unknown partner, (data) when its files cannot be used or an agreed plan would become a draft again
 */
export async function saveMarketingPlan(
  request: SaveMarketingPlan,
  wanted: MarketingPlan,
): Promise<SavedMarketingPlan> {
  const { root, dryRun, why } = request;
  return whileLocked(request, async () => {
    const { files, territory, day } = await openLedger(request);
    const { id, marketingPlans = [] } = files;
    const quarter = formatFiscalQuarter(wanted.quarter);
    const standing = marketingPlans.find((one) => formatFiscalQuarter(one.quarter) === quarter);
    const plan = withRecord(wanted, standing, { on: day, by: territory.config.cam.name, why });
    const file = `${PARTNERS_FOLDER}/${id}/marketing/${quarter}.yaml`;
    const absolute = join(root, file);
    const text = await standingText(absolute);
    const saved =
      standing && text !== '' ? editYaml(text, yamlChanges(writtenPlan(standing), writtenPlan(plan))) : planText(plan);
    if (!dryRun) await writeFileAtomically(absolute, saved);
    return { plan, file };
  });
}

/** The plan with what of it was changed after it was agreed. */
function withRecord(plan: MarketingPlan, standing: MarketingPlan | undefined, origin: ChangeOrigin): MarketingPlan {
  if (!standing?.agreed) return { ...plan, changes: [] };
  if (!plan.agreed)
    throw new Failure(
      'data',
      `The ${formatFiscalQuarter(plan.quarter)} marketing plan was agreed on ${standing.agreed.on} and cannot become a draft again.`,
      'Change its campaigns: what changes is recorded with its day.',
    );
  const changes = recordedChanges(termChanges(writtenPlan(standing), writtenPlan(plan)), origin);
  return { ...plan, changes: [...standing.changes, ...changes] };
}
