import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { finishPresentation } from '../../src/ooxml/finish-presentation.ts';
import { lintPackage } from '../../src/ooxml/lint-package.ts';
import { writeZip } from '../../src/ooxml/write-zip.ts';
import {
  addSlide,
  bothParts,
  chartOptions,
  FINISH,
  mended,
  newDeck,
  problems,
  rawParts,
  series,
  text,
} from './decks.ts';

const TYPES = '[Content_Types].xml';
const CORE = 'docProps/core.xml';
const PICTURE = 'image/png;base64,iVBORw0KGgo=';

function oneSlide(title = 'Bookings by month') {
  const deck = newDeck();
  return { deck, slide: addSlide(deck, title) };
}

function oneChart() {
  const { deck, slide } = oneSlide();
  slide.addChart('bar', [series('Won')], chartOptions());
  return deck;
}

describe('the content types of a deck', () => {
  it('name what is there and nothing else', async () => {
    const deck = oneChart();
    addSlide(deck, 'Pipeline');
    const { raw, finished } = await mended(deck, 'content-types');
    expect(text(raw, TYPES)).toContain('/ppt/slideMasters/slideMaster2.xml');
    expect(text(raw, TYPES)).toContain('Extension="m4v"');
    expect(text(finished, TYPES)).not.toMatch(/slideMaster2|m4v|vml|image/);
    expect(text(finished, TYPES)).toContain('PartName="/ppt/charts/chart1.xml"');
  });

  it('call JPEG pictures by their proper type', async () => {
    const { deck, slide } = oneSlide();
    slide.addImage({ data: 'image/jpg;base64,/9j/4AAQSkZJRg==', x: 1, y: 1, w: 1, h: 1, altText: 'Our logo' });
    const { raw, finished } = await mended(deck, 'content-types');
    expect(text(raw, TYPES)).toContain('image/jpg');
    expect(text(finished, TYPES)).toContain('<Default Extension="jpg" ContentType="image/jpeg"/>');
  });

  it('leave no room for a part of an unknown kind', async () => {
    const parts = await rawParts(oneChart());
    parts.set('ppt/macros.bin', new Uint8Array([1]));
    expect(() => finishPresentation(parts, FINISH)).toThrow(
      'The part ppt/macros.bin is of no kind that a presentation may hold',
    );
  });
});

describe('the notes of a deck', () => {
  it('have their master listed right after the masters of the slides', async () => {
    const { raw, finished } = await mended(oneChart(), 'element-order');
    expect(text(raw, 'ppt/presentation.xml')).toMatch(/<\/p:sldIdLst><p:notesMasterIdLst>/);
    expect(text(finished, 'ppt/presentation.xml')).toMatch(
      /<\/p:sldMasterIdLst><p:notesMasterIdLst>.*<\/p:notesMasterIdLst><p:sldIdLst>/,
    );
  });

  it('have a theme of their own', async () => {
    const relationships = 'ppt/notesMasters/_rels/notesMaster1.xml.rels';
    const { raw, finished } = await mended(oneChart(), 'theme');
    expect(text(raw, relationships)).toContain('theme1.xml');
    expect(text(finished, relationships)).toContain('../theme/theme2.xml');
    expect(text(finished, 'ppt/theme/theme2.xml')).toContain('<a:srgbClr val="0F5E7D"/>');
  });

  it('have the three placeholders that a notes page uses', async () => {
    const { raw, finished } = await bothParts(oneChart());
    const placeholders = (xml: string) => [...xml.matchAll(/<p:ph type="(\w+)"/g)].map((match) => match[1]);
    expect(placeholders(text(raw, 'ppt/notesMasters/notesMaster1.xml'))).toHaveLength(6);
    expect(placeholders(text(finished, 'ppt/notesMasters/notesMaster1.xml'))).toEqual(['sldImg', 'body', 'sldNum']);
    expect(text(finished, 'ppt/presentation.xml')).toContain('<p:notesSz cx="6858000" cy="9144000"/>');
  });

  it('have one paragraph a line', async () => {
    const { deck, slide } = oneSlide();
    slide.addNotes('Thank them for Q2.\n\nAsk about R&D <budget>.');
    const { raw, finished } = await bothParts(deck);
    const page = 'ppt/notesSlides/notesSlide1.xml';
    expect(text(raw, page)).toContain('Thank them for Q2.\r\n\r\nAsk');
    const body = /<p:ph type="body"[\s\S]*?<\/p:sp>/.exec(text(finished, page))?.[0] ?? '';
    expect([...body.matchAll(/<a:p>/g)]).toHaveLength(3);
    expect([...body.matchAll(/<a:t>([^<]*)/g)].map((match) => match[1])).toEqual([
      'Thank them for Q2.',
      'Ask about R&amp;D &lt;budget&gt;.',
    ]);
    expect(problems(finished)).toEqual([]);
  });
});

describe('the charts of a deck', () => {
  it('are reached by relative paths', async () => {
    const { raw, finished } = await mended(oneChart(), 'relationships');
    expect(text(raw, 'ppt/slides/_rels/slide1.xml.rels')).toMatch(/Target="\/ppt\/charts\/chart\d+\.xml"/);
    expect(text(finished, 'ppt/slides/_rels/slide1.xml.rels')).toContain('Target="../charts/chart1.xml"');
  });

  it('are numbered from one, however many decks were built before', async () => {
    await rawParts(oneChart());
    const deck = oneChart();
    addSlide(deck, 'Pipeline').addChart('line', [series('Open')], chartOptions());
    const { raw, finished } = await mended(deck, 'chart-numbers');
    expect(raw.has('ppt/charts/chart1.xml')).toBe(false);
    expect([...finished.keys()].filter((path) => /charts\/chart|embeddings/.test(path)).sort()).toEqual([
      'ppt/charts/chart1.xml',
      'ppt/charts/chart2.xml',
      'ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx',
      'ppt/embeddings/Microsoft_Excel_Worksheet2.xlsx',
    ]);
    expect(text(finished, 'ppt/charts/chart2.xml')).toContain('<c:lineChart>');
    expect(text(finished, 'ppt/charts/_rels/chart2.xml.rels')).toContain('Microsoft_Excel_Worksheet2.xlsx');
  });
});

describe('the properties of a deck', () => {
  it('may hold a company name with characters that XML reserves', async () => {
    const { deck } = oneSlide();
    deck.company = 'Acme & Sons <Ltd>';
    const { raw, finished } = await mended(deck, 'well-formed', { company: 'Acme & Sons <Ltd>' });
    expect(text(raw, 'docProps/app.xml')).toContain('<Company>Acme & Sons <Ltd></Company>');
    expect(text(finished, 'docProps/app.xml')).toContain('<Company>Acme &amp; Sons &lt;Ltd&gt;</Company>');
  });

  it('carry the day of the data, not the moment of writing', async () => {
    const { raw, finished } = await bothParts(oneChart());
    expect(text(raw, CORE)).toContain(`${new Date(Date.now()).getUTCFullYear()}-`);
    expect([...text(finished, CORE).matchAll(/W3CDTF">([^<]*)/g)].map((match) => match[1])).toEqual([
      '2026-02-28T00:00:00Z',
      '2026-02-28T00:00:00Z',
    ]);
    expect(text(finished, CORE)).toContain('<dc:title>Northwind Systems: quarterly business review</dc:title>');
    expect(text(finished, CORE)).toContain('<dc:creator>Jo Ainsworth</dc:creator>');
  });

  it('name the company where no author is known', async () => {
    const { deck } = oneSlide();
    deck.author = 'PptxGenJS';
    const { finished } = await bothParts(deck);
    expect(text(finished, CORE)).toContain('<dc:creator>Acme &amp; Sons</dc:creator>');
    expect([...finished.values()].filter((part) => typeof part === 'string' && /PptxGenJS/i.test(part))).toEqual([]);
  });

  it('refuse a date that is no day', async () => {
    const parts = await rawParts(oneChart());
    expect(() => finishPresentation(parts, { ...FINISH, modified: '28 Feb 2026' })).toThrow(
      '"28 Feb 2026" is not a day such as 2026-02-28',
    );
  });

  it('can be given by the report, to be read again later', async () => {
    const { finished } = await bothParts(oneChart(), {
      customProperties: { 'cam.baseline': '{"slide 1":"<a & b>"}', Edition: 'partner' },
    });
    expect(text(finished, 'docProps/custom.xml')).toContain(
      'pid="2" name="cam.baseline"><vt:lpwstr>{&quot;slide 1&quot;:&quot;&lt;a &amp; b&gt;&quot;}</vt:lpwstr>',
    );
    expect(text(finished, 'docProps/custom.xml')).toContain('pid="3" name="Edition"');
    expect(problems(finished)).toEqual([]);
  });
});

describe('the theme of a deck', () => {
  it('has the colours and fonts of the brand, so that recolouring in PowerPoint works', async () => {
    const { raw, finished } = await bothParts(oneChart());
    expect(text(raw, 'ppt/theme/theme1.xml')).toContain('<a:accent1><a:srgbClr val="4472C4"/></a:accent1>');
    const theme = text(finished, 'ppt/theme/theme1.xml');
    expect(theme).toContain('name="Channel"');
    expect(theme).toContain('<a:dk1><a:srgbClr val="17232E"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>');
    expect(theme).toContain('<a:folHlink><a:srgbClr val="4F5B67"/></a:folHlink></a:clrScheme>');
    expect(theme).toMatch(/<a:majorFont><a:latin typeface="Calibri"\/>.*<a:minorFont><a:latin typeface="Calibri"\/>/);
    expect(theme).not.toContain('Office Theme');
  });

  it('refuses a colour that is not six hex digits', async () => {
    const parts = await rawParts(oneChart());
    const theme = { ...FINISH.theme, colours: { ...FINISH.theme.colours, accent2: 'teal' } };
    expect(() => finishPresentation(parts, { ...FINISH, theme })).toThrow(
      'The theme colour accent2 is "teal": six hex digits are needed',
    );
  });
});

describe('the text of a deck', () => {
  it('is without control characters and half characters, which Office cannot read', async () => {
    const { deck, slide } = oneSlide('Deals\u0000 of \ud83d Northwind 😀 \u202eشركة');
    slide.addNotes('bell \u0007 and \udc00 half');
    const { raw, finished } = await mended(deck, 'well-formed');
    expect(text(raw, 'ppt/slides/slide1.xml')).toContain('\u0000');
    expect(text(finished, 'ppt/slides/slide1.xml')).toContain('<a:t>Deals of \ufffd Northwind 😀 \u202eشركة</a:t>');
    expect(text(finished, 'ppt/notesSlides/notesSlide1.xml')).toContain('<a:t>bell  and \ufffd half</a:t>');
  });

  it('may link to another slide, and to an address with characters that XML reserves', async () => {
    const { deck, slide } = oneSlide();
    const box = { y: 1, w: 1, h: 1, data: PICTURE };
    slide.addImage({ ...box, x: 1, altText: 'To the pipeline', hyperlink: { slide: 2 } });
    slide.addImage({
      ...box,
      x: 2,
      altText: 'Our portal',
      hyperlink: { url: 'https://example.com/?a=1&b=2&amp;c=<3>' },
    });
    addSlide(deck, 'Pipeline');
    const { raw, finished } = await mended(deck, 'well-formed');
    expect(text(raw, 'ppt/slides/_rels/slide1.xml.rels')).toContain('?a=1&b=2');
    const links = [...text(finished, 'ppt/slides/_rels/slide1.xml.rels').matchAll(/hyperlink" Target="([^"]*)"/g)];
    expect(links.map((match) => match[1])).toEqual(['https://example.com/?a=1&amp;b=2&amp;c=&lt;3&gt;']);
    expect(text(finished, 'ppt/slides/_rels/slide1.xml.rels')).toContain('Target="slide2.xml"');
  });
});

describe('the sections of a deck', () => {
  it('have the same ids each time, though the library draws them by lot', async () => {
    const build = async () => {
      const deck = newDeck();
      deck.addSection({ title: 'Review' });
      deck.addSlide({ masterName: 'CONTENT', sectionTitle: 'Review' }).addText('Bookings', { placeholder: 'title' });
      return bothParts(deck);
    };
    const [first, second] = [await build(), await build()];
    expect(text(first.raw, 'ppt/presentation.xml')).not.toBe(text(second.raw, 'ppt/presentation.xml'));
    expect(text(first.finished, 'ppt/presentation.xml')).toBe(text(second.finished, 'ppt/presentation.xml'));
    expect(problems(first.finished)).toEqual([]);
  });
});

describe('finishing a deck', () => {
  it('leaves the parts it was given as they were', async () => {
    const raw = await rawParts(oneChart());
    const before = new Map(raw);
    finishPresentation(raw, FINISH);
    expect(raw).toEqual(before);
  });

  it('turns the package of the stock zip library, with its folders and times, into a plain one', async () => {
    const StockZip = createRequire(import.meta.url)('jszip') as new () => {
      file(path: string, content: string | Uint8Array): void;
      generateAsync(options: { type: 'nodebuffer' }): Promise<Buffer>;
    };
    const { raw, finished } = await bothParts(oneChart());
    const stock = new StockZip();
    for (const [path, content] of raw) stock.file(path, content);
    const found = lintPackage(await stock.generateAsync({ type: 'nodebuffer' })).filter(
      (problem) => problem.rule === 'zip',
    );
    expect(new Set(found.map((problem) => problem.message))).toEqual(
      new Set(['is a folder', 'is stored without being deflated', 'carries the time it was written']),
    );
    expect(lintPackage(writeZip(finished))).toEqual([]);
  });
});
