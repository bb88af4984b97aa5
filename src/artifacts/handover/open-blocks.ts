import type { Block, Cell, Table } from '../../document/block.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { amount, count, none, shortDate, text, type Status } from '../../units/value.ts';
import { isAhead } from './due-next.ts';
import { risksOf } from './risks.ts';
import type { HandoverResult } from './compute.ts';

const OVERDUE: Status = { meaning: 'bad', word: 'overdue' };

/** What has a day: reviews, tasks, certificates, registrations. */
export function dueBlocks(result: HandoverResult): readonly Block[] {
  const { due } = result;
  if (due.length === 0) return [{ kind: 'paragraph', text: nothingNoted(result) }];
  return [
    {
      kind: 'table',
      id: 'due',
      columns: [
        { key: 'day', label: 'By', align: 'right', weight: 0.2, cut: 'fixed' },
        { key: 'what', label: 'What', align: 'left', weight: 3, cut: 'text' },
        { key: 'status', label: '', align: 'left', weight: 0.2, cut: 'fixed' },
      ],
      rows: due.map(({ day, what, isOverdue }) => ({
        cells: {
          day: { value: shortDate(day) },
          what: { value: text(what) },
          ...(isOverdue && { status: { value: none, status: OVERDUE } }),
        },
      })),
    },
  ];
}

/** Commitments and the tasks of the first days fall due as well: each has a part of the page to itself. */
function nothingNoted({ onboarding, commitments = [], input: { review } }: HandoverResult): Sentence {
  const tasks = onboarding?.phases.flatMap((phase) => phase.tasks).filter(({ done }) => done === undefined) ?? [];
  const elsewhere = [
    ...(tasks.some(({ due }) => isAhead(due, review.asOf)) ? ['the tasks above'] : []),
    ...(commitments.some(({ due }) => isAhead(due, review.asOf)) ? ['the commitments below'] : []),
  ];
  const but = elsewhere.length > 0 ? ` but ${elsewhere.join(' and ')}` : '';
  return sentence('Nothing is noted for the next 90 days{but}.', { but: text(but) });
}

/** What asks for a look. */
export function riskBlocks(result: HandoverResult): readonly Block[] {
  const items = risksOf(result);
  if (items.length === 0) return [{ kind: 'paragraph', text: sentence('Nothing asks for a look.') }];
  return [{ kind: 'bullets', heading: 'What asks for a look', items }];
}

/** Open deals, largest first. */
export function dealBlocks({ deals, performance }: HandoverResult): readonly Block[] {
  if (deals === undefined) return [{ kind: 'paragraph', text: sentence('No deals are loaded.') }];
  if (deals.length === 0) return [{ kind: 'paragraph', text: sentence('No deal is open.') }];
  const { currency } = performance;
  return [
    {
      kind: 'table',
      id: 'open-deals',
      heading: sentence('{all|deal|deals}, {open}', {
        all: count(deals.length),
        open: performance.figures.open_pipeline.value,
      }),
      columns: [
        { key: 'account', label: 'Account', align: 'left', weight: 1.7, cut: 'name', tone: 'strong' },
        { key: 'deal', label: 'Deal', align: 'left', weight: 1.7, cut: 'text' },
        { key: 'amount', label: 'Amount', align: 'right', weight: 0.8, cut: 'fixed' },
        { key: 'stage', label: 'Stage', align: 'left', weight: 1, cut: 'text' },
        { key: 'close', label: 'Close', align: 'right', weight: 0.7, cut: 'fixed' },
        { key: 'next', label: 'Next step', align: 'left', weight: 2.6, cut: 'text' },
      ],
      rows: deals.map(({ deal, amount: worth }) => ({
        cells: {
          account: { value: text(deal.account ?? deal.name ?? deal.id) },
          ...cell('deal', deal.account === undefined ? undefined : (deal.name ?? deal.product)),
          amount: { value: amount(worth, currency) },
          ...cell('stage', deal.stage),
          ...(deal.close_date !== undefined && { close: { value: shortDate(deal.close_date) } }),
          ...cell('next', deal.next_step),
        },
      })),
      overflow: { sumColumn: 'amount' },
    },
  ];
}

/** What both sides promised and have not done yet. */
export function commitmentBlocks(
  { commitments, input: { review } }: HandoverResult,
  { partner, vendor }: { readonly partner: string; readonly vendor: string },
): readonly Block[] {
  if (commitments === undefined) return [{ kind: 'paragraph', text: sentence('No commitments are recorded.') }];
  if (commitments.length === 0) return [{ kind: 'paragraph', text: sentence('No commitment is open.') }];
  const table: Table = {
    kind: 'table',
    id: 'open-commitments',
    heading: sentence('{all|commitment|commitments}', { all: count(commitments.length) }),
    columns: [
      { key: 'side', label: 'Side', align: 'left', weight: 1, cut: 'text', tone: 'strong' },
      { key: 'what', label: 'Commitment', align: 'left', weight: 3.4, cut: 'text' },
      { key: 'owner', label: 'Owner', align: 'left', weight: 1.3, cut: 'text' },
      { key: 'due', label: 'Due', align: 'right', weight: 0.5, cut: 'fixed' },
      { key: 'status', label: '', align: 'left', weight: 0.5, cut: 'fixed' },
    ],
    rows: commitments.map(({ side, what, owner, due }) => ({
      cells: {
        side: { value: text(side === 'partner' ? partner : vendor) },
        what: { value: text(what) },
        owner: { value: text(owner) },
        due: { value: shortDate(due) },
        ...(due < review.asOf && { status: { value: none, status: OVERDUE } }),
      },
    })),
  };
  return [table];
}

function cell(key: string, words: string | undefined): Record<string, Cell> {
  return words === undefined ? {} : { [key]: { value: text(words) } };
}
