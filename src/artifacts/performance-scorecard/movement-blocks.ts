import type { Cell, Column, Table } from '../../document/block.ts';
import type { Bridge, MovementKind } from '../../domain/movement/bridge.ts';
import type { Performance } from '../../domain/performance/performance.ts';
import { formatShortDate, type FormatOptions } from '../../units/format.ts';
import { isKnown } from '../../units/missing.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { amount, count, text } from '../../units/value.ts';

/** Steps that stand in one column: how they read, and which they are. */
const STEPS: readonly { readonly key: string; readonly label: string; readonly kinds: readonly MovementKind[] }[] = [
  { key: 'new', label: 'New', kinds: ['new', 'reopened'] },
  { key: 'changed', label: 'Changed', kinds: ['increased', 'decreased', 'exchange rates'] },
  { key: 'won', label: 'Won', kinds: ['won'] },
  { key: 'lost', label: 'Lost', kinds: ['lost'] },
  { key: 'gone', label: 'Not listed', kinds: ['vanished'] },
];

/**
 * The way from the open pipeline of the export before to the present one, in one line of deals and one of money. Nothing where it is
 * not known, or where neither day has an open deal.
 */
export function movementTable(performance: Performance, format: FormatOptions): Table | undefined {
  const { movement, figures, currency } = performance;
  if (!isKnown(movement)) return undefined;
  const { whole, before, now } = movement;
  if (whole.opening.deals + whole.movements.length + whole.closing.deals === 0) return undefined;
  const moved = STEPS.filter(({ kinds }) => whole.movements.some(({ kind }) => kinds.includes(kind)));
  const hasMoney = figures.pipeline_change.value.kind === 'amount';
  const deals: Record<string, Cell> = {
    what: { value: text('Deals') },
    then: { value: count(whole.opening.deals) },
    ...Object.fromEntries(moved.map(({ key, kinds }) => [key, { value: count(dealsOf(whole, kinds)) }])),
    now: { value: count(whole.closing.deals) },
  };
  const money: Record<string, Cell> = {
    what: { value: text('Amount') },
    then: { value: figures.pipeline_before.value },
    ...Object.fromEntries(moved.map(({ key, kinds }) => [key, { value: amount(amountOf(whole, kinds), currency) }])),
    now: { value: figures.open_pipeline.value },
  };
  const aside = asideOf(performance);
  return {
    kind: 'table',
    id: 'movement',
    cutLast: true,
    heading: sentence('How it moved'),
    ...(aside && { aside }),
    columns: [
      { key: 'what', label: 'Open', align: 'left', weight: 1.1, cut: 'text' },
      column('then', formatShortDate(before.date, format.locale)),
      ...moved.map(({ key, label }) => column(key, label)),
      { ...column('now', formatShortDate(now.date, format.locale)), tone: 'strong' },
    ],
    rows: [{ cells: deals }, ...(hasMoney ? [{ cells: money }] : [])],
  };
}

function column(key: string, label: string): Column {
  return { key, label, align: 'right', weight: 1, cut: 'fixed' };
}

function dealsOf({ movements }: Bridge, kinds: readonly MovementKind[]): number {
  return new Set(movements.filter(({ kind }) => kinds.includes(kind)).map(({ key }) => key)).size;
}

function amountOf({ movements }: Bridge, kinds: readonly MovementKind[]): number {
  return movements.reduce((total, { kind, amount: step }) => total + (kinds.includes(kind) ? step : 0), 0);
}

/** "6 slipped, 2 of them again; 5 a stage forward, 1 back": what is none is not said. */
function asideOf({ figures }: Performance): Sentence | undefined {
  const parts = [
    ['slipped', figures.slipped_deals, '{slipped} slipped'],
    ['again', figures.slipped_again_deals, '{again} of them twice or more'],
    ['forward', figures.stage_forward_deals, '{forward} a stage forward'],
    ['back', figures.stage_back_deals, '{back} a stage back'],
  ] as const;
  const slipped = figures.slipped_deals.value;
  const known = parts
    .filter(([, { value }]) => value.kind === 'count' && value.count > 0)
    .filter(([name]) => name !== 'again' || (slipped.kind === 'count' && slipped.count > 0));
  if (known.length === 0) return undefined;
  return sentence(
    known.map(([, , words]) => words).join(', '),
    Object.fromEntries(known.map(([name, { value }]) => [name, value])),
  );
}
