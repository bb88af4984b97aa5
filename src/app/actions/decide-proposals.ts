import type { ActionProposal } from '../../domain/actions/action-plan.ts';
import { whileLocked, type ChangeSetting } from '../partner-changes/change-setting.ts';
import { openLedger, writeLedger } from './partner-ledger.ts';

/** What was decided about a proposal. */
export interface ActionDecision {
  readonly proposal: ActionProposal;
  readonly decision: 'accept' | 'drop';
  /** Who answers for it, where that is another side than proposed. */
  readonly side?: ActionProposal['side'];
  /** A person, where it is another one than proposed. */
  readonly owner?: string;
  readonly due?: ActionProposal['due'];
  readonly what?: string;
}

export interface DecideRequest extends ChangeSetting {
  readonly partnerId: string;
}

/** What the ledger took in. */
export interface DecidedActions {
  /** Relative to the territory. */
  readonly path: string;
  /** Ids. */
  readonly accepted: readonly string[];
  readonly dropped: readonly string[];
}

/**
 * Enters decisions about proposals in the ledger, all or none: an accepted one as an open action, a dropped one as dropped, so that this
 * assessment does not propose it again. One that stands there already is passed over. What binds the vendor is agreed by the account
 * manager who decides.
 * @throws Failure (usage) for an unknown partner, (data) when its files cannot be used
 */
export async function decideProposals(
  request: DecideRequest,
  decisions: readonly ActionDecision[],
): Promise<DecidedActions> {
  return whileLocked(request, async () => {
    const ledger = await openLedger(request);
    const known = new Set(ledger.entries.map(({ id }) => id));
    const fresh = decisions.filter(({ proposal }) => !known.has(proposal.id));
    const changes = fresh.map((decision) => ({
      kind: 'add' as const,
      partner: ledger.files.id,
      values: entryOfDecision(decision, { day: ledger.day, cam: ledger.territory.config.cam.name }),
    }));
    const { path } = await writeLedger(ledger, changes, request);
    const idsOf = (wanted: ActionDecision['decision']) =>
      fresh.filter(({ decision }) => decision === wanted).map(({ proposal }) => proposal.id);
    return { path, accepted: idsOf('accept'), dropped: idsOf('drop') };
  });
}

/** The entry of the ledger that a decision makes, by the columns of its table. */
export function entryOfDecision(
  { proposal, decision, side = proposal.side, owner, due = proposal.due, what = proposal.what }: ActionDecision,
  { day, cam }: { readonly day: string; readonly cam: string },
) {
  const isOurs = side !== 'partner';
  return {
    id: proposal.id,
    side: side === 'vendor' ? 'vendor' : 'partner',
    ...(side === 'both' && { jointly: true }),
    what,
    // Another side than proposed, and nobody named: the person who was proposed is of the wrong side.
    owner: owner ?? (side === 'vendor' && proposal.side !== 'vendor' ? cam : proposal.owner),
    due,
    agreed: day,
    topic: proposal.topic,
    assessment: proposal.assessment,
    ...(proposal.resource !== undefined && { resource: proposal.resource }),
    ...(decision === 'accept' && isOurs && { agreed_by: cam }),
    ...(decision === 'drop' && { result: 'dropped', closed: day }),
  };
}
