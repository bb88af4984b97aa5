import type { Panel } from '../../../document/block.ts';
import { fillPattern } from '../../../domain/story.ts';
import type { StorySlide } from '../../../schema/qbr-storyline.ts';
import { sentence } from '../../../units/sentence.ts';
import type { SlideBody, SlideContext } from '../slide.ts';

/** The page of a slide that has nothing to draw: three panels of the storyline, the last one what to do. */
export function fallbackPanels(
  { figures }: SlideContext,
  panels: NonNullable<StorySlide['fallback']>['panels'],
  source: string,
): SlideBody {
  return {
    layout: 'panels',
    panels: panels.map(({ heading, items }, index): Panel => {
      const lines = items.flatMap((pattern) => fillPattern(pattern, figures) ?? []);
      return {
        kind: 'panel',
        tone: index === panels.length - 1 ? 'accent' : 'neutral',
        heading: sentence(heading),
        items: lines.map((lead) => ({ lead })),
      };
    }),
    source,
  };
}
