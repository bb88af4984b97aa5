import type { Column, Row, Table } from '../../document/block.ts';
import type { Movement, MovementKind } from '../../domain/movement/bridge.ts';
import type { PipelineMovement } from '../../domain/movement/movement.ts';
import type { OpenDeal } from '../../domain/movement/pipeline-state.ts';
import { formatDate, formatShortDate, type FormatOptions } from '../../units/format.ts';
import { isKnown, missing } from '../../units/missing.ts';
import { sentence } from '../../units/sentence.ts';
import { amount, date, none, shortDate, text, type Value } from '../../units/value.ts';

const COLUMNS: readonly Column[] = [
  { key: 'account', label: 'Account', align: 'left', weight: 1.8, cut: 'name', tone: 'strong' },
  { key: 'deal', label: 'Deal', align: 'left', weight: 1.8, cut: 'text', tone: 'soft' },
  { key: 'change', label: 'Change', align: 'right', weight: 0.85, cut: 'fixed' },
  { key: 'what', label: 'What happened', align: 'left', weight: 3, cut: 'text', wraps: true },
  { key: 'before', label: 'Open then', align: 'right', weight: 1, cut: 'fixed', detail: true },
  { key: 'now', label: 'Open now', align: 'right', weight: 1, cut: 'fixed', detail: true },
  { key: 'stage-before', label: 'Stage then', align: 'left', weight: 1, cut: 'fixed', detail: true },
  { key: 'stage-now', label: 'Stage now', align: 'left', weight: 1, cut: 'fixed', detail: true },
  { key: 'close-before', label: 'Close date then', align: 'right', weight: 1, cut: 'fixed', detail: true },
  { key: 'close-now', label: 'Close date now', align: 'right', weight: 1, cut: 'fixed', detail: true },
];

const WORDS: Readonly<Record<MovementKind, string>> = {
  new: 'new',
  reopened: 'reopened',
  increased: 'grew',
  decreased: 'shrank',
  'exchange rates': 'exchange rate',
  'pulled in': 'pulled in',
  'pushed out': 'pushed out',
  won: 'won',
  lost: 'lost',
  vanished: 'no longer listed',
};

/**
 * Every deal that moved since the earlier export: what it did to the open pipeline, its stages and close dates then and now. The largest
 * deals stand first. Undefined where nothing moved.
 */
export function movedDealsTable(
  movement: PipelineMovement,
  { currency, format, most }: { readonly currency: string; readonly format: FormatOptions; readonly most: number },
): Table | undefined {
  const deals = movedDeals(movement);
  if (deals.length === 0) return undefined;
  return {
    kind: 'table',
    id: 'movement',
    heading: sentence('Deals that moved since {day}', { day: shortDate(movement.before.date) }),
    columns: COLUMNS,
    rows: deals.map((deal) => rowOf(deal, movement, { currency, format })),
    most,
  };
}

/** A deal that was open on at least one of the two days, or came and went between them. */
interface MovedDeal {
  readonly key: string;
  readonly steps: readonly Movement[];
  /** What it added to the open pipeline, signed. */
  readonly change: number;
  readonly was: OpenDeal | undefined;
  readonly now: OpenDeal | undefined;
}

function movedDeals({ whole, moves, before, now }: PipelineMovement): MovedDeal[] {
  const steps = new Map<string, Movement[]>();
  for (const step of whole.movements) {
    if (!steps.get(step.key)?.push(step)) steps.set(step.key, [step]);
  }
  const keys = new Set([...steps.keys(), ...moves.slipped, ...moves.forward, ...moves.back]);
  const deals = [...keys].map((key): MovedDeal => {
    const own = steps.get(key) ?? [];
    const change = own.reduce((total, { amount: step }) => total + step, 0);
    return { key, steps: own, change, was: before.deals.get(key), now: now.deals.get(key) };
  });
  return deals.sort((a, b) => weightOf(b) - weightOf(a) || (a.key < b.key ? -1 : 1));
}

/** The largest amount of a deal that anything happened to: one that slipped counts with all it is worth. */
function weightOf({ steps, was, now }: MovedDeal): number {
  const worth = [was?.amount, now?.amount].filter((each) => typeof each === 'number');
  return Math.max(0, ...worth, ...steps.map(({ amount: step }) => Math.abs(step)));
}

function rowOf(
  { key, steps, change, was, now }: MovedDeal,
  { listed }: PipelineMovement,
  { currency, format }: { readonly currency: string; readonly format: FormatOptions },
): Row {
  const deal = listed.get(key)?.deal;
  const money = (side: OpenDeal | undefined): Value => (side ? amount(side.amount, currency) : none);
  const words = [
    ...new Set(steps.map(({ kind }) => WORDS[kind])),
    ...dateWords(was, now, format),
    ...stageWords(was, now),
  ];
  return {
    cells: {
      account: { value: text(deal?.account ?? deal?.name ?? key) },
      ...(deal?.name !== undefined && { deal: { value: text(deal.name) } }),
      change: { value: amountOfChange({ steps, change, was, now }, currency) },
      what: { value: text(words.join(', ')) },
      before: { value: money(was) },
      now: { value: money(now) },
      ...textCell('stage-before', was?.stage),
      ...textCell('stage-now', (now ?? deal)?.stage),
      ...(was?.closeDate !== undefined && { 'close-before': { value: date(was.closeDate) } }),
      ...(closeNow(now, deal?.close_date) && { 'close-now': { value: date(closeNow(now, deal?.close_date)!) } }),
    },
  };
}

function closeNow(now: OpenDeal | undefined, closed: OpenDeal['closeDate']): OpenDeal['closeDate'] {
  return now ? now.closeDate : closed;
}

/** A deal of which neither side has an amount changed the sum by nobody knows what. */
function amountOfChange({ steps, change, was, now }: Omit<MovedDeal, 'key'>, currency: string): Value {
  const isUnknown =
    [was, now].every((side) => !side || !isKnown(side.amount)) && steps.every((step) => step.amount === 0);
  if (isUnknown) return amount(missing('no amount'), currency);
  return change === 0 ? none : amount(change, currency);
}

/** "slipped 31 Jan → 30 Apr", "sooner 30 Apr → 31 Jan". */
function dateWords(was: OpenDeal | undefined, now: OpenDeal | undefined, { locale }: FormatOptions): string[] {
  if (!was?.closeDate || !now?.closeDate || was.closeDate === now.closeDate) return [];
  const isSameYear = was.closeDate.slice(0, 4) === now.closeDate.slice(0, 4);
  const write = isSameYear ? formatShortDate : formatDate;
  const [from, to] = [write(was.closeDate, locale), write(now.closeDate, locale)];
  return [`${now.closeDate > was.closeDate ? 'slipped' : 'sooner'} ${from} → ${to}`];
}

function stageWords(was: OpenDeal | undefined, now: OpenDeal | undefined): string[] {
  if (!was?.stage || !now?.stage || was.stage === now.stage) return [];
  return [`${was.stage} → ${now.stage}`];
}

function textCell(key: string, words: string | undefined): Row['cells'] {
  return words === undefined ? {} : { [key]: { value: text(words) } };
}
