import { describe, expect, it } from 'vitest';
import { addSlide, bothParts, mended, newDeck, problems, text } from './decks.ts';

const SLIDE = 'ppt/slides/slide1.xml';
const LAYOUT = 'ppt/slideLayouts/slideLayout2.xml';
const PICTURE =
  'image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const TABLE = { x: 0.6, y: 2, w: 6, colW: [3, 3], objectName: 'Deals' };
const DEALS = { Deals: 'Open deals by stage' };

function deckWithSlide() {
  const deck = newDeck();
  return { deck, slide: addSlide(deck, 'Bookings stand 8 % above plan') };
}

function cells(...words: readonly string[]) {
  return words.map((word) => ({ text: word }));
}

describe('shapes on a slide', () => {
  it('have ids of their own, though the library gives every table the number of its slide', async () => {
    const { deck, slide } = deckWithSlide();
    slide.addTable([cells('Stage', 'Deals')], { ...TABLE });
    const { raw, finished } = await mended(deck, 'shape-ids', { descriptions: [DEALS] });
    expect(text(raw, SLIDE).match(/<p:cNvPr id="2"/g)).toHaveLength(2);
    expect([...text(finished, SLIDE).matchAll(/<p:cNvPr id="(\d+)"/g)].map((match) => match[1])).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
  });

  it('have a text body even where they hold no text', async () => {
    const { deck, slide } = deckWithSlide();
    slide.addShape(deck.ShapeType.rect, { x: 1, y: 2, w: 1, h: 1, fill: { color: 'accent1' }, objectName: 'Bar' });
    const { raw, finished } = await mended(deck, 'text-body');
    expect(text(raw, SLIDE)).toContain('</p:spPr></p:sp>');
    expect(text(finished, SLIDE)).toContain(
      '</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody>',
    );
  });

  it('keep their meaning when called by an everyday name that Office does not know', async () => {
    const { deck, slide } = deckWithSlide();
    for (const name of ['oval', 'rounded rectangle', 'splodge', 'rect']) {
      slide.addShape(name as 'rect', { x: 1, y: 2, w: 1, h: 1 });
    }
    const { raw, finished } = await mended(deck, 'geometry');
    expect(text(raw, SLIDE)).toContain('prst="oval"');
    const shapes = [...text(finished, SLIDE).matchAll(/prst="([^"]*)"/g)].map((match) => match[1]);
    expect(shapes).toEqual(['rect', 'ellipse', 'roundRect', 'rect', 'rect', 'rect']);
  });

  it('never have a negative size: the box is turned round, and a line that runs upwards is mirrored', async () => {
    const { deck, slide } = deckWithSlide();
    slide.addShape(deck.ShapeType.rect, { x: 3, y: 3, w: -1, h: 1 });
    slide.addShape(deck.ShapeType.line, { x: 1, y: 3, w: 2, h: -1, line: { color: 'accent1', width: 1 } });
    const { raw, finished } = await mended(deck, 'geometry');
    expect(text(raw, SLIDE)).toContain('cx="-914400"');
    expect(text(finished, SLIDE)).toContain(
      '<a:xfrm><a:off x="1828800" y="2743200"/><a:ext cx="914400" cy="914400"/></a:xfrm>',
    );
    expect(text(finished, SLIDE)).toContain(
      '<a:xfrm flipV="1"><a:off x="914400" y="1828800"/><a:ext cx="1828800" cy="914400"/></a:xfrm>',
    );
  });

  it('have no outline that says nothing', async () => {
    const { deck, slide } = deckWithSlide();
    slide.addText('Next', { x: 1, y: 2, w: 1, h: 1 });
    const { raw, finished } = await mended(deck, 'geometry');
    expect(text(raw, SLIDE)).toContain('<a:ln></a:ln>');
    expect(text(finished, SLIDE)).not.toMatch(/<a:ln>\s*<\/a:ln>|<a:ln\/>/);
  });

  it('have round corners of nought where they have no extent', async () => {
    const { deck, slide } = deckWithSlide();
    slide.addShape(deck.ShapeType.roundRect, { x: 1, y: 2, w: 0, h: 1, rectRadius: 0.06 });
    const { raw, finished } = await mended(deck, 'numbers');
    expect(text(raw, SLIDE)).toContain('fmla="val Infinity"');
    expect(text(finished, SLIDE)).toContain('fmla="val 0"');
  });

  it('follow the theme in their shadows too', async () => {
    const { deck, slide } = deckWithSlide();
    slide.addShape(deck.ShapeType.rect, {
      x: 1,
      y: 2,
      w: 1,
      h: 1,
      shadow: { type: 'outer', color: 'accent1', opacity: 0.5 },
    });
    const { raw, finished } = await mended(deck, 'colours');
    expect(text(raw, SLIDE)).toContain('<a:srgbClr val="accent1">');
    expect(text(finished, SLIDE)).toMatch(/<a:schemeClr val="accent1">\s*<a:alpha val="50000"\/><\/a:schemeClr>/);
  });

  it('may have a shadow on the inside', async () => {
    const { deck, slide } = deckWithSlide();
    slide.addShape(deck.ShapeType.rect, { x: 1, y: 2, w: 1, h: 1, shadow: { type: 'inner', color: '17232E' } });
    const { raw, finished } = await mended(deck, 'well-formed');
    expect(text(raw, SLIDE)).toMatch(/<a:innerShdw[\s\S]*<\/a:outerShdw>/);
    expect(text(finished, SLIDE)).toMatch(/<a:innerShdw[\s\S]*<\/a:innerShdw>/);
  });

  it('are described to a screen reader by name, in the words of the report', async () => {
    const { deck, slide } = deckWithSlide();
    slide.addTable([cells('Stage', 'Deals')], { ...TABLE });
    slide.addImage({ data: PICTURE, x: 1, y: 1, w: 1, h: 1, objectName: 'Logo & mark' });
    slide.addShape(deck.ShapeType.rect, { x: 1, y: 2, w: 1, h: 1, objectName: 'Strip' });
    const descriptions = [{ ...DEALS, 'Logo & mark': 'The "Acme" logo', Strip: 'Why it matters' }];
    const { raw, finished } = await mended(deck, 'alt-text', { descriptions });
    expect(text(raw, SLIDE)).toContain('descr="preencoded.png"');
    expect(text(finished, SLIDE)).toContain('name="Deals" descr="Open deals by stage"');
    expect(text(finished, SLIDE)).toContain('name="Logo &amp; mark" descr="The &quot;Acme&quot; logo"');
    expect(text(finished, SLIDE)).toContain('name="Strip" descr="Why it matters"');
  });

  it('are not described by the file name of a picture', async () => {
    const { deck, slide } = deckWithSlide();
    slide.addImage({ data: PICTURE, x: 1, y: 1, w: 1, h: 1, objectName: 'Logo' });
    const { finished } = await bothParts(deck);
    expect(text(finished, SLIDE)).not.toContain('preencoded');
    expect(problems(finished)).toEqual([
      { part: SLIDE, rule: 'alt-text', message: 'says nothing to a screen reader about "Logo"' },
    ]);
  });

  it('take no description from a name that every object has', async () => {
    const { deck, slide } = deckWithSlide();
    slide.addShape(deck.ShapeType.rect, { x: 1, y: 2, w: 1, h: 1, objectName: 'constructor' });
    const { finished } = await bothParts(deck, { descriptions: [{}] });
    expect(text(finished, SLIDE)).toContain('name="constructor">');
  });
});

describe('text on a slide', () => {
  it('has its paragraph properties once, though the library repeats them before every run', async () => {
    const { deck, slide } = deckWithSlide();
    slide.addText([{ text: 'Won ' }, { text: '$1.2M', options: { bold: true } }, { text: '' }, { text: ' so far' }], {
      x: 1,
      y: 2,
      w: 4,
      h: 1,
      align: 'left',
    });
    const { raw, finished } = await mended(deck, 'element-order');
    expect(text(raw, SLIDE)).toMatch(/<\/a:r><a:pPr/);
    expect(text(finished, SLIDE)).not.toMatch(/<\/a:r><a:pPr|<\/a:pPr><a:pPr/);
    expect([...text(finished, SLIDE).matchAll(/<a:t>([^<]*)/g)].map((match) => match[1]).join('')).toContain(
      'Won $1.2M so far',
    );
  });

  it('keeps every paragraph of its own', async () => {
    const { deck, slide } = deckWithSlide();
    slide.addText(
      [
        { text: 'One', options: { breakLine: true } },
        { text: 'Two', options: { bullet: true } },
      ],
      { x: 1, y: 2, w: 4, h: 1 },
    );
    const { finished } = await bothParts(deck);
    const paragraphs = [...text(finished, SLIDE).matchAll(/<a:p>(<a:pPr[\s\S]*?<\/a:pPr>)<a:r>/g)].map(
      (match) => match[1],
    );
    expect(paragraphs.at(-1)).toContain('a:buChar');
    expect(paragraphs.at(-2)).toContain('a:buNone');
  });

  it('stands in the middle of a cell when asked for "mid"', async () => {
    const { deck, slide } = deckWithSlide();
    slide.addTable([[{ text: 'Stage', options: { valign: 'mid' as 'middle' } }, { text: 'Deals' }]], { ...TABLE });
    const { raw, finished } = await mended(deck, 'text', { descriptions: [DEALS] });
    expect(text(raw, SLIDE)).toContain('anchor="mid"');
    expect(text(finished, SLIDE)).toContain('anchor="ctr"');
  });

  it('may be set in a font with an ampersand in its name', async () => {
    const { deck, slide } = deckWithSlide();
    slide.addText('Won', { x: 1, y: 2, w: 1, h: 1, fontFace: 'R&D Sans' });
    const { raw, finished } = await mended(deck, 'well-formed');
    expect(text(raw, SLIDE)).toContain('typeface="R&D Sans"');
    expect(text(finished, SLIDE)).toContain('<a:latin typeface="R&amp;D Sans"');
  });

  it('is marked with the language of the territory, not as American', async () => {
    const { deck } = deckWithSlide();
    const { raw, finished } = await bothParts(deck);
    expect(text(raw, SLIDE)).toContain('lang="en-US"');
    expect([...finished.values()].filter((part) => typeof part === 'string' && part.includes('en-US'))).toEqual([]);
    expect(text(finished, SLIDE)).toContain('lang="en-GB"');
  });
});

describe('tables', () => {
  it('have margins that are numbers', async () => {
    const { deck, slide } = deckWithSlide();
    slide.addTable([[{ text: 'Stage', options: { margin: [0.04] as unknown as number } }, { text: 'Deals' }]], {
      ...TABLE,
    });
    const { raw, finished } = await mended(deck, 'numbers', { descriptions: [DEALS] });
    expect(text(raw, SLIDE)).toContain('marL="NaN"');
    expect(text(finished, SLIDE)).toMatch(/<a:tcPr marT="36576"/);
  });

  it('say that their first row is a header', async () => {
    const { deck, slide } = deckWithSlide();
    slide.addTable([cells('Stage', 'Deals')], { ...TABLE });
    const { raw, finished } = await mended(deck, 'table', { descriptions: [DEALS] });
    expect(text(raw, SLIDE)).toContain('<a:tblPr/>');
    expect(text(finished, SLIDE)).toContain('<a:tblPr firstRow="1" bandRow="1"/>');
  });

  it('have a text body in the cells that a merged cell covers', async () => {
    const { deck, slide } = deckWithSlide();
    slide.addTable([[{ text: 'Open deals', options: { colspan: 2 } }], cells('Stage', 'Deals')], { ...TABLE });
    const { raw, finished } = await mended(deck, 'text-body', { descriptions: [DEALS] });
    expect(text(raw, SLIDE)).toContain('<a:tc hMerge="1"><a:tcPr/>');
    expect(text(finished, SLIDE)).toContain('<a:tc hMerge="1"><a:txBody>');
  });
});

describe('layouts', () => {
  it('have the list of effects that a plain background needs', async () => {
    const { raw, finished } = await mended(deckWithSlide().deck, 'background');
    expect(text(raw, LAYOUT)).toContain('</a:solidFill></p:bgPr>');
    expect(text(finished, LAYOUT)).toContain('</a:solidFill><a:effectLst/></p:bgPr>');
  });

  it('may be named with characters that XML reserves', async () => {
    const { deck } = deckWithSlide();
    deck.defineSlideMaster({ title: 'Q&A "open" <floor>' });
    const { raw, finished } = await mended(deck, 'well-formed');
    expect(text(raw, 'ppt/slideLayouts/slideLayout3.xml')).toContain('name="Q&A "open" <floor>"');
    expect(text(finished, 'ppt/slideLayouts/slideLayout3.xml')).toContain(
      'name="Q&amp;A &quot;open&quot; &lt;floor&gt;"',
    );
  });

  it('name their placeholders on one line', async () => {
    const { raw, finished } = await bothParts(deckWithSlide().deck);
    expect(text(raw, SLIDE)).toMatch(/<p:ph\n/);
    expect(text(finished, SLIDE)).toContain('<p:ph idx="100" type="title" hasCustomPrompt="1"/>');
  });
});
