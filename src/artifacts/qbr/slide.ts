import type { Document, Edition, Section } from '../../document/document.ts';
import type { StoryFigures } from '../../domain/story.ts';
import type { StorySlide } from '../../schema/qbr-storyline.ts';
import type { FormatOptions } from '../../units/format.ts';
import type { QbrResult } from './compute.ts';

/** What a slide is drawn from. */
export interface SlideContext {
  readonly result: QbrResult;
  readonly edition: Edition;
  readonly slide: StorySlide;
  readonly figures: StoryFigures;
  readonly format: FormatOptions;
  readonly subject: Document['subject'];
  readonly vendor: string;
}

/** A section without what the storyline gives to every slide (id, headline, strip, notes). */
export type SlideBody = (Section extends infer S
  ? S extends Section
    ? Omit<S, 'id' | 'kicker' | 'headline' | 'notes' | 'strip'>
    : never
  : never) & {
  /** Replaces the storyline's number and name, where a slide stands for two. */
  readonly kicker?: Section['kicker'];
  /** `false` where the slide's panel already says what the band would. */
  readonly strip?: false;
};

/** Draws one slide; undefined when it has nothing to show. */
export type SlideBuilder = (context: SlideContext) => SlideBody | undefined;
