import { internalWords, isForPartner, noteWords, settledWords } from '../../artifacts/figure-footnotes.ts';
import { differing, type FigureNote, wouldChange } from '../../domain/adjustments/adjusted-figures.ts';
import { adjustmentStatusOn } from '../../domain/adjustments/adjustment-status.ts';
import type { Adjustment } from '../../schema/adjustments.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import type { Sentence } from '../../units/sentence.ts';
import type { Value } from '../../units/value.ts';
import type { Figures } from './every-figure.ts';

/** What became of a correction of a figure, or of an objection to it. */
export interface HistoryEntry {
  readonly adjustment: Adjustment;
  /** As it stood on the day the figure is of. */
  readonly status: Adjustment['status'];
  /** With who raised and settled it, what proves it and what was found, for the account manager. */
  readonly internal: Sentence;
  /** As the partner reads it; undefined where it does not. */
  readonly forPartner?: Sentence;
  /** What a correction in force makes of the figure. */
  readonly effect?: { readonly without: Value; readonly with: Value };
}

interface HistoryInput {
  readonly figure: string;
  readonly adjustments: readonly Adjustment[];
  readonly notes: readonly FigureNote[];
  readonly on: PlainDate;
  readonly currency: string;
  /** The figures as they stand, with all of them on file. */
  readonly figures: Figures;
  /** Every figure of the partner with only these adjustments on file. */
  readonly figuresWith: (adjustments: readonly Adjustment[]) => Figures;
}

/** All that was ever said against a figure up to a day, in the order in which it was recorded; what was settled stays in it. */
export function historyOf(input: HistoryInput): readonly HistoryEntry[] {
  return input.adjustments
    .toSorted((a, b) => (a.recorded < b.recorded ? -1 : a.recorded > b.recorded ? 1 : 0))
    .flatMap((adjustment) => entryOf(adjustment, input) ?? []);
}

function entryOf(adjustment: Adjustment, input: HistoryInput): HistoryEntry | undefined {
  const { figure, notes, on, currency, adjustments, figuresWith } = input;
  const status = adjustmentStatusOn(adjustment, on);
  if (status === undefined) return undefined;
  const note = notes.find((one) => one.adjustment === adjustment);
  const isNamed = adjustment.kind === 'dispute' && adjustment.figure === figure;
  if (note?.figures.has(figure) || (note && isNamed)) {
    return {
      ...{ adjustment, status },
      internal:
        note.state === 'accepted'
          ? settledWords(adjustment, { currency, isInternal: true })
          : internalWords(note, currency),
      ...(isForPartner(note) && { forPartner: noteWords(note, currency) }),
      ...(note.state === 'corrected' && { effect: effectOf(adjustment, input) }),
    };
  }
  if (note || !(isNamed || wouldHaveChanged())) return undefined;
  return {
    ...{ adjustment, status, internal: settledWords(adjustment, { currency, isInternal: true }) },
    ...(adjustment.side === 'partner' && { forPartner: settledWords(adjustment, { currency, isInternal: false }) }),
  };

  function wouldHaveChanged(): boolean {
    const others = adjustments.filter((other) => other !== adjustment);
    return wouldChange(adjustment, on).some((tried) =>
      differing(figuresWith(others), figuresWith([...others, tried])).includes(figure),
    );
  }
}

function effectOf(
  adjustment: Adjustment,
  { figure, figures, adjustments, figuresWith }: HistoryInput,
): HistoryEntry['effect'] {
  const without = figuresWith(adjustments.filter((other) => other !== adjustment))[figure];
  const now = figures[figure];
  return without && now && { without: without.value, with: now.value };
}
