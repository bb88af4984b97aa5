import type { Sentence } from '../../../units/sentence.ts';
import type { PlannedProfit } from '../compute.ts';

/** A plan that somebody wrote, and the files that its figures are from. */
export interface FigureSetting {
  readonly planned: PlannedProfit;
  readonly sources: readonly Sentence[];
}
