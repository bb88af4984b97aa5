import type { Table } from '../document/block.ts';
import type { ValueChange } from '../domain/plan-record.ts';
import type { PlainDate } from '../units/plain-date.ts';
import { sentence } from '../units/sentence.ts';
import { shortDate, text, type Value } from '../units/value.ts';

/** A change as a plan's file keeps it. */
interface KeptChange<Kept> extends ValueChange<Kept> {
  readonly on: PlainDate;
  readonly by?: string | undefined;
  readonly why?: string | undefined;
}

/** What a place of a plan is called, and how a value that stands there is shown. */
export interface PlaceWords<Kept> {
  /** The part of the plan: a campaign, an offer. */
  readonly part: string;
  readonly what: string;
  show(value: Kept): Value;
}

/** More than this nobody reads on a page; the plan's file has them all. */
const MOST_CHANGES = 12;
/** Up to so many stand in full: leaving out two of five would spare a page a single line. */
const FEW_CHANGES = 5;

/** What was changed in a plan since both sides agreed to it, the newest first; none on a day before the first change. */
export function changesTable<Kept>(
  changes: readonly KeptChange<Kept>[],
  asOf: PlainDate,
  wordsOf: (at: string) => PlaceWords<Kept>,
): readonly Table[] {
  const known = changes.filter(({ on }) => on <= asOf).toReversed();
  if (known.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'changes',
      ...(known.length <= FEW_CHANGES && { isWhole: true }),
      heading: sentence('Changed since it was agreed'),
      columns: [
        { key: 'on', label: 'Day', align: 'left', weight: 0.5, cut: 'fixed' },
        { key: 'part', label: 'Part', align: 'left', weight: 1.3, cut: 'name' },
        { key: 'what', label: 'What', align: 'left', weight: 1.5, cut: 'text', wraps: true },
        { key: 'was', label: 'Was', align: 'right', weight: 0.8, cut: 'text', wraps: true },
        { key: 'is', label: 'Is', align: 'right', weight: 0.8, cut: 'text', wraps: true },
        { key: 'why', label: 'By, why', align: 'left', weight: 3.2, cut: 'text', tone: 'soft', wraps: true },
      ],
      rows: known.map(({ on, at, was, is, by, why }) => {
        const { part, what, show } = wordsOf(at);
        const origin = [by, why].filter((words) => words !== undefined).join(': ');
        return {
          cells: {
            on: { value: shortDate(on) },
            part: { value: text(part) },
            what: { value: text(what) },
            was: { value: was === undefined ? text('new') : show(was) },
            is: { value: is === undefined ? text('taken out') : show(is) },
            ...(origin !== '' && { why: { value: text(origin) } }),
          },
        };
      }),
      most: MOST_CHANGES,
      overflow: { where: 'in the file of the plan' },
    },
  ];
}
