import type { Block } from '../../../document/block.ts';
import { formatFiscalYear } from '../../../units/fiscal-quarter.ts';
import { sentence } from '../../../units/sentence.ts';
import { againstTable, cumulativeChart, monthlyChart } from '../../performance-scorecard/index.ts';
import { firstDealsRule } from '../first-deals.ts';
import type { SlideBuilder, SlideContext } from '../slide.ts';

/** Results against plan, last quarter and last year. */
export const performanceSlide: SlideBuilder = (context) => {
  const { performance } = context.result.scorecard;
  if (firstDealsRule(context)) return undefined;
  return {
    layout: 'main-side',
    main: [cumulativeChart(performance), monthlyChart(performance)],
    side: [againstTable(performance), ...paceNote(context)],
    source: performance.plan ? `deals, plan ${formatFiscalYear(performance.review.quarter.year)}` : 'deals',
  };
};

function paceNote({ result }: SlideContext): Block[] {
  const { pace, attainment } = result.scorecard.performance.figures;
  if (!pace.status) return [];
  const known = pace.value.kind === 'share' && attainment.value.kind === 'share';
  const words = { pace: pace.value, attainment: attainment.value };
  return [
    {
      kind: 'status',
      status: pace.status,
      ...(known && { note: sentence('{pace} of plan to date, {attainment} of the full year', words) }),
    },
  ];
}
