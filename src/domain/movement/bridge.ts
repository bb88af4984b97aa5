import { isKnown } from '../../units/missing.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { dealKey } from '../deal-credit.ts';
import { sum, type DealAt } from '../deals-at.ts';
import { totalOf, type OpenDeal, type PipelineState } from './pipeline-state.ts';

/** What moves an open pipeline from one day to another. */
export type MovementKind =
  | 'new'
  | 'reopened'
  | 'increased'
  | 'decreased'
  | 'exchange rates'
  | 'pulled in'
  | 'pushed out'
  | 'won'
  | 'lost'
  | 'vanished';

/** One step of one deal. A deal may take several: it grows, then it is won. */
export interface Movement {
  readonly kind: MovementKind;
  readonly key: string;
  /** What it adds to the open pipeline, signed, in the partner's currency. */
  readonly amount: number;
  /** 1: the deal comes in, −1: it leaves, 0: it stays. */
  readonly deals: 1 | -1 | 0;
}

/** An open pipeline on two days and every step between them: opening + movements = closing, in money and in deals. */
export interface Bridge {
  readonly opening: Total;
  readonly movements: readonly Movement[];
  readonly closing: Total;
}

export interface Total {
  readonly amount: number;
  readonly deals: number;
}

export interface BridgeInput {
  readonly before: PipelineState;
  readonly now: PipelineState;
  /** Every deal of the partner as it stands on the later day: says how those that left were closed. */
  readonly all: readonly DealAt[];
  /** Keys of deals that were open on a day before the first one: open again is not new. */
  readonly knownBefore: ReadonlySet<string>;
  /** Only deals that are to close by this day; without one, all open deals. */
  readonly closingBy?: PlainDate;
}

/**
 * The steps from one state of an open pipeline to the other. A deal leaves with the amount it was won for; what was added to it before
 * is an increase. A lost or vanished deal leaves with what it was worth when it was last open.
 */
export function bridgeOf({ before, now, all, knownBefore, closingBy }: BridgeInput): Bridge {
  const isIn = (deal: OpenDeal | undefined): deal is OpenDeal =>
    deal !== undefined && (closingBy === undefined || (deal.closeDate !== undefined && deal.closeDate <= closingBy));
  const closed = new Map(all.map((deal) => [dealKey(deal.deal), deal]));
  const keys = new Set([...before.deals.keys(), ...now.deals.keys(), ...closedBetween(all, before, now)]);
  const movements = [...keys].flatMap((key) => {
    const [then, here] = [before.deals.get(key), now.deals.get(key)];
    const step: Step = { key, wasKnown: knownBefore.has(key), outcome: closed.get(key) };
    if (isIn(then) && isIn(here)) return changeSteps(key, then, here);
    if (isIn(then)) return leavingSteps(step, then, here);
    if (isIn(here)) return [enteringStep(step, worth(here), then !== undefined)];
    return here ? [] : passingSteps(step, then);
  });
  return {
    opening: totalIn(before, isIn),
    movements: movements.filter(({ amount, deals }) => amount !== 0 || deals !== 0),
    closing: totalIn(now, isIn),
  };
}

/** What the steps of some kinds add up to, signed, and by how many deals the pipeline grew or shrank by them. */
export function bridgeTotal({ movements }: Bridge, ...kinds: readonly MovementKind[]): Total {
  const steps = movements.filter(({ kind }) => kinds.includes(kind));
  return { amount: sum(steps.map(({ amount }) => amount)), deals: sum(steps.map(({ deals }) => deals)) };
}

interface Step {
  readonly key: string;
  readonly wasKnown: boolean;
  /** The deal on the later day, where it is still listed. */
  readonly outcome: DealAt | undefined;
}

function totalIn({ deals }: PipelineState, isIn: (deal: OpenDeal) => boolean): Total {
  const counted = [...deals.values()].filter(isIn);
  return { amount: totalOf(counted), deals: counted.length };
}

/** Closed after the first day and up to the second: those that came meanwhile are among them. */
function closedBetween(all: readonly DealAt[], before: PipelineState, now: PipelineState): string[] {
  return all
    .filter(({ state, deal }) => (state === 'won' || state === 'lost') && deal.close_date !== undefined)
    .filter(({ deal }) => deal.close_date! > before.date && deal.close_date! <= now.date)
    .map(({ deal }) => dealKey(deal));
}

/** A deal that stays: its amount in its own currency at today's rate, and what the rate alone did. */
function changeSteps(key: string, then: OpenDeal, here: OpenDeal): Movement[] {
  const difference = worth(here) - worth(then);
  const byRate = rateEffect(then, here);
  const own = difference - byRate;
  return [
    { kind: own > 0 ? 'increased' : 'decreased', key, amount: own, deals: 0 },
    { kind: 'exchange rates', key, amount: byRate, deals: 0 },
  ];
}

/** Old amount × (new rate − old rate); nothing where the deal is in the partner's currency or in another one than before. */
function rateEffect(then: OpenDeal, here: OpenDeal): number {
  if (!then.own || !here.own || then.own.currency !== here.own.currency) return 0;
  if (!isKnown(then.amount) || !isKnown(here.amount) || here.own.amount === 0) return 0;
  const atNewRate = (then.own.amount * here.amount) / here.own.amount;
  const effect = atNewRate - then.amount;
  return Math.abs(effect) < NOISE ? 0 : effect;
}

/** Less than a thousandth of a cent is noise of the division, no rate. */
const NOISE = 1e-5;

function leavingSteps({ key, outcome }: Step, then: OpenDeal, here: OpenDeal | undefined): Movement[] {
  if (here) return [{ kind: 'pushed out', key, amount: -worth(then), deals: -1 }];
  if (outcome?.state === 'won') {
    const amount = isKnown(outcome.amount) ? outcome.amount : worth(then);
    const own = amount - worth(then);
    return [
      { kind: own > 0 ? 'increased' : 'decreased', key, amount: own, deals: 0 },
      { kind: 'won', key, amount: -amount, deals: -1 },
    ];
  }
  return [{ kind: outcome?.state === 'lost' ? 'lost' : 'vanished', key, amount: -worth(then), deals: -1 }];
}

function enteringStep({ key, wasKnown }: Step, amount: number, wasOpen: boolean): Movement {
  return { kind: wasOpen ? 'pulled in' : wasKnown ? 'reopened' : 'new', key, amount, deals: 1 };
}

/** A deal that came and was closed between the two days, so that what was won meanwhile stands among the won. */
function passingSteps(step: Step, then: OpenDeal | undefined): Movement[] {
  const { key, outcome } = step;
  if (outcome?.state !== 'won' && outcome?.state !== 'lost') return [];
  if (then && outcome.state === 'lost') return [];
  const amount = isKnown(outcome.amount) ? outcome.amount : 0;
  return [enteringStep(step, amount, then !== undefined), { kind: outcome.state, key, amount: -amount, deals: -1 }];
}

function worth({ amount }: OpenDeal): number {
  return isKnown(amount) ? amount : 0;
}
