import type { Adjustment } from '../../schema/adjustments.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import type { Figure } from '../figure.ts';
import { adjustmentStatusOn } from './adjustment-status.ts';

/** An adjustment that readers of some figures must know of: a correction that is in them, or an objection that is still open. */
export interface FigureNote {
  readonly adjustment: Adjustment;
  readonly state: 'corrected' | 'under review';
  /** The figures by their names: those a correction changes or would change, or the one that is disputed. */
  readonly figures: ReadonlySet<string>;
}

/** What an objection to the bookings of a month names as its figure, as a correction does. */
export const BOOKINGS = 'bookings';

type Figures = Readonly<Record<string, Figure>>;

/**
 * What is to be said of which figures on a day. What a correction concerns is not declared but tried out: the figures are computed with
 * it and without it, and those that differ carry its note.
 *
 * @param figures computes every figure of a partner with these adjustments in force
 */
export function figureNotes(
  adjustments: readonly Adjustment[],
  on: PlainDate,
  figures: (adjustments: readonly Adjustment[]) => Figures,
): readonly FigureNote[] {
  if (adjustments.length === 0) return [];
  const now = figures(adjustments);
  return adjustments
    .toSorted((a, b) => (a.recorded < b.recorded ? -1 : a.recorded > b.recorded ? 1 : 0))
    .flatMap((adjustment): FigureNote[] => {
      const status = adjustmentStatusOn(adjustment, on);
      if (status !== 'open' && (status !== 'accepted' || adjustment.kind === 'dispute')) return [];
      const others = adjustments.filter((other) => other !== adjustment);
      const concerned =
        status === 'accepted'
          ? differing(now, figures(others))
          : wouldChange(adjustment, on).flatMap((tried) => differing(now, figures([...others, tried])));
      const named = adjustment.kind === 'dispute' && Object.hasOwn(now, adjustment.figure) ? [adjustment.figure] : [];
      const state = status === 'accepted' ? 'corrected' : 'under review';
      return [{ adjustment, state, figures: new Set([...concerned, ...named]) }];
    });
}

/** The correction in force that an open objection to bookings of a month asks for; one without an amount is tried with a single coin. */
function wouldChange(adjustment: Adjustment, on: PlainDate): Adjustment[] {
  const { figure, month, amount = 1 } = adjustment;
  if (figure !== BOOKINGS || month === undefined) return [];
  return [{ ...adjustment, kind: 'correction', amount, status: 'accepted', settled: on }];
}

/** Names of the figures that say something else, in value or in status. */
export function differing(now: Figures, then: Figures): string[] {
  const said = (figure: Figure | undefined) => JSON.stringify([figure?.value, figure?.status]);
  return Object.keys(now).filter((name) => said(now[name]) !== said(then[name]));
}
