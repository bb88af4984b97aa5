import type { Bullets, Table } from '../../document/block.ts';
import type { Edition } from '../../document/document.ts';
import type { ModelAgreement, ModelCommitment } from '../../document/model-outcome.ts';
import { knownOn } from '../../domain/commitment-ledger.ts';
import { shortName } from '../../domain/short-name.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { none, shortDate, text, type Status } from '../../units/value.ts';
import { COMMITMENT_RESULTS } from '../commitment-results.ts';
import type { BusinessPlanResult } from './compute.ts';

const DUTIES = {
  awareness: 'awareness',
  lead_generation: 'leads',
  closing: 'closing',
  service: 'service',
} as const;

const PROPOSED: Status = { meaning: 'unknown', word: 'proposed' };

/** What both sides want and promised. What nobody has agreed to is shown to the account manager alone. */
export function agreementOf(result: BusinessPlanResult, edition: Edition): ModelAgreement | undefined {
  const { plan } = result;
  if (!plan) return undefined;
  const wanted = [...wishes(plan), ...duties(result)];
  const commitments = commitmentsOf(result, edition);
  return wanted.length + commitments.length > 0 ? { wishes: wanted, commitments } : undefined;
}

/** What both sides want, as a list. */
export function wishesList(result: BusinessPlanResult, edition: Edition): readonly Bullets[] {
  const items = agreementOf(result, edition)?.wishes ?? [];
  return items.length > 0 ? [{ kind: 'bullets', heading: 'What we want', items }] : [];
}

/** What both sides promised, a line a commitment. */
export function commitmentsTable(result: BusinessPlanResult, edition: Edition): readonly Table[] {
  const commitments = agreementOf(result, edition)?.commitments ?? [];
  return commitments.length > 0 ? [tableOf(commitments)] : [];
}

function tableOf(commitments: readonly ModelCommitment[]): Table {
  return {
    kind: 'table',
    id: 'plan-commitments',
    heading: sentence('What we do for it'),
    columns: [
      { key: 'side', label: 'Side', align: 'left', weight: 1.2, cut: 'text' },
      { key: 'what', label: 'Commitment', align: 'left', weight: 2.6, cut: 'text', wraps: true },
      { key: 'owner', label: 'Owner', align: 'left', weight: 1.2, cut: 'text' },
      { key: 'due', label: 'Due', align: 'right', weight: 0.7, cut: 'fixed' },
      { key: 'result', label: '', align: 'left', weight: 0.9, cut: 'fixed' },
    ],
    rows: commitments.map(({ side, what, owner, due, status }) => ({
      cells: {
        side: { value: text(side) },
        what: { value: text(what) },
        owner: { value: text(owner) },
        due: { value: shortDate(due) },
        result: { value: none, status },
      },
    })),
  };
}

function wishes({ goals, strategies, product_focus: focus }: NonNullable<BusinessPlanResult['plan']>): Sentence[] {
  const all = (pattern: string, texts: readonly string[]) =>
    texts.map((words) => sentence(pattern, { words: text(words) }));
  return [
    ...all('Goal: {words}', goals),
    ...all('How: {words}', strategies),
    ...(focus.length > 0 ? [sentence('Products: {words}', { words: text(focus.join(', ')) })] : []),
  ];
}

/** "Nørdhavn: awareness, closing": a line a side. */
function duties({ plan, input }: BusinessPlanResult): Sentence[] {
  const names = {
    partner: shortName(input.files.partner),
    vendor: shortName(input.config.vendor),
    both: 'Both',
  };
  const held = Object.entries(plan!.who_does_what);
  return (['partner', 'vendor', 'both'] as const).flatMap((side) => {
    const own = held.filter(([, holder]) => holder === side).map(([duty]) => DUTIES[duty as keyof typeof DUTIES]);
    return own.length === 0
      ? []
      : [sentence('{side}: {duties}', { side: text(names[side]), duties: text(own.join(', ')) })];
  });
}

function commitmentsOf({ plan, input }: BusinessPlanResult, edition: Edition): ModelCommitment[] {
  const { files, config, review } = input;
  const sideName = { partner: shortName(files.partner), vendor: shortName(config.vendor) };
  const agreed = (files.commitments?.commitments ?? [])
    .filter((entry) => entry.plan === plan!.fiscal_year && (entry.agreed ?? review.asOf) <= review.asOf)
    .map((entry) => ({ ...entry, status: COMMITMENT_RESULTS[knownOn(entry, review.asOf).result] }));
  // Somebody who agrees to a plan in its file agrees to what stands there.
  const status = plan!.agreed ? COMMITMENT_RESULTS.open : PROPOSED;
  const isShown = edition === 'internal' || plan!.agreed !== undefined;
  const proposed = isShown ? plan!.commitments.map((one) => ({ ...one, status })) : [];
  return [...agreed, ...proposed]
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .map(({ side, what, owner, due, status }) => ({ side: sideName[side], what, owner, due, status }));
}
