import type { Block } from '../../document/block.ts';
import type { BlockPlace, BlockPlan } from './block-plan.ts';
import { planKeyFigures } from './blocks/key-figures.ts';
import { planNumbered } from './blocks/numbered.ts';
import { planPanel } from './blocks/panel.ts';
import { planBullets, planParagraph } from './blocks/paragraph.ts';
import { planStatus } from './blocks/status.ts';
import { planTable } from './blocks/table.ts';
import { planTimeline } from './blocks/timeline.ts';
import { planBarChart } from './charts/bar-chart.ts';
import { planClusterChart } from './charts/cluster-chart.ts';
import { planColumnChart } from './charts/column-chart.ts';
import { planLineChart } from './charts/line-chart.ts';
import { planScoreChart } from './charts/score-chart.ts';

/** Plans any block for its place. */
export function planBlock(block: Block, place: BlockPlace): BlockPlan {
  switch (block.kind) {
    case 'paragraph':
      return planParagraph(block, place);
    case 'bullets':
      return planBullets(block, place);
    case 'key-figures':
      return planKeyFigures(block, place);
    case 'numbered':
      return planNumbered(block, place);
    case 'panel':
      return planPanel(block, place);
    case 'scores':
      return planScoreChart(block, place);
    case 'status':
      return planStatus(block, place);
    case 'table':
      return planTable(block, place);
    case 'timeline':
      return planTimeline(block, place);
    case 'lines':
      return planLineChart(block, place);
    case 'columns':
      return planColumnChart(block, place);
    case 'clusters':
      return planClusterChart(block, place);
    case 'bars':
      return planBarChart(block, place);
  }
}
