import { conditionHolds } from '../../domain/story.ts';
import type { StorySlide } from '../../schema/qbr-storyline.ts';
import type { SlideContext } from './slide.ts';

/** The storyline's page for a partner signed recently, which has slides 4 and 5 in one; undefined for everyone else. */
export function firstDealsRule({
  result,
  figures,
}: Pick<SlideContext, 'result' | 'figures'>): StorySlide['first_deals'] {
  const rule = result.input.storyline.slides.find(({ id }) => id === 'pipeline')?.first_deals;
  return rule && conditionHolds(rule.when, figures) ? rule : undefined;
}
