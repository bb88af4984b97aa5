import { describe, expect, it } from 'vitest';
import type { SlideShape } from '../../../src/render/pptx/slide-canvas.ts';
import { completeSlides } from '../../../src/render/pptx/slide-parts.ts';

const SLIDE = 'ppt/slides/slide1.xml';
const title = '<p:sp><p:cNvPr id="2" name="headline"></p:cNvPr>Headline</p:sp>';
const chart = '<p:graphicFrame><p:cNvPr id="3" name="chart" descr="Bookings"/>Chart</p:graphicFrame>';
const parts = new Map([
  [SLIDE, `<p:spTree><p:cNvPr id="1" name=""/><p:grpSpPr></p:grpSpPr>${title}${chart}</p:spTree></p:cSld>`],
]);
const library = (id: number, name: string): SlideShape => ({ by: 'library', id, name });

describe('the finished slides of a deck', () => {
  it('hold everything in the order in which it was drawn, whoever wrote it', () => {
    const shapes: SlideShape[] = [
      library(2, 'q&a.headline'),
      { by: 'us', xml: '<p:sp>Words $1</p:sp>' },
      library(4, 'q&a.chart'),
    ];
    const slide = completeSlides(parts, [shapes]).get(SLIDE);
    expect(slide).toBe(
      '<p:spTree><p:cNvPr id="1" name=""/><p:grpSpPr></p:grpSpPr>' +
        '<p:sp><p:cNvPr id="2" name="q&amp;a.headline"></p:cNvPr>Headline</p:sp><p:sp>Words $1</p:sp>' +
        '<p:graphicFrame><p:cNvPr id="4" name="q&amp;a.chart" descr="Bookings"/>Chart</p:graphicFrame></p:spTree></p:cSld>',
    );
  });

  it('are not written at all when the library wrote something else than it was asked for', () => {
    expect(() => completeSlides(parts, [[library(2, 'headline')]])).toThrow('The library wrote 2 shapes instead of 1');
    expect(() => completeSlides(parts, [[], []])).toThrow();
  });
});
