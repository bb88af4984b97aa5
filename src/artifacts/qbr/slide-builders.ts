import type { SlideBuilder } from './slide.ts';
import { dealsAppendix, definitionsAppendix } from './slides/appendix.ts';
import { asksSlide } from './slides/asks.ts';
import { capabilitySlide } from './slides/capability.ts';
import { commitmentsSlide } from './slides/commitments.ts';
import { marketingSlide } from './slides/marketing.ts';
import { nextCommitmentsSlide } from './slides/next-commitments.ts';
import { performanceSlide } from './slides/performance.ts';
import { pipelineSlide } from './slides/pipeline.ts';
import { profitSlide } from './slides/profit.ts';
import { programSlide } from './slides/program.ts';
import { summarySlide } from './slides/summary.ts';
import { titleSlide } from './slides/title.ts';

/** Who draws which slide of the storyline. A slide nobody draws is left out; a new one costs an entry here. */
export const SLIDE_BUILDERS: Readonly<Record<string, SlideBuilder>> = {
  title: titleSlide,
  summary: summarySlide,
  commitments: commitmentsSlide,
  performance: performanceSlide,
  pipeline: pipelineSlide,
  program: programSlide,
  capability: capabilitySlide,
  marketing: marketingSlide,
  profit: profitSlide,
  asks: asksSlide,
  'next-commitments': nextCommitmentsSlide,
  'appendix-deals': dealsAppendix,
  'appendix-definitions': definitionsAppendix,
};
