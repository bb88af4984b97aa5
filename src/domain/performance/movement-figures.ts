import { isKnown, missing, whenKnown, type Known } from '../../units/missing.ts';
import { onceFor } from '../../units/once-for.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { amount, count, date, text, type Value } from '../../units/value.ts';
import { dealKey } from '../deal-credit.ts';
import { selectDeals, type DealAt, type Selection } from '../deals-at.ts';
import type { Figure } from '../figure.ts';
import { bridgeTotal, type Bridge, type Movement, type MovementKind } from '../movement/bridge.ts';
import type { PipelineMovement } from '../movement/movement.ts';
import type { PerformanceBasis } from './basis.ts';
import { dealSources } from './sources.ts';

/** How the open pipeline moved since an earlier export, step by step. Amounts in the partner's currency. */
export function movementFigures(basis: PerformanceBasis) {
  const step = (label: string, kind: MovementKind, formula: string) => stepFigure(basis, { label, kind, formula });
  const moved = (label: string, keys: (movement: PipelineMovement) => ReadonlySet<string>, formula: string) =>
    dealsFigure(basis, { label, keys, formula, counted: true });
  const slipped = ({ moves }: PipelineMovement) => moves.slipped;
  const later = 'deals open at both exports whose close date is later than it was';
  return {
    pipeline_before: totalFigure(
      basis,
      'Open at the earlier export',
      'sum of the deals open then',
      ({ opening }) => opening.amount,
    ),
    pipeline_change: changeFigure(basis),
    pipeline_new: step('Pipeline added', 'new', 'deals that came in since, open now or closed meanwhile'),
    pipeline_reopened: step('Pipeline reopened', 'reopened', 'deals open again that an older export showed as open'),
    pipeline_increased: step('Pipeline increased', 'increased', 'what deals became more worth'),
    pipeline_decreased: step('Pipeline decreased', 'decreased', 'what deals became less worth'),
    pipeline_won: step('Pipeline won', 'won', 'deals won since'),
    pipeline_lost: step('Pipeline lost', 'lost', 'deals lost since, at what they were last worth'),
    pipeline_vanished: step(
      'Pipeline no longer listed',
      'vanished',
      'deals open then that the data does not list any more',
    ),
    pipeline_pulled_in: yearFigure(basis, 'Pulled into the year', 'pulled in'),
    pipeline_pushed_out: yearFigure(basis, 'Pushed out of the year', 'pushed out'),
    slipped_deals: moved('Slipped deals', slipped, later),
    slipped_amount: dealsFigure(basis, {
      label: 'Slipped deals, value',
      keys: slipped,
      formula: later,
      counted: false,
    }),
    slipped_again_deals: moved(
      'Slipped twice or more',
      (movement) => new Set([...movement.now.deals.keys()].filter((key) => (basis.putOff.get(key) ?? 0) > 1)),
      'open deals whose close date the exports show put off at least twice',
    ),
    stage_forward_deals: moved(
      'A stage forward',
      ({ moves }) => moves.forward,
      'deals open at both exports, in a later stage now',
    ),
    stage_back_deals: moved(
      'A stage back',
      ({ moves }) => moves.back,
      'deals open at both exports, in an earlier stage now',
    ),
  } satisfies Record<string, Figure>;
}

/** Money of a bridge; unknown where no deal has an amount: that is no zero. */
function money(
  movement: Known<PipelineMovement>,
  pick: (bridge: Bridge) => number,
  of: 'whole' | 'thisYear' = 'whole',
) {
  return whenKnown([movement], (known): Known<number> => {
    const deals = [...known.before.deals.values(), ...known.now.deals.values()];
    const isNameless = deals.length > 0 && deals.every((deal) => !isKnown(deal.amount));
    return isNameless ? missing('no deal has an amount') : pick(known[of]);
  });
}

function sources(basis: PerformanceBasis): Sentence[] {
  const { movement, files } = basis;
  if (!isKnown(movement)) return dealSources(basis);
  const file = text(`partners/${files.id}/snapshots/${movement.before.date}.json`);
  return [...dealSources(basis), sentence('{file}', { file })];
}

function since({ movement }: PerformanceBasis, words: string): { readonly rows?: Sentence } {
  if (!isKnown(movement)) return {};
  return { rows: sentence(`deals ${words} {day}`, { day: date(movement.before.date) }) };
}

function totalFigure(
  basis: PerformanceBasis,
  label: string,
  formula: string,
  pick: (bridge: Bridge) => number,
): Figure {
  const value = amount(money(basis.movement, pick), basis.currency);
  return { label, value, evidence: { formula, ...thenOpen(basis), sources: sources(basis) } };
}

function thenOpen(basis: PerformanceBasis): { readonly selection?: Selection; readonly rows?: Sentence } {
  const { movement } = basis;
  if (!isKnown(movement)) return {};
  const deals = [...movement.before.deals.keys()].map((key) => dealThen(movement, key));
  return { selection: selectDeals(deals, () => true), ...since(basis, 'open on') };
}

function changeFigure(basis: PerformanceBasis): Figure {
  const { movement, currency } = basis;
  const value = money(movement, ({ opening, closing }) => closing.amount - opening.amount);
  return {
    label: 'Open pipeline, change since the earlier export',
    value: amount(value, currency),
    evidence: {
      formula: 'open now − open at the earlier export',
      ...(isKnown(movement) && { workings: bridgeSentence(movement, currency) }),
      sources: sources(basis),
    },
  };
}

/** "$1,310,000 on 31 Dec 2025 + $420,000 new − $97,000 won = $1,480,000": the whole way in one line. */
function bridgeSentence({ whole, before }: PipelineMovement, currency: string): Sentence {
  const kinds = KINDS.filter((kind) => whole.movements.some((step) => step.kind === kind));
  const steps = kinds.map((kind, index) => ({ kind, name: `step${index}`, total: bridgeTotal(whole, kind).amount }));
  const words = steps.map(({ kind, name, total }) => ` ${total < 0 ? '−' : '+'} {${name}} ${WORDS[kind]}`).join('');
  return sentence(`{opening} on {day}${words} = {closing}`, {
    opening: amount(whole.opening.amount, currency),
    day: date(before.date),
    closing: amount(whole.closing.amount, currency),
    ...Object.fromEntries(steps.map(({ name, total }) => [name, amount(Math.abs(total), currency)])),
  });
}

const WORDS: Readonly<Record<MovementKind, string>> = {
  new: 'new',
  reopened: 'reopened',
  increased: 'increased',
  decreased: 'decreased',
  'exchange rates': 'by exchange rates',
  'pulled in': 'pulled in',
  'pushed out': 'pushed out',
  won: 'won',
  lost: 'lost',
  vanished: 'no longer listed',
};

const KINDS = Object.keys(WORDS) as readonly MovementKind[];

function stepFigure(
  basis: PerformanceBasis,
  { label, kind, formula }: { readonly label: string; readonly kind: MovementKind; readonly formula: string },
): Figure {
  const { movement, currency } = basis;
  const value = amount(
    money(movement, (bridge) => Math.abs(bridgeTotal(bridge, kind).amount)),
    currency,
  );
  const steps = isKnown(movement) ? movement.whole.movements.filter((step) => step.kind === kind) : [];
  return { label, value, evidence: { formula, ...stepRows(basis, steps), sources: sources(basis) } };
}

/** Into or out of what is to close by the end of the fiscal year. */
function yearFigure(basis: PerformanceBasis, label: string, kind: 'pulled in' | 'pushed out'): Figure {
  const { movement, currency } = basis;
  const value: Value = amount(
    money(movement, (bridge) => Math.abs(bridgeTotal(bridge, kind).amount), 'thisYear'),
    currency,
  );
  const steps = isKnown(movement) ? movement.thisYear.movements.filter((step) => step.kind === kind) : [];
  const formula = `open deals whose close date moved ${kind === 'pulled in' ? 'into' : 'out of'} the fiscal year`;
  return { label, value, evidence: { formula, ...stepRows(basis, steps), sources: sources(basis) } };
}

function stepRows(
  basis: PerformanceBasis,
  steps: readonly Movement[],
): { readonly selection?: Selection; readonly rows?: Sentence } {
  const { movement } = basis;
  if (!isKnown(movement)) return {};
  const now = dealsNow(basis);
  const deals = steps.map(({ key, amount: moved }): DealAt => {
    const deal = now.get(key) ?? dealThen(movement, key);
    return { ...deal, amount: moved === 0 ? missing('no amount') : Math.abs(moved) };
  });
  return { selection: selectDeals(deals, () => true), ...since(basis, 'that moved since') };
}

interface DealsPart {
  readonly label: string;
  readonly keys: (movement: PipelineMovement) => ReadonlySet<string>;
  readonly formula: string;
  readonly counted: boolean;
}

function dealsFigure(basis: PerformanceBasis, { label, keys, formula, counted }: DealsPart): Figure {
  const { movement, currency } = basis;
  const selection = whenKnown([movement], (known) => {
    const wanted = keys(known);
    return selectDeals(
      (basis.open?.all.counted ?? []).filter(({ deal }) => wanted.has(dealKey(deal))),
      () => true,
    );
  });
  const value = counted
    ? count(whenKnown([selection], ({ counted: deals }) => deals.length))
    : amount(
        whenKnown([selection], (deals) => deals.amount),
        currency,
      );
  const rows = isKnown(selection) ? { selection, ...since(basis, 'compared with') } : {};
  return { label, value, evidence: { formula, ...rows, sources: sources(basis) } };
}

/** Deals as they stand now, open or not, by their keys. */
const dealsNow = onceFor(({ open }: PerformanceBasis): ReadonlyMap<string, DealAt> => {
  const listed = open ? [open.all.counted, ...open.all.leftOut.map(({ deals }) => deals)].flat() : [];
  return new Map(listed.map((deal) => [dealKey(deal.deal), deal]));
});

/** A deal of which only the earlier export is left. */
function dealThen({ before }: PipelineMovement, key: string): DealAt {
  const { amount: worth, stage, closeDate } = before.deals.get(key)!;
  const [source = '', ...id] = key.split(':');
  return {
    deal: {
      source,
      id: id.join(':'),
      status: 'open',
      ...(stage !== undefined && { stage }),
      ...(closeDate !== undefined && { close_date: closeDate }),
    },
    state: 'open',
    amount: worth,
    counts: true,
  };
}
