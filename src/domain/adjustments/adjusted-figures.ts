import type { Adjustment } from '../../schema/adjustments.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import type { Figure } from '../figure.ts';
import { adjustmentStatusOn } from './adjustment-status.ts';

/**
 * An adjustment that readers of some figures must know of: a correction that is in them, an objection that is still open, or one that
 * was accepted and is not in the data yet. A dispute changes no number: the data does, where the figure stands.
 */
export interface FigureNote {
  readonly adjustment: Adjustment;
  readonly state: 'corrected' | 'under review' | 'accepted';
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
 * @param dataOf the day of the newest data: newer data than the day a dispute was accepted shows what came of it
 * @param figures computes every figure of a partner with these adjustments in force
 */
export function figureNotes(
  adjustments: readonly Adjustment[],
  { on, dataOf }: { readonly on: PlainDate; readonly dataOf: PlainDate },
  figures: (adjustments: readonly Adjustment[]) => Figures,
): readonly FigureNote[] {
  if (adjustments.length === 0) return [];
  const now = figures(adjustments);
  return adjustments
    .toSorted((a, b) => (a.recorded < b.recorded ? -1 : a.recorded > b.recorded ? 1 : 0))
    .flatMap((adjustment): FigureNote[] => {
      const status = adjustmentStatusOn(adjustment, on);
      const state = stateOf(adjustment, status, dataOf);
      if (!state) return [];
      const others = adjustments.filter((other) => other !== adjustment);
      const concerned =
        state === 'corrected'
          ? differing(now, figures(others))
          : wouldChange(adjustment, on).flatMap((tried) => differing(now, figures([...others, tried])));
      const named = adjustment.kind === 'dispute' && Object.hasOwn(now, adjustment.figure) ? [adjustment.figure] : [];
      return [{ adjustment, state, figures: new Set([...concerned, ...named]) }];
    });
}

function stateOf(
  { kind, settled }: Adjustment,
  status: Adjustment['status'] | undefined,
  dataOf: PlainDate,
): FigureNote['state'] | undefined {
  if (status === 'open') return 'under review';
  if (status !== 'accepted') return undefined;
  if (kind === 'correction') return 'corrected';
  return settled! >= dataOf ? 'accepted' : undefined;
}

/** The correction in force that an open objection to bookings of a month asks for; one without an amount is tried with a single coin. */
export function wouldChange(adjustment: Adjustment, on: PlainDate): Adjustment[] {
  const { figure, month, amount = 1 } = adjustment;
  if (figure !== BOOKINGS || month === undefined) return [];
  return [{ ...adjustment, kind: 'correction', amount, status: 'accepted', settled: on }];
}

/** Names of the figures that say something else, in value or in status. */
export function differing(now: Figures, then: Figures): string[] {
  const said = (figure: Figure | undefined) => JSON.stringify([figure?.value, figure?.status]);
  return Object.keys(now).filter((name) => said(now[name]) !== said(then[name]));
}
