import { join } from 'node:path';
import { numberChanges } from '../../domain/business-plan/number-changes.ts';
import { recordedChanges, type ChangeOrigin } from '../../domain/plan-record.ts';
import { PARTNERS_FOLDER } from '../../input/partner-folders.ts';
import { editYaml } from '../../output/edit-yaml.ts';
import { writeFileAtomically } from '../../output/write-file.ts';
import { yamlChanges } from '../../output/yaml-changes.ts';
import type { BusinessPlan } from '../../schema/business-plan-file.ts';
import type { Commitment } from '../../schema/commitments.ts';
import { Failure } from '../../units/failure.ts';
import { formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { openLedger, writeLedger } from '../actions/partner-ledger.ts';
import { whileLocked, type ChangeSetting } from '../partner-changes/change-setting.ts';
import { standingText } from '../figures/standing-text.ts';
import { planText, writtenPlan } from './plan-text.ts';

export interface SavePlanRequest extends ChangeSetting {
  readonly partnerId: string;
  /** Why an agreed plan is changed. */
  readonly why?: string | undefined;
}

/** A plan as it stands in its file. */
export interface SavedPlan {
  readonly plan: BusinessPlan;
  /** Files written, relative to the territory: the plan's first. */
  readonly files: readonly string[];
  /** Ids of the commitments that the ledger took in. */
  readonly committed: readonly string[];
}

/** Where a plan stands, relative to the territory. */
function planPath(partnerId: string, year: BusinessPlan['fiscal_year']): string {
  return `${PARTNERS_FOLDER}/${partnerId}/business-plans/${formatFiscalYear(year)}.yaml`;
}

/**
 * Saves a plan over the one of its year; the owner's remarks in the file stay. A number that differs from what was agreed is recorded with
 * its day. Once the plan is agreed its commitments go to the ledger, those of the vendor agreed by who agreed to the plan.
 * @throws Failure (usage) for an unknown partner, (data) when its files cannot be used or an agreed plan would become a draft again
 */
export async function savePlan(request: SavePlanRequest, wanted: BusinessPlan): Promise<SavedPlan> {
  return whileLocked(request, async () => {
    const ledger = await openLedger(request);
    const { id, businessPlans = [] } = ledger.files;
    const standing = businessPlans.find(({ fiscal_year: year }) => year === wanted.fiscal_year);
    const recorded = withRecord(wanted, standing, {
      on: ledger.day,
      by: ledger.territory.config.cam.name,
      why: request.why,
    });
    const entries = newEntries(recorded, ledger.entries);
    const plan = recorded.agreed ? { ...recorded, commitments: [] } : recorded;
    const path = planPath(id, plan.fiscal_year);
    const changes = entries.map((values) => ({ kind: 'add' as const, partner: id, values }));
    const { files } = changes.length > 0 ? await writeLedger(ledger, changes, request) : { files: [] };
    const absolute = join(request.root, path);
    const text = textOf(plan, standing, await standingText(absolute));
    if (!request.dryRun) await writeFileAtomically(absolute, text);
    return { plan, files: [path, ...files], committed: entries.map((entry) => entry.id) };
  });
}

function textOf(plan: BusinessPlan, standing: BusinessPlan | undefined, text: string): string {
  return standing === undefined || text === ''
    ? planText(plan)
    : editYaml(text, yamlChanges(writtenPlan(standing), writtenPlan(plan)));
}

/** The plan with what of it was changed after it was agreed. */
function withRecord(plan: BusinessPlan, standing: BusinessPlan | undefined, origin: ChangeOrigin): BusinessPlan {
  if (!standing?.agreed) return { ...plan, changes: [] };
  if (!plan.agreed)
    throw new Failure(
      'data',
      `The ${formatFiscalYear(plan.fiscal_year)} plan was agreed on ${standing.agreed.on} and cannot become a draft again.`,
      'Change its numbers: what changes is recorded with its day.',
    );
  const changes = recordedChanges(numberChanges(standing.numbers, plan.numbers), origin);
  return { ...plan, changes: [...standing.changes, ...changes] };
}

/** Commitments of an agreed plan as entries of the ledger; one that stands there already is passed over. */
function newEntries({ agreed, commitments, fiscal_year: year }: BusinessPlan, ledger: readonly Commitment[]) {
  if (!agreed) return [];
  const standing = ledger.filter((entry) => entry.plan === year);
  const fresh = commitments.filter((one) => !standing.some(({ side, what }) => side === one.side && what === one.what));
  const name = formatFiscalYear(year);
  return fresh.map(({ side, what, owner, due, measure }, index) => ({
    id: `P-${name}-${standing.length + index + 1}`,
    side,
    what,
    owner,
    due,
    ...(measure !== undefined && { measure }),
    agreed: agreed.on,
    plan: name,
    ...(side === 'vendor' && { agreed_by: agreed.vendor }),
  }));
}
