import type { Edition, Footnote } from '../../document/document.ts';
import { footnotedFigures, footnotedValues, footnoteNumbers, footnotesOf } from '../figure-footnotes.ts';
import type { ScorecardResult } from './compute.ts';

/** A result whose values refer to the footnotes of an edition; the figures themselves stay what they are. */
export interface FootnotedResult {
  readonly result: ScorecardResult;
  readonly footnotes: readonly Footnote[];
}

/** The result as an edition prints it: each figure refers to the corrections and objections its reader is told of. */
export function footnotedResult(result: ScorecardResult, edition: Edition): FootnotedResult {
  const { performance, notes } = result;
  const footnotes = footnotesOf(notes, edition, performance.currency);
  const numbers = footnoteNumbers(footnotes);
  return {
    footnotes,
    result: {
      ...result,
      performance: { ...performance, figures: footnotedFigures(performance.figures, numbers) },
      figures: footnotedFigures(result.figures, numbers),
      values: footnotedValues(result.values, numbers),
    },
  };
}
