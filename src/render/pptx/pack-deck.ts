import { finishPresentation, type PresentationFinish } from '../../ooxml/finish-presentation.ts';
import type { Parts } from '../../ooxml/parts.ts';
import { writeZip } from '../../ooxml/write-zip.ts';
import type { SlideShape } from './slide-canvas.ts';
import { completeSlides } from './slide-parts.ts';

/** A deck that is drawn but not yet a file. Plain data, so that another thread can make the file. */
export interface DrawnDeck {
  /** What the deck library wrote. */
  readonly parts: Readonly<Parts>;
  readonly finish: PresentationFinish;
  /** What stands on each slide, in the order of the deck. */
  readonly slides: readonly (readonly SlideShape[])[];
}

/** The bytes of the .pptx file: mended, completed and zipped. */
export function packDeck({ parts, finish, slides }: DrawnDeck): Buffer {
  return writeZip(completeSlides(finishPresentation(parts, finish), slides));
}
