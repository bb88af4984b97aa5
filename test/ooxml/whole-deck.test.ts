import PptxGenJs from 'pptxgenjs';
import { afterEach, describe, expect, it } from 'vitest';
import { lintPackage } from '../../src/ooxml/lint-package.ts';
import { presentationPackage } from '../../src/ooxml/presentation/presentation-package.ts';
import { deckOf, featureDeck, packed, slideWith, text } from './decks.ts';
import { validateOffice } from './validate-office.ts';

describe('a deck of every feature', () => {
  it('has no fault that the Open XML validator or our own check can find', async () => {
    const deck = packed(featureDeck());
    expect(lintPackage(deck)).toEqual([]);
    expect(await validateOffice(deck)).toEqual([]);
  });

  it('has workbooks behind its charts that the validator finds sound', async () => {
    const workbooks = [...presentationPackage(featureDeck())].filter(([path]) => path.endsWith('.xlsx'));
    expect(workbooks).toHaveLength(7);
    for (const [, bytes] of workbooks) expect(await validateOffice(bytes as Uint8Array, 'xlsx')).toEqual([]);
  });

  it('has notes pages only where there are notes', () => {
    const paths = [...presentationPackage(featureDeck()).keys()];
    expect(paths.filter((path) => path.startsWith('ppt/notesSlides/notes'))).toEqual([
      'ppt/notesSlides/notesSlide2.xml',
    ]);
  });

  it('says of itself what it is, on which day and in which language', () => {
    const parts = presentationPackage(deckOf([slideWith('One')], { title: 'A & B', language: 'de-DE' }));
    expect(text(parts, 'docProps/core.xml')).toContain('<dc:title>A &amp; B</dc:title>');
    expect(text(parts, 'docProps/core.xml')).toContain('2026-02-28T00:00:00Z');
    expect(text(parts, 'docProps/core.xml')).toContain('<dc:language>de-DE</dc:language>');
    expect(text(parts, 'docProps/app.xml')).toContain('<Company>Acme &amp; Sons</Company>');
  });

  it('is not written with a day or a colour that is none', () => {
    const deck = deckOf([slideWith('One')]);
    expect(() => packed(deckOf([slideWith('One')], { modified: 'today' }))).toThrow(
      '"today" is not a day such as 2026-02-28',
    );
    const theme = { ...deck.theme, colours: { ...deck.theme.colours, accent1: 'blue' } };
    expect(() => packed({ ...deck, theme })).toThrow('The theme colour accent1 is "blue": six hex digits are needed');
  });
});

describe('the check of a deck', () => {
  it('finds what makes PowerPoint repair the decks of a well-known library', async () => {
    const deck = new PptxGenJs();
    deck.company = 'Acme & Sons';
    deck.defineSlideMaster({ title: 'PAGE', background: { color: 'FFFFFF' } });
    const slide = deck.addSlide({ masterName: 'PAGE' });
    slide.addText([{ text: 'One' }, { text: 'two', options: { bold: true, align: 'right' } }], {
      x: 1,
      y: 1,
      w: 4,
      h: 1,
    });
    slide.addShape('rect', { x: 1, y: 3, w: 1, h: 1 });
    const sales = { name: 'Won', labels: ['Jul', 'Aug'], values: [1, Number.NaN] };
    slide.addChart('line', [sales, sales], { x: 3, y: 3, w: 4, h: 2 });
    const found = lintPackage((await deck.write({ outputType: 'nodebuffer' })) as Buffer);
    const rules = new Set(found.map(({ rule }) => rule));
    expect([...rules].sort()).toEqual(
      expect.arrayContaining([
        'alt-text',
        'axes',
        'background',
        'content-types',
        'element-order',
        'slide-title',
        'zip',
      ]),
    );
  });
});

describe('the bytes of a deck', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('are the same when other decks are built before it', () => {
    const first = packed(featureDeck());
    packed(deckOf([slideWith('Another partner')]));
    expect(packed(featureDeck()).equals(first)).toBe(true);
  });

  it('are the same in another time zone', () => {
    process.env['TZ'] = 'Pacific/Auckland';
    const first = packed(featureDeck());
    process.env['TZ'] = 'America/Anchorage';
    expect(new Date(2026, 1, 28).getTimezoneOffset()).toBe(540);
    expect(packed(featureDeck()).equals(first)).toBe(true);
  });
});
