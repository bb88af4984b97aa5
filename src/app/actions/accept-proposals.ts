import { nearest } from '../../input/nearest.ts';
import { Failure } from '../../units/failure.ts';
import { formatDate } from '../../units/format.ts';
import type { ActionProposal } from '../../domain/actions/action-plan.ts';
import { whileLocked } from '../partner-changes/change-setting.ts';
import { entryOfDecision, type DecideRequest } from './decide-proposals.ts';
import { openLedger, writeLedger } from './partner-ledger.ts';
import { partnerActionPlan } from './partner-action-plan.ts';
import type { ChangedActions } from './change-actions.ts';

/** Which proposals are accepted, and what is to be different from what is proposed. */
export interface AcceptWishes {
  /** Ids or parts of them; `all` for every one. */
  readonly typed: readonly string[];
  readonly owner?: string;
  readonly side?: ActionProposal['side'];
}

/**
 * Takes proposals of the newest assessment into the ledger, as they are proposed or with another owner.
 * @throws Failure (usage) for an unknown partner, and when nothing of that id is proposed; (data) when its files cannot be used
 */
export async function acceptProposals(request: DecideRequest, wishes: AcceptWishes): Promise<ChangedActions> {
  return whileLocked(request, async () => {
    const ledger = await openLedger(request);
    const { territory, files, day } = ledger;
    const proposals = partnerActionPlan(territory, files, day)?.proposals ?? [];
    const chosen = [...new Set(wishes.typed.flatMap((typed) => proposalsNamed(typed, proposals)))];
    const { owner, side } = wishes;
    const changes = chosen.map((proposal) => ({
      kind: 'add' as const,
      partner: files.id,
      values: entryOfDecision(
        { proposal, decision: 'accept', ...(owner !== undefined && { owner }), ...(side && { side }) },
        { day, cam: territory.config.cam.name },
      ),
    }));
    const written = await writeLedger(ledger, changes, request);
    return {
      partner: { id: files.id, name: files.partner.name },
      changes: chosen.map(({ id, what, due }) => ({
        id,
        what,
        words: `accepted, due ${formatDate(due, territory.config.locale).replaceAll('\u00a0', ' ')}`,
      })),
      files: written.files,
    };
  });
}

function proposalsNamed(typed: string, proposals: readonly ActionProposal[]): readonly ActionProposal[] {
  if (typed.toLowerCase() === 'all') return proposals;
  const wanted = typed.toLowerCase();
  const found = proposals.filter(({ id, topic }) => id.toLowerCase() === wanted || topic === wanted);
  if (found.length > 0) return found;
  const near = nearest(
    typed,
    proposals.flatMap(({ id, topic }) => [topic, id]),
  );
  const topics = proposals.map(({ topic }) => topic).join(', ');
  const remedy = near ? `Did you mean ${near}?` : topics === '' ? 'Nothing is proposed now.' : `Proposed: ${topics}.`;
  throw new Failure('usage', `Nothing is proposed under "${typed}".`, remedy);
}
