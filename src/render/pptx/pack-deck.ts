import { presentationPackage } from '../../ooxml/presentation/presentation-package.ts';
import type { Presentation } from '../../ooxml/presentation/presentation.ts';
import { writeZip } from '../../ooxml/write-zip.ts';

/** The bytes of the .pptx file of a drawn deck: charts written, parts tied together and zipped. */
export function packDeck(deck: Presentation): Buffer {
  return writeZip(presentationPackage(deck));
}
