import type { Cell, Column, Row, Table } from '../../document/block.ts';
import { bridgeTotal, type Bridge, type MovementKind } from '../../domain/movement/bridge.ts';
import type { PipelineMovement } from '../../domain/movement/movement.ts';
import type { Performance } from '../../domain/performance/performance.ts';
import { formatFiscalYear, type FiscalYear } from '../../units/fiscal-quarter.ts';
import { formatDate, type FormatOptions } from '../../units/format.ts';
import { isKnown, missing, type Known } from '../../units/missing.ts';
import { sentence } from '../../units/sentence.ts';
import { amount, count, none, shortDate, text } from '../../units/value.ts';

const STEPS: readonly { readonly kind: MovementKind; readonly key: string; readonly label: string }[] = [
  { kind: 'new', key: 'added', label: 'New' },
  { kind: 'reopened', key: 'reopened', label: 'Reopened' },
  { kind: 'increased', key: 'grown', label: 'Grown' },
  { kind: 'decreased', key: 'shrunk', label: 'Shrunk' },
  { kind: 'exchange rates', key: 'rates', label: 'Exchange rates' },
  { kind: 'pulled in', key: 'pulled', label: 'Pulled into the year' },
  { kind: 'pushed out', key: 'pushed', label: 'Pushed out of the year' },
  { kind: 'won', key: 'won', label: 'Won' },
  { kind: 'lost', key: 'lost', label: 'Lost' },
  { kind: 'vanished', key: 'gone', label: 'No longer listed' },
];
/** Steps that stand there even where nothing took them: that nothing was won is worth knowing. */
const ALWAYS: ReadonlySet<MovementKind> = new Set(['new', 'increased', 'decreased', 'won', 'lost']);
/** Steps of deals that were open before and are open still. */
const STAYING: ReadonlySet<MovementKind> = new Set(['increased', 'decreased', 'exchange rates']);

/** The open pipeline from the earlier export to the present one, step by step: all of it, and what is to close by the end of the year. */
export function bridgeTable(
  performance: Performance,
  {
    movement,
    year,
    format,
  }: { readonly movement: PipelineMovement; readonly year: FiscalYear; readonly format: FormatOptions },
): Table {
  const { whole, thisYear, before, now } = movement;
  const steps = STEPS.filter(
    ({ kind }) =>
      ALWAYS.has(kind) || [whole, thisYear].some(({ movements }) => movements.some((step) => step.kind === kind)),
  );
  const money = moneyOf(performance);
  const total = (key: 'opening' | 'closing', label: string): Row => ({
    cells: {
      step: { value: text(label) },
      deals: { value: count(whole[key].deals) },
      open: money(whole[key].amount),
      year: money(thisYear[key].amount),
    },
    emphasis: 'strong',
    key,
    ...(key === 'closing' && { formula: ['opening', ...steps.map((step) => step.key)].join(' + ') }),
  });
  return {
    kind: 'table',
    id: 'bridge',
    heading: sentence('Open pipeline since {day}', { day: shortDate(before.date) }),
    columns: [
      { key: 'step', label: '', align: 'left', weight: 3, cut: 'text' },
      { key: 'deals', label: 'Deals', align: 'right', weight: 0.8, cut: 'fixed' },
      { key: 'open', label: 'All open', align: 'right', weight: 1.2, cut: 'fixed' },
      { key: 'year', label: `Due in ${formatFiscalYear(year)}`, align: 'right', weight: 1.2, cut: 'fixed' },
    ],
    rows: [
      total('opening', `Open on ${formatDate(before.date, format.locale)}`),
      ...steps.map(({ kind, key, label }) => stepRow({ whole, thisYear }, { kind, key, label, money })),
      total('closing', `Open on ${formatDate(now.date, format.locale)}`),
      ...movedRows(performance),
    ],
    cutLast: true,
  };
}

type Money = (amount: Known<number>) => Cell;

/** Of deals of which none has an amount no sum is known. */
function moneyOf({ figures, currency }: Performance): Money {
  const { value } = figures.pipeline_before;
  return (known) => ({ value: value.kind === 'missing' ? value : amount(known, currency) });
}

function stepRow(
  { whole, thisYear }: { readonly whole: Bridge; readonly thisYear: Bridge },
  { kind, key, label, money }: (typeof STEPS)[number] & { readonly money: Money },
): Row {
  const [all, year] = [bridgeTotal(whole, kind), bridgeTotal(thisYear, kind)];
  const isOfYear = kind === 'pulled in' || kind === 'pushed out';
  return {
    cells: {
      step: { value: text(label) },
      deals: { value: isOfYear || STAYING.has(kind) ? none : count(all.deals) },
      open: isOfYear ? { value: none } : money(all.amount),
      year: money(year.amount),
    },
    key,
  };
}

/** What moved without changing the sum: close dates put off, stages. Nothing is said of what no deal did. */
function movedRows({ figures }: Performance): Row[] {
  const rows = [
    ['Slipped to a later date', figures.slipped_deals, figures.slipped_amount],
    ['A stage forward', figures.stage_forward_deals, undefined],
    ['A stage back', figures.stage_back_deals, undefined],
  ] as const;
  return rows.flatMap(([label, deals, worth]): Row[] => {
    if (deals.value.kind !== 'count' || deals.value.count === 0) return [];
    const cells = { step: { value: text(label) }, deals: { value: deals.value } };
    return [{ cells: { ...cells, ...(worth && { open: { value: worth.value } }) }, emphasis: 'indent' }];
  });
}

const RESTATED: readonly Column[] = [
  { key: 'month', label: 'Month', align: 'left', weight: 1.2, cut: 'fixed' },
  { key: 'before', label: 'Then', align: 'right', weight: 1, cut: 'fixed' },
  { key: 'now', label: 'Now', align: 'right', weight: 1, cut: 'fixed' },
  { key: 'change', label: 'Change', align: 'right', weight: 1, cut: 'fixed', formula: 'now - before' },
];

/** Months that were closed at the earlier export and of which the data says something else now; undefined where there is none. */
export function restatedTable({ restatement, currency }: Performance): Table | undefined {
  if (!isKnown(restatement) || restatement.months.length === 0) return undefined;
  return {
    kind: 'table',
    id: 'restated',
    heading: sentence('Restated, months closed by {day}', { day: shortDate(restatement.since) }),
    columns: RESTATED,
    rows: restatement.months.map(({ month, before, now }) => ({
      cells: {
        month: { value: { kind: 'month', month } },
        before: { value: amount(before, currency) },
        now: { value: amount(now, currency) },
        change: { value: amount(isKnown(now) ? now - before : missing(now.missing), currency) },
      },
    })),
  };
}
