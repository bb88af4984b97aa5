import type { Chart } from '../charts/chart.ts';
import type { OfficeTheme } from '../theme.ts';

/**
 * A deck whose slides are drawn: what is left to do is to write its charts and to tie all parts together. Plain data, so that another
 * thread can do that.
 */
export interface Presentation {
  readonly properties: PresentationProperties;
  readonly theme: OfficeTheme;
  /** Width and height of a slide in English metric units. */
  readonly page: { readonly width: number; readonly height: number };
  /** The part `ppt/tableStyles.xml`. */
  readonly tableStyles: string;
  /** What the master itself shows: the title that those of the layouts start from. */
  readonly master: ShapeList;
  readonly layouts: readonly SlideLayout[];
  readonly slides: readonly Slide[];
}

/** What a deck says about itself. */
export interface PresentationProperties {
  readonly title: string;
  readonly company: string;
  /** A language tag such as `en-GB`, for proofing and for screen readers. */
  readonly language: string;
  /** The day of the last change as YYYY-MM-DD. */
  readonly modified: string;
}

/** Shapes as elements of PresentationML, in reading order, with ids from 2. */
export type ShapeList = readonly string[];

/** What slides of a kind have in common. */
export interface SlideLayout {
  readonly name: string;
  readonly shapes: ShapeList;
}

export interface Slide {
  /** Place of its layout, from 0. */
  readonly layout: number;
  /** A frame of these refers to the first of the slide's charts as `rId1`, to the second as `rId2`, and so on. */
  readonly shapes: ShapeList;
  readonly charts: readonly Chart[];
  /** Speaker notes, a paragraph each; without any the slide has no notes page. */
  readonly notes: readonly string[];
}
