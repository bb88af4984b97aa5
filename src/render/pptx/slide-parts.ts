import { escapeXml } from '../../ooxml/escape-xml.ts';
import type { Parts } from '../../ooxml/parts.ts';
import type { SlideShape } from './slide-canvas.ts';
import { tableStyles } from './xml/table-style.ts';

const LIBRARY_SHAPE = /<p:(sp|graphicFrame)>[\s\S]*?<\/p:\1>/g;
const IDENTITY = /<p:cNvPr id="[^"]*" name="[^"]*"/;

/**
 * Puts the shapes that we write ourselves between those that the library wrote, in reading order, and adds the style of the tables.
 * @param parts a finished presentation.
 * @param slides what stands on each slide, in the order of the deck.
 * @throws Error when the library wrote other shapes than it was asked for.
 */
export function completeSlides(parts: Readonly<Parts>, slides: readonly (readonly SlideShape[])[]): Parts {
  const complete: Parts = new Map(parts);
  for (const [i, shapes] of slides.entries()) {
    const path = `ppt/slides/slide${i + 1}.xml`;
    const content = parts.get(path);
    if (typeof content !== 'string') throw new Error(`The deck has no ${path}`);
    complete.set(path, completeSlide(content, shapes));
  }
  return complete.set('ppt/tableStyles.xml', tableStyles());
}

function completeSlide(slide: string, shapes: readonly SlideShape[]): string {
  const written = [...slide.matchAll(LIBRARY_SHAPE)];
  const asked = shapes.filter((shape) => shape.by === 'library').length;
  if (written.length !== asked) throw new Error(`The library wrote ${written.length} shapes instead of ${asked}`);
  const start = slide.indexOf('</p:grpSpPr>') + '</p:grpSpPr>'.length;
  let next = 0;
  const tree = shapes.map((shape) => {
    if (shape.by === 'us') return shape.xml;
    const [xml] = written[next]!;
    next += 1;
    return xml.replace(IDENTITY, () => `<p:cNvPr id="${shape.id}" name="${escapeXml(shape.name)}"`);
  });
  return slide.slice(0, start) + tree.join('') + slide.slice(slide.lastIndexOf('</p:spTree>'));
}
