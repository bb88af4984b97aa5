import type { Chart } from '../../../document/chart.ts';
import type { BlockPlace, BlockPlan } from '../block-plan.ts';
import { planParagraph } from '../blocks/paragraph.ts';

/** A chart without a single known value is told in words, never drawn empty. */
export function planWithoutData(chart: Chart, place: BlockPlace): BlockPlan {
  return planParagraph({ kind: 'paragraph', text: chart.description }, place);
}
