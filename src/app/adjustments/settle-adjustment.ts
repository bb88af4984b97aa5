import { nearest } from '../../input/nearest.ts';
import { withWorkspaceLock } from '../../output/lock.ts';
import type { Adjustment } from '../../schema/adjustments.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import { singleLine } from '../../units/clean-text.ts';
import { Failure } from '../../units/failure.ts';
import { formatDate, type Locale } from '../../units/format.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { openWorkspace, type OpenRequest, type Workspace } from '../territory/open-workspace.ts';
import { partnerById } from '../pages/partner-pages.ts';
import { cellsOf, changedFigures, figuresWith, writeAdjustment } from './adjusted-territory.ts';

/** How an open correction or dispute ends, as it was typed. */
export interface TypedSettlement {
  readonly partnerId: string;
  readonly id: string;
  readonly status: 'accepted' | 'rejected' | 'withdrawn';
  /** What was found. */
  readonly decision?: string;
  readonly by?: string;
}

/** What was settled, or with a dry run would be. */
export interface SettledAdjustment {
  readonly partner: { readonly id: string; readonly name: string };
  readonly adjustment: Adjustment;
  /** It was settled like this already: nothing was written. */
  readonly isKnown: boolean;
  /** Names of the figures that say something else from now on. */
  readonly changed: readonly string[];
  readonly currency: string;
  readonly locale: Locale;
  /** Relative to the territory. */
  readonly path: string;
}

/**
 * Settles an open correction or dispute: accepted, rejected or withdrawn, from a day on. What is settled stays so.
 * @throws Failure (usage) for an id that is none, and for one that was settled otherwise
 */
export async function settleAdjustment(
  open: OpenRequest,
  typed: TypedSettlement,
  { root, dryRun }: { readonly root: string; readonly dryRun: boolean },
): Promise<SettledAdjustment> {
  const settle = async () => settleIn(await openWorkspace(open), typed, dryRun);
  return dryRun ? settle() : withWorkspaceLock(root, settle);
}

async function settleIn(workspace: Workspace, typed: TypedSettlement, dryRun: boolean): Promise<SettledAdjustment> {
  const { config } = workspace.territory;
  const files = partnerById(workspace, typed.partnerId);
  const { index, known } = adjustmentById(files, typed.id);
  const isKnown = known.status === typed.status;
  if (!isKnown && known.status !== 'open') throw settledOtherwise(known, files, config.locale);
  const values = settlementOf(known, typed, workspace.asOf);
  const adjustment = isKnown ? known : { ...known, ...values };
  const others = (files.adjustments ?? []).with(index, adjustment);
  const path = await writeAdjustment(
    workspace,
    { kind: 'set', partner: files.id, index, values: cellsOf(values) },
    { dryRun: dryRun || isKnown },
  );
  return {
    partner: { id: files.id, name: files.partner.name },
    adjustment,
    isKnown,
    changed: isKnown ? [] : changedFigures(figuresWith(workspace, files), figuresWith(workspace, files, others)),
    currency: files.partner.currency ?? config.currency,
    locale: config.locale,
    path,
  };
}

function adjustmentById(
  { id: partnerId, adjustments = [] }: PartnerFiles,
  typed: string,
): { readonly index: number; readonly known: Adjustment } {
  const index = adjustments.findIndex(({ id }) => id.toLowerCase() === typed.toLowerCase());
  const known = adjustments[index];
  if (known) return { index, known };
  const ids = adjustments.map(({ id }) => id);
  const similar = nearest(typed, ids);
  const remedy =
    ids.length === 0
      ? `Record one with: cam why ${partnerId} FIGURE --adjust`
      : similar === undefined
        ? `There are: ${ids.join(', ')}`
        : `Did you mean ${similar}?`;
  throw new Failure('usage', `There is no adjustment "${typed}" of ${partnerId}.`, remedy);
}

function settlementOf(
  known: Adjustment,
  { status, decision = '', by = '' }: TypedSettlement,
  asOf: PlainDate,
): Partial<Adjustment> {
  if (asOf < known.recorded)
    throw new Failure('usage', `${known.id} was recorded on ${known.recorded}: it cannot be settled before.`);
  const [found, who] = [singleLine(decision), singleLine(by)];
  return {
    status,
    settled: asOf,
    ...(who !== '' && { settled_by: who.slice(0, LONGEST) }),
    ...(found !== '' && { decision: found.slice(0, LONGEST) }),
  };
}

const LONGEST = 500;

function settledOtherwise(
  { id, status, settled, kind, amount, month }: Adjustment,
  { id: partner }: PartnerFiles,
  locale: Locale,
): Failure {
  const words = `${id} was ${status} on ${formatDate(settled!, locale)} and stays so.`;
  if (kind !== 'correction' || status !== 'accepted')
    return new Failure('usage', words, 'Record a new one with its own reason.');
  const opposite = `${amount! > 0 ? '-' : '+'}${Math.abs(amount!)}`;
  return new Failure(
    'usage',
    words,
    `Record the opposite: cam why ${partner} bookings_ytd --adjust=${opposite} --month ${month!} --reason "…" --by "…"`,
  );
}
