import { expect, it } from 'vitest';
import { renderPptx } from '../../src/render/pptx/render-pptx.ts';
import { readSlides } from '../render/pptx/read-slides.ts';
import { openSample, pagesOf, sectionOf } from './sample-pages.ts';

const workspace = await openSample();

it.each(['dunmore-valley-computers', 'kestrowe-digital'])(
  'the slide on the capability of %s says its three actions whole, though its title takes two lines',
  async (id) => {
    const { deck } = pagesOf(workspace, id);
    const slide = readSlides(await renderPptx(deck))[deck.sections.indexOf(sectionOf(deck, 'capability'))]!;
    const points = slide.shapes.filter(({ name }) => /^capability\..*numbered\.\d$/.test(name));
    expect(points).toHaveLength(3);
    for (const { text } of points) expect(text).toMatch(/^[^…]+$/);
  },
);
