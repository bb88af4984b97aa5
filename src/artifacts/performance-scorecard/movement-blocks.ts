import type { Paragraph, Table } from '../../document/block.ts';
import { bridgeTotal, type MovementKind } from '../../domain/movement/bridge.ts';
import { coverageQuarter } from '../../domain/performance/basis.ts';
import type { Performance } from '../../domain/performance/performance.ts';
import { isKnown } from '../../units/missing.ts';
import type { FormatOptions } from '../../units/format.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { amount, shortDate, type Value } from '../../units/value.ts';
import type { ScorecardResult } from './compute.ts';
import { movedDealsTable } from './moved-deals.ts';
import { bridgeTable, restatedTable } from './movement-tables.ts';

/** Rows of deals that moved: a page that was not asked for them shows the first few. */
const MOST_DEALS = { usual: 5, asked: 40 } as const;

/** The movement in one sentence, for a sheet that does not show it in full. */
export function movementInShort({ performance }: ScorecardResult): Paragraph | undefined {
  const text = movementSentence(performance);
  return text && { kind: 'paragraph', text, shortOf: 'bridge' };
}

/** The bridge, the deals that moved and the restated months; undefined where the movement is not known or nothing moved. */
export function movementBody({ performance }: ScorecardResult, format: FormatOptions): MovementBody | undefined {
  const { movement, review, currency, figures } = performance;
  const restated = restatedTable(performance);
  if (!isKnown(movement) || (!movementSentence(performance) && !restated)) return undefined;
  const wasAsked = review.since !== undefined;
  const most = wasAsked ? MOST_DEALS.asked : MOST_DEALS.usual;
  const shown = (table: Table | undefined): Table[] =>
    table ? [{ ...table, forScripts: true, ...(!wasAsked && { detail: true }) }] : [];
  const { year } = coverageQuarter(review);
  const values = {
    day: shortDate(movement.before.date),
    before: figures.pipeline_before.value,
    now: figures.open_pipeline.value,
  };
  const isMoney = values.before.kind === 'amount' && values.now.kind === 'amount';
  return {
    wasAsked,
    headline: isMoney
      ? sentence('Open pipeline went from {before} on {day} to {now}', values)
      : sentence('What moved since {day}', values),
    columns: {
      side: [...shown(bridgeTable(performance, { movement, year, format })), ...shown(restated)],
      main: shown(movedDealsTable(movement, { currency, format, most })),
    },
  };
}

interface MovementBody {
  /** The day to count from was asked for: all of it is wanted. */
  readonly wasAsked: boolean;
  readonly headline: Sentence;
  readonly columns: { readonly main: readonly Table[]; readonly side: readonly Table[] };
}

/** Steps that are said together, and how. */
const STEPS: readonly { readonly name: string; readonly words: string; readonly kinds: readonly MovementKind[] }[] = [
  { name: 'came', words: 'new', kinds: ['new', 'reopened'] },
  { name: 'changed', words: 'changed', kinds: ['increased', 'decreased', 'exchange rates'] },
  { name: 'won', words: 'won', kinds: ['won'] },
  { name: 'lost', words: 'lost', kinds: ['lost'] },
  { name: 'gone', words: 'no longer listed', kinds: ['vanished'] },
];

/**
 * The way from the open pipeline of the earlier export to the present one, in two lines: "Since 31 Dec: $1.29M open + $863K new − $357K
 * won = $1.48M; 4 slipped, 6 a stage forward." Nothing where it is not known or nothing moved.
 */
function movementSentence(performance: Performance): Sentence | undefined {
  const { movement, figures, currency } = performance;
  if (!isKnown(movement)) return undefined;
  const { whole, before } = movement;
  const moves = movesOf(performance);
  const hasMoney = figures.pipeline_change.value.kind === 'amount' && figures.open_pipeline.value.kind === 'amount';
  if (whole.movements.length === 0 && moves.words === '') return undefined;
  const steps = hasMoney ? STEPS.map((step) => ({ ...step, total: bridgeTotal(whole, ...step.kinds).amount })) : [];
  const counted = steps.filter(({ total }) => Math.abs(total) >= 0.5);
  const bridge = counted.map(({ name, words, total }) => ` ${total < 0 ? '−' : '+'}\u00a0{${name}} ${words}`).join('');
  const money = hasMoney ? `{pipeline_before} open${bridge} = {open_pipeline}` : '';
  return sentence(`Since {day}: ${[money, moves.words].filter((words) => words !== '').join('; ')}.`, {
    day: shortDate(before.date),
    pipeline_before: figures.pipeline_before.value,
    open_pipeline: figures.open_pipeline.value,
    ...Object.fromEntries(counted.map(({ name, total }) => [name, amount(Math.abs(total), currency)])),
    ...moves.values,
  });
}

/** "6 slipped, 2 twice or more, 5 a stage forward, 1 back": what is none is not said. */
function movesOf({ figures }: Performance): {
  readonly words: string;
  readonly values: Readonly<Record<string, Value>>;
} {
  const parts = [
    ['slipped_deals', 'slipped'],
    ['slipped_again_deals', 'slipped twice or more'],
    ['stage_forward_deals', 'a stage forward'],
    ['stage_back_deals', 'a stage back'],
  ] as const;
  const known = parts.filter(([name]) => {
    const { value } = figures[name];
    return value.kind === 'count' && value.count > 0;
  });
  return {
    words: known.map(([name, words]) => `{${name}} ${words}`).join(', '),
    values: Object.fromEntries(known.map(([name]) => [name, figures[name].value])),
  };
}
