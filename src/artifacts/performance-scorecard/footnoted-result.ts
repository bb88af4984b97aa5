import type { Edition, Footnote } from '../../document/document.ts';
import {
  footnotedFigures,
  footnotedValues,
  footnoteNumbers,
  footnotesOf,
  type FootnoteNumbers,
} from '../figure-footnotes.ts';
import type { ScorecardMetrics, ScorecardResult } from './compute.ts';

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
      metrics: () => footnotedMetrics(result.metrics(), numbers),
      values: footnotedValues(result.values, numbers),
    },
  };
}

function footnotedMetrics({ standings, figures }: ScorecardMetrics, numbers: FootnoteNumbers): ScorecardMetrics {
  return { standings, figures: footnotedFigures(figures, numbers) };
}
