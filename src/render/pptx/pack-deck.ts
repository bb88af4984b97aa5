import { presentationPackage } from '../../ooxml/presentation/presentation-package.ts';
import type { Presentation } from '../../ooxml/presentation/presentation.ts';
import { writeZip } from '../../ooxml/write-zip.ts';

/** A deck that is drawn but not yet a file. */
export type DrawnDeck = Presentation;

/** The bytes of the .pptx file: charts written, parts tied together and zipped. */
export function packDeck(deck: DrawnDeck): Buffer {
  return writeZip(presentationPackage(deck));
}
